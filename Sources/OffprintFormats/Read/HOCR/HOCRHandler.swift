import OffprintModel
import OffprintXML

/// Builds pages from the events of an hOCR file.
///
/// A block is an `ocr_par`, or what lies around lines that are in none. It begins with its first line, so that what
/// only surrounds other blocks is none.
struct HOCRHandler: XMLHandler {
  static let vocabulary = HOCRName.vocabulary

  let name: String
  var builder: PageBuilder
  var pages: [Page] = []
  var findings = ReadFindings<HOCRFinding>()
  /// The program that did the OCR.
  var software: String?
  /// The last language that was met, as it was written.
  var lastLanguage: (written: [UInt8], language: String?)?

  /// Elements that are open, with what each is to the page.
  var open: [HOCRElement] = []
  /// Blocks that are open, the innermost last.
  var areas: [HOCRArea] = []
  /// The blocks of each table.
  var tables: [[Int]] = []
  var isInPage = false
  var line = HOCRLine()
  var word = HOCRWord()
  var fonts = HOCRFonts()
  var readings = HOCRReadings()
  /// Blocks of the page without an id, which are named by their place.
  var elements = 0
  var repeated = 0
  private var hidden = 0
  /// What `sup` or `sub` makes of the text in it.
  private var raised: RaisedText?
  /// The line of the file in which the last element began.
  var fileLine = 1

  init(name: String) {
    self.name = name
    builder = PageBuilder(name: name)
  }

  mutating func start(_ element: Int, _ attributes: XMLAttributes) {
    let tag = HOCRName(rawValue: element)
    fileLine = attributes.line
    if tag?.isHidden == true { hidden += 1 }
    if tag == .meta { meta(attributes) }
    if tag == .br { pass(space: [0x20]) }
    if tag == .sup || tag == .sub { raised = tag == .sup ? .raised : .lowered }
    var opened = HOCRElement(tag: tag)
    opened.reading = readings.begin(tag, attributes)
    guard opened.reading != .other else { return open.append(opened) }
    guard attributes.count > 0, let role = HOCRClass(attributes[html: .class]) else {
      if tag?.isBlock == true, word.depth == 0 { endImplicitLine() }
      emphasise(tag)
      if attributes.count > 0, let css = attributes[html: .style] {
        opened.style = fonts.number(css: css, over: style, in: &builder)
      }
      open.append(opened)
      return
    }
    let title = HOCRTitle(attributes[html: .title])
    if title.hasBadBox { findings.count(.badPlace, fileLine) }
    if role == .character, word.hasChosen(before: title) {
      opened.reading = readings.passOver()
      return open.append(opened)
    }
    opened.role = role
    opened.style = fonts.number(title, attributes[html: .style], over: style, in: &builder)
    open.append(opened)
    begin(role, tag, title, attributes)
  }

  private mutating func begin(
    _ role: HOCRClass, _ tag: HOCRName?, _ title: HOCRTitle, _ attributes: XMLAttributes
  ) {
    switch role {
    // A formula or an initial is part of the line it stands in (hOCR 1.2, inline representations).
    case .area, .float, .other: if tag == .span, line.isOpen, !line.isImplicit { return setLastRole(.group) }
    default: break
    }
    switch role {
    case .word: beginWord(title)
    case .character: if word.depth == 0 { line.add(title.characters) } else { word.beginCharacter(title) }
    case .line: beginLine(title, attributes)
    case .paragraph, .area: beginArea(.text, nil, title, attributes)
    case .other(let kind): beginArea(kind, nil, title, attributes)
    case .float(let label):
      if tag == .span {
        setLastRole(.line)
        // What Tesseract calls a header is a heading; only it writes such lines.
        beginLine(title, attributes, label: label == .header ? "heading" : label.label)
      } else {
        beginArea(.text, label.label, title, attributes)
      }
    case .page: beginPage(title, attributes)
    case .unknown: findings.count(.unknownClass, fileLine, name: attributes[html: .class]?.string)
    case .group: break
    }
  }

  private mutating func setLastRole(_ role: HOCRClass) { open[open.count - 1].role = role }

  mutating func end(_ element: Int) {
    let tag = HOCRName(rawValue: element)
    if tag == .sup || tag == .sub { raised = nil }
    if tag?.isHidden == true { hidden = max(0, hidden - 1) }
    guard let ended = open.popLast() else { return }
    if let reading = ended.reading {
      if let text = readings.end(reading) { text.withUnsafeBufferPointer { self.text(XMLBytes($0)) } }
      if reading == .other { return }
    }
    switch ended.role {
    case .word: endWord(ended.style)
    case .line: endLine()
    case .paragraph, .area, .other, .float: endArea()
    case .page: endPage()
    case nil, .unknown, .group, .character:
      if ended.tag?.isBlock == true, word.depth == 0 { endImplicitLine() }
    }
  }

  mutating func text(_ text: XMLBytes) {
    guard hidden == 0 else { return }
    guard readings.passed.depth == 0 else { return readings.passed.pass(over: text) }
    if let raised { return take(raised.written(text.bytes)[...]) }
    take(text.bytes)
  }

  /// White space in a line or a word.
  private mutating func pass(space: [UInt8]) {
    if hidden == 0, word.depth > 0 || line.isOpen && !line.isImplicit { take(space) }
  }

  private mutating func take(_ text: some Collection<UInt8>) {
    if word.depth > 0 {
      word.bytes.append(contentsOf: text)
    } else if line.isOpen {
      line.loose.bytes.append(contentsOf: text)
    } else if text.contains(where: { $0 > 0x20 }) {
      beginImplicitLine()
      line.loose.bytes.append(contentsOf: text)
    }
  }

  /// The style of what stands in the innermost element that is open.
  var style: Int { open.last { $0.style != nil }?.style ?? 0 }

  private mutating func emphasise(_ tag: HOCRName?) {
    guard word.depth > 0 else { return }
    switch tag {
    case .strong, .b: word.isBold = true
    case .em, .i: word.isItalic = true
    default: break
    }
  }

  private mutating func meta(_ attributes: XMLAttributes) {
    guard let name = attributes[html: .name], name.equals("ocr-system"), let content = attributes.filled(html: .content)
    else {
      return
    }
    software = content.split { $0.isWhitespace }.joined(separator: " ")
  }
}

/// An element that is open.
struct HOCRElement {
  var tag: HOCRName?
  var role: HOCRClass?
  var reading: HOCRReading?
  /// The style it gives to what stands in it; nil if it says nothing.
  var style: Int?
}
