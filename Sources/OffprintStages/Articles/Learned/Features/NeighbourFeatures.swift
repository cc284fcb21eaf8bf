/// What stands before and after a unit in reading order.
struct NeighbourFeatures: FeatureGroup {
  let units: [MeasuredUnit]

  private static let near: [Feature] = [
    .init("lines", "lines"), .init("signs", "letters and signs"), .init("size", "size of its type"),
    .init("capitals", "share of capitals"), .flag("bold", "bold type"), .init("end", "how it ends"),
    .flag("centred", "set in the middle"), .flag("right", "set at the right"), .init("gap-above", "space above"),
    .init("gap-below", "space below"), .flag("heading-like", "short enough for a heading"),
    .init("look", "set like a heading"), .flag("text", "running text"), .init("signature", "looks like a signature"),
    .flag("whole-block", "is a block of its own"), .init("months", "names of months"),
    .flag("small", "begins with a small letter"), .init("last-fill", "length of its last line"),
    .init("width", "width in its column"), .init("letter-width", "width of its letters"),
    .init("capital-words", "share of words with a capital"), .flag("dated", "begins with a place and a date"),
    .flag("jump", "says where it goes on"),
  ]

  private static let far: [Feature] = [
    .init("lines", "lines"), .flag("heading-like", "short enough for a heading"), .init("look", "set like a heading"),
    .init("end", "how it ends"), .flag("right", "set at the right"), .init("size", "size of its type"),
  ]

  static let features: [Feature] = {
    let places = [
      ("before", "of the one before", near), ("after", "of the one after", near),
      ("before2", "of the one but one before", far), ("after2", "of the one but one after", far),
    ]
    var all = places.flatMap { place, words, features in
      features.map { Feature("\(place).\($0.name)", "\($0.meaning), \(words)", yesOrNo: $0.isYesOrNo) }
    }
    all += [
      .flag("same-page", "on the page of the one before"), .flag("same-block", "in the block of the one before"),
      .flag("next-same-block", "in the block of the one after"),
      .flag("after-broken", "the one before breaks off in a word"),
      .init("look-drop", "set more like a heading than the one before"),
      .init("look-rise", "set more like a heading than the one after"),
      .init("size-drop", "larger than the one before"), .init("size-rise", "larger than the one after"),
      .flag("open-before", "the one before ends in the middle of a sentence"),
    ]
    return all
  }()

  func add(_ index: Int, to row: inout [Float]) {
    addNear(index - 1, to: &row)
    addNear(index + 1, to: &row)
    addFar(index - 2, to: &row)
    addFar(index + 2, to: &row)
    let unit = units[index]
    let before = units[safe: index - 1]
    let after = units[safe: index + 1]
    row.add(before?.page == unit.page)
    row.add(before.map { $0.page == unit.page && $0.lastBlock == unit.block } ?? false)
    row.add(after.map { $0.page == unit.page && $0.block == unit.lastBlock } ?? false)
    row.add(before?.text.endsBroken ?? false)
    row.add(unit.look - (before?.look ?? 0))
    row.add(unit.look - (after?.look ?? 0))
    row.add(unit.size - (before?.size ?? 1))
    row.add(unit.size - (after?.size ?? 1))
    row.add(
      before.map { $0.textLines >= 2 && $0.text.end != .fullStop && $0.text.end != .mark && $0.lastFill > 0.85 }
        ?? false)
  }

  /// Stands for what is not there.
  static let nothing = -9.0

  private func addNear(_ index: Int, to row: inout [Float]) {
    guard units.indices.contains(index) else {
      for _ in Self.near { row.add(Self.nothing) }
      return
    }
    let unit = units[index]
    row.add(unit.textLines)
    row.add(min(1000, unit.text.signs))
    row.add(min(20, unit.size))
    row.add(unit.text.capitalShare)
    row.add(unit.isBold)
    row.add(unit.text.end.rawValue)
    row.add(unit.isCentred)
    row.add(unit.isRight)
    row.add(unit.gapAbove)
    row.add(unit.gapBelow)
    row.add(unit.mayBeHeading)
    row.add(unit.look)
    row.add(unit.isText)
    row.add(unit.signature)
    row.add(unit.isWholeBlock)
    row.add(min(4, unit.text.signals.months))
    row.add(unit.text.startsSmall)
    row.add(unit.lastFill)
    row.add(min(5, unit.width))
    row.add(min(10, unit.letterWidth))
    row.add(unit.text.words == 0 ? 0 : Double(unit.text.capitalWords) / Double(unit.text.words))
    row.add(unit.text.startsWithDate)
    row.add(unit.jump != nil)
  }

  private func addFar(_ index: Int, to row: inout [Float]) {
    guard units.indices.contains(index) else {
      for _ in Self.far { row.add(Self.nothing) }
      return
    }
    let unit = units[index]
    row.add(unit.textLines)
    row.add(unit.mayBeHeading)
    row.add(unit.look)
    row.add(unit.text.end.rawValue)
    row.add(unit.isRight)
    row.add(min(20, unit.size))
  }
}
