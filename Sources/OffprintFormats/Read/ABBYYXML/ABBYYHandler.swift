import OffprintModel
import OffprintXML

/// Builds pages from the events of a FineReader file of any version.
///
/// A block of a page is a paragraph (`par`) of a text block, or a whole table. Characters come by the thousand, each in
/// an element with a dozen attributes, so that a word is put together in numbers and bytes only.
struct ABBYYHandler: XMLHandler {
  static let vocabulary = ABBYYName.vocabulary

  let name: String
  var builder: PageBuilder
  var pages: [Page] = []
  var findings = ReadFindings<ABBYYFinding>()
  var producer: String?
  /// The language that the file says it is in.
  var mainLanguage: String?

  var isInPage = false
  var block: ABBYYBlock?
  /// Blocks met on the page, for their names.
  var blocks = 0
  var styles = ABBYYStyles()
  var languages = ABBYYLanguages()

  var line = ABBYYLine()
  var word = ABBYYWord()
  var character = ABBYYCharacter()
  var isInCharacter = false
  var isInFormatting = false
  /// The style of the open formatting.
  var style = 0
  /// What the open formatting makes of figures.
  var raised: RaisedText?
  /// How many elements with other readings of words or characters are open.
  var variants = 0
  var fileLine = 1
  var separator = ABBYYSeparator()

  init(name: String) {
    self.name = name
    builder = PageBuilder(name: name)
  }

  mutating func start(_ element: Int, _ attributes: XMLAttributes) {
    if variants > 0 {
      variants += 1
      return
    }
    guard let element = ABBYYName(rawValue: element) else { return }
    switch element {
    case .charParams:
      character = ABBYYCharacter(attributes)
      isInCharacter = true
    case .formatting: beginFormatting(attributes)
    case .line:
      endLine()
      openLine(box(attributes))
    case .par: beginParagraph(attributes)
    case .row: beginRow()
    case .cell: beginCell(attributes)
    case .block: beginBlock(attributes)
    case .separator: separator = ABBYYSeparator(thickness: attributes[abbyy: .thickness]?.int ?? 1)
    case .start, .end: separator.add(attributes[abbyy: .x]?.double, attributes[abbyy: .y]?.double)
    case .page: beginPage(attributes)
    case .document:
      producer = attributes.filled(abbyy: .producer)
      mainLanguage = attributes[abbyy: .mainLanguage].flatMap { languages.name($0) }
    case .paragraphStyle, .fontStyle: styles.define(element, attributes)
    case .wordRecVariants, .charRecVariants: variants = 1
    default: break
    }
  }

  mutating func end(_ element: Int) {
    if variants > 0 {
      variants -= 1
      return
    }
    switch ABBYYName(rawValue: element) {
    case .charParams: endCharacter()
    case .formatting:
      isInFormatting = false
      languages.endText(ofBlock: builder.blockCount - 1)
    case .line, .par: endLine()
    case .block: endBlock()
    case .separator: endSeparator()
    case .page: endPage()
    default: break
    }
  }

  mutating func text(_ text: XMLBytes) {
    guard variants == 0 else { return }
    if isInCharacter {
      addCharacter(text)
    } else if isInFormatting || text.bytes.contains(where: { $0 > 0x20 }) {
      addPlain(text)
    }
  }

  /// The place an element gives; unknown, and told of, if it gives one that cannot be.
  mutating func box(_ attributes: XMLAttributes) -> Box {
    let written = (attributes[abbyy: .l], attributes[abbyy: .t], attributes[abbyy: .r], attributes[abbyy: .b])
    guard let left = written.0?.double, let top = written.1?.double, let right = written.2?.double,
      let bottom = written.3?.double, left <= right, top <= bottom, max(abs(left), abs(top), right, bottom) <= 1e9
    else {
      if written.0 != nil || written.2 != nil { findings.count(.badPlace, attributes.line) }
      return .unknown
    }
    return Box(
      left: Int(left.rounded()), top: Int(top.rounded()), right: Int(right.rounded()), bottom: Int(bottom.rounded()))
  }
}
