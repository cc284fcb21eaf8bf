import OffprintModel
import OffprintXML

/// A ComposedBlock that is open.
struct ALTOComposedBlock {
  var id: String?
  /// Its TYPE, such as `Advertisement`, or that of the one around it.
  var label: String?
  var language: String?
  var firstBlock: Int
  /// True for a table and for what stands in one.
  var isTable: Bool

  var isPicture: Bool { label?.lowercased().contains("illustration") == true }
}

extension ALTOHandler {
  mutating func beginPage(_ attributes: XMLAttributes) {
    // What stands in the page around it, or between two pages, is a page of its own.
    if isInPage || !pages.isEmpty { finish() }
    isInPage = true
    region = .printSpace
    switch description.unit {
    case .mm10: scale = ALTOScale(factor: resolution / 254)
    case .inch1200: scale = ALTOScale(factor: resolution / 1200)
    case .point: scale = ALTOScale(factor: resolution / 72)
    case .pixel, .character: scale = ALTOScale()
    }
    builder.unit = description.unit
    builder.resolution = description.unit == .pixel ? nil : resolution
    builder.image = description.image
    builder.label = [attributes[.printedNumber], attributes[.physicalNumber]].lazy
      .compactMap { $0?.string }.first { !$0.isEmpty }
    builder.language = language(attributes)
    if let width = attributes[.width]?.double, let height = attributes[.height]?.double, width > 0, height > 0 {
      builder.size = Box(x: 0, y: 0, width: scale.pixels(width), height: scale.pixels(height))
    }
  }

  mutating func endPage() {
    var page = builder.finish(number: pages.count + 1)
    if !page.size.isKnown {
      let all = page.blocks.reduce(Box.unknown) { $0.union($1.box) }
      if all.isKnown { page.size = Box(left: 0, top: 0, right: all.right, bottom: all.bottom) }
    }
    if !order.isEmpty { page.sourceOrder = sourceOrder(of: page) }
    page.tables = page.tables(of: tables)
    pages.append(ALTOPage(page: page, composedBlocks: composedBlocks))
    isInPage = false
    builder = PageBuilder(name: "\(name)-\(pages.count + 1)")
    styles.beginPage()
    composed = []
    composedBlocks = [:]
    tables = []
    elements = 0
    repeated = 0
  }

  /// Makes a page of what stands outside of all pages but the first, so that no line of it is lost.
  mutating func finish() {
    if isInPage || (!pages.isEmpty && builder.blockCount > 0) { endPage() }
  }

  /// Counts what was found in the file only at its end.
  mutating func finishFile() {
    finish()
    for reference in order where !reference.isFound { findings.count(.badReference, reference.line) }
    if let unit = description.unknownUnit { findings.count(.unknownUnit, unit.line) }
  }

  /// The blocks of a page as the ReadingOrder has them: by their own ids, those of ComposedBlocks around them or of
  /// lines in them, each where it is named first; nil if it names none.
  private mutating func sourceOrder(of page: Page) -> [Int]? {
    let blocks = Dictionary(page.blocks.map { ($0.id, $0.index) }, uniquingKeysWith: { first, _ in first })
    let lines = Dictionary(
      page.lines.compactMap { line in line.sourceID.map { ($0, line.block.index) } },
      uniquingKeysWith: { first, _ in first })
    var found: [Int] = []
    var seen: Set<Int> = []
    for place in order.indices {
      let id = order[place].id
      let named = blocks[id].map { [$0] } ?? composedBlocks[id].map(Array.init) ?? lines[id].map { [$0] }
      guard let named else { continue }
      order[place].isFound = true
      found += named.filter { seen.insert($0).inserted }
    }
    return found.isEmpty ? nil : found
  }

  mutating func beginBlock(_ element: ALTOName, _ attributes: XMLAttributes) {
    let around = composed.last
    let kind: BlockKind =
      switch element {
      case .illustration: .illustration
      case .graphicalElement: around?.isPicture == true ? .illustration : .separator
      default: around?.isTable == true ? .table : .text
      }
    blockStyle = styles.number(attributes[.styleRefs], inherited: 0, in: &builder)
    builder.beginBlock(
      id: identifier(attributes) ?? "_anon\(elements)", kind: kind, region: region, box: box(attributes),
      style: blockStyle, language: language(attributes) ?? around?.language,
      label: ownLabel(element, attributes) ?? around?.label)
    unplaced = element
    elements += 1
    if builder.repeatedIDs.count > repeated {
      repeated = builder.repeatedIDs.count
      findings.count(.repeatedID, attributes.line)
    }
  }

  mutating func beginComposedBlock(_ attributes: XMLAttributes) {
    elements += 1
    let around = composed.last
    let label = ownLabel(.composedBlock, attributes) ?? around?.label
    composed.append(
      ALTOComposedBlock(
        id: identifier(attributes), label: label, language: language(attributes) ?? around?.language,
        firstBlock: builder.blockCount,
        isTable: around?.isTable == true || label?.lowercased().contains("table") == true))
  }

  mutating func endComposedBlock() {
    guard let ended = composed.popLast() else { return }
    let range = ended.firstBlock..<builder.blockCount
    if ended.isTable, composed.last?.isTable != true, range.count > 1 { tables.append(Array(range)) }
    if let id = ended.id, composedBlocks[id] == nil { composedBlocks[id] = range }
  }

  private func identifier(_ attributes: XMLAttributes) -> String? {
    guard let id = attributes[.id]?.string, !id.isEmpty else { return nil }
    return id
  }

  /// The TYPE of a ComposedBlock or an Illustration, or else the first tag that is known.
  private func ownLabel(_ element: ALTOName, _ attributes: XMLAttributes) -> String? {
    if element != .textBlock, let type = attributes[.type]?.string, !type.isEmpty { return type }
    guard let references = attributes[.tagRefs]?.string, !tags.isEmpty else { return nil }
    return references.split(separator: " ").lazy.compactMap { tags[String($0)] }.first
  }

  private func language(_ attributes: XMLAttributes) -> String? {
    guard let written = attributes[.lang] ?? attributes[.language] ?? attributes[.xmlLang] else { return nil }
    return LanguageCode.bcp47(written.string)
  }
}
