/// Which words what comes before a unit, and what it begins, have in common.
struct WordFeatures: FeatureGroup {
  let units: [MeasuredUnit]

  static let features: [Feature] = [
    .init("common-words", "words that text before and after have in common"),
    .init("heading-words", "share of its words that recur in the text after it"),
  ]

  private static let reach = 6

  func add(_ index: Int, to row: inout [Float]) {
    let own = units[index].text.stems
    var after: Set<WordKey> = []
    for unit in units[(index + 1)..<min(units.count, index + Self.reach)] { after.formUnion(unit.text.stems) }
    let recurring = own.count(where: after.contains)
    after.formUnion(own)
    var before: Set<WordKey> = []
    for unit in units[max(0, index - Self.reach)..<index] { before.formUnion(unit.text.stems) }
    let common = before.count < after.count ? before.count(where: after.contains) : after.count(where: before.contains)
    row.add(Double(common) / Double(max(1, min(before.count, after.count))))
    row.add(units[index].mayBeHeading && !own.isEmpty ? Double(recurring) / Double(own.count) : -1)
  }
}
