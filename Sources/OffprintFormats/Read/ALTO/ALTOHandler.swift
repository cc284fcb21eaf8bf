import OffprintModel
import OffprintXML

/// Builds pages from the events of an ALTO file of any version.
struct ALTOHandler: XMLHandler {
  static let vocabulary = ALTOName.allCases.map(\.written)

  let name: String
  /// Dots an inch, for files that do not measure in pixels.
  let resolution: Double
  var builder: PageBuilder
  var pages: [ALTOPage] = []
  var description = ALTODescription()
  var findings = ALTOFindings()
  var styles = ALTOStyles()
  /// Tags by id, with the word to show for each.
  var tags: [String: String] = [:]
  var scale = ALTOScale()

  var region = PageRegion.printSpace
  var composed: [ALTOComposedBlock] = []
  /// The blocks of each table that has several elements in it.
  var tables: [[Int]] = []
  /// Blocks of each ComposedBlock of the page, nested ones included.
  var composedBlocks: [String: Range<Int>] = [:]
  /// Blocks of all kinds met on the page: gives a name to those without an id.
  var elements = 0
  /// How many ids of blocks have stood on the page before.
  var repeated = 0
  /// A second page in a file is rare but allowed.
  var isInPage = false
  var blockStyle = 0
  var line = ALTOLine()
  var hasSpaces = false
  /// What the Shape that may follow is that of, if it has no place yet.
  var unplaced: ALTOName?
  /// Ids of the ReadingOrder, which stands before all pages, and which of them were found on one.
  var order: [(id: String, line: Int, isFound: Bool)] = []
  /// The element whose text is being collected.
  private var textOf: ALTOName?
  private var textLine = 1
  private var collected: [UInt8] = []

  init(name: String, resolution: Double) {
    self.name = name
    self.resolution = resolution
    builder = PageBuilder(name: name)
  }

  mutating func start(_ element: Int, _ attributes: XMLAttributes) {
    guard let element = ALTOName(rawValue: element) else { return }
    switch element {
    case .string: word(attributes)
    case .sp:
      line.hasSpace = true
      hasSpaces = true
    case .hyp: mark(attributes[.content])
    case .textLine: beginLine(attributes)
    case .textBlock, .illustration, .graphicalElement: beginBlock(element, attributes)
    case .composedBlock: beginComposedBlock(attributes)
    case .polygon: place(attributes[.points])
    case .elementRef: if let id = attributes[.ref]?.string { order.append((id, attributes.line, false)) }
    case .printSpace: region = .printSpace
    case .topMargin: region = .topMargin
    case .bottomMargin: region = .bottomMargin
    case .leftMargin: region = .leftMargin
    case .rightMargin: region = .rightMargin
    case .page: beginPage(attributes)
    case .textStyle: styles.define(attributes)
    case .layoutTag, .structureTag, .otherTag: defineTag(attributes)
    case .ocrStep, .processing: description.beginStep()
    case .measurementUnit, .fileName, .dateTime, .softwareName, .softwareVersion:
      textOf = element
      textLine = attributes.line
      collected.removeAll(keepingCapacity: true)
    default: break
    }
  }

  mutating func end(_ element: Int) {
    guard let element = ALTOName(rawValue: element) else { return }
    switch element {
    case .textLine: endLine()
    case .composedBlock: endComposedBlock()
    case .topMargin, .bottomMargin, .leftMargin, .rightMargin: region = .printSpace
    case .page: endPage()
    case .ocrStep, .processing: description.endStep()
    default:
      guard element == textOf else { return }
      textOf = nil
      let text = String(decoding: collected, as: UTF8.self)
      description.take(element, String(text.split { $0.isWhitespace }.joined(separator: " ")), textLine)
    }
  }

  /// The upright box around an outline, for what has no place of its own.
  private mutating func place(_ points: XMLBytes?) {
    guard let unplaced, let points else { return }
    // The next outline is that of a part, such as a glyph.
    self.unplaced = nil
    let shape = PAGEPlace(points: points).box
    guard shape.isKnown else { return }
    let box = Box(
      left: scale.pixels(Double(shape.left)), top: scale.pixels(Double(shape.top)),
      right: scale.pixels(Double(shape.right)), bottom: scale.pixels(Double(shape.bottom)))
    switch unplaced {
    case .string:
      builder.setWordBox(box)
      line.lastBox = box
    case .textLine: builder.setLineBox(box)
    default: builder.setBlockBox(box)
    }
  }

  mutating func text(_ text: XMLBytes) {
    if textOf != nil { collected.append(contentsOf: text.bytes) }
  }

  private mutating func defineTag(_ attributes: XMLAttributes) {
    guard let id = attributes[.id], let label = attributes[.label] ?? attributes[.type] else { return }
    tags[id.string] = label.string
  }

  /// The place an element gives, in pixels; unknown unless all four figures are numbers. What no place can be is told
  /// of, figures that are absent are not.
  mutating func box(_ attributes: XMLAttributes) -> Box {
    if let left = attributes[.hpos]?.digits, let top = attributes[.vpos]?.digits,
      let width = attributes[.width]?.digits, let height = attributes[.height]?.digits,
      let box = scale.box(left, top, width, height)
    {
      return box
    }
    let written = (attributes[.hpos], attributes[.vpos], attributes[.width], attributes[.height])
    let figures = (written.0?.double, written.1?.double, written.2?.double, written.3?.double)
    guard let left = figures.0, let top = figures.1, let width = figures.2, let height = figures.3 else {
      let isWrong =
        (figures.0 == nil && written.0 != nil) || (figures.1 == nil && written.1 != nil)
        || (figures.2 == nil && written.2 != nil) || (figures.3 == nil && written.3 != nil)
      if isWrong { findings.count(.badPlace, attributes.line) }
      return .unknown
    }
    if width < 0 || height < 0 || max(abs(left), abs(top), width, height) > scale.largest {
      findings.count(.badPlace, attributes.line)
    }
    return Box(
      left: scale.pixels(left), top: scale.pixels(top), right: scale.pixels(left + max(0, width)),
      bottom: scale.pixels(top + max(0, height)))
  }
}
