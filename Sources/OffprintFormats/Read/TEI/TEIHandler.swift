import OffprintModel
import OffprintXML

/// Collects the lines, pages and articles of TEI files.
///
/// The text of a page may stand in several places of a file, or in several files, since articles go from page to page:
/// lines are collected whole, and made into pages at the end.
struct TEIHandler: XMLHandler {
  static let vocabulary = TEIName.vocabulary

  /// The name of the file that is read.
  var name = ""
  /// Counts files, since ids hold for one only.
  var file = 0
  var lines: [TEIReadLine] = []
  var pages: [TEIReadPage] = []
  var blocks: [TEIReadBlock] = []
  var articles: [TEIReadArticle] = []
  /// Places of zones and surfaces by file and id.
  var zones: [String: Box] = [:]
  /// Images of surfaces by file and id.
  var images: [String: String] = [:]
  var header = TEIReadHeader()
  var findings = ReadFindings<TEIFinding>()

  var open: [TEIElement] = []
  var divisions: [TEIDivisionRead] = []
  /// What the last pb says.
  var page: TEIReadPage?
  var isPageUsed = false
  var pageBreaks = 0
  var pageNumbers: [String: Int] = [:]
  /// The block for text that is in none.
  var loose: Int?
  /// The open line as an index; nil until text or an lb begins one.
  var line: Int?
  var isGoingOn = false
  /// True if the next text begins a line of its own, as that of a table's cell does.
  var wantsLine = false
  /// Tables that are open, the innermost last.
  var tables: [TableCursor] = []
  var readings = TEIReadings()
  /// What the text says it is in, or the body, or the whole file around it, or the header if it names one language.
  var documentLanguage: String? {
    textLanguage ?? rootLanguage ?? (headerLanguages.count == 1 ? headerLanguages.first : nil)
  }
  private var textLanguage: String?
  private var rootLanguage: String?
  private var headerLanguages: Set<String> = []
  /// How many headers and texts are open: what stands outside of all texts is not on the page.
  private var headers = 0
  private var texts = 0
  var fileLine = 1
  private var surface: String?
  private var collected: [UInt8] = []

  mutating func start(_ element: Int, _ attributes: XMLAttributes) {
    fileLine = attributes.line
    let name = TEIName(rawValue: element)
    var opened = TEIElement(name: name)
    defer { open.append(opened) }
    if headers == 0 {
      opened.reading = readings.begin(name, attributes, in: open)
      if opened.reading == .other { return }
    }
    guard let name else { return }
    if name == .teiHeader { headers += 1 }
    if name == .text { texts += 1 }
    if name == .text || name == .body {
      textLanguage = textLanguage ?? attributes[tei: .lang].flatMap(LanguageCode.bcp47)
    }
    if name == .TEI { rootLanguage = rootLanguage ?? attributes[tei: .lang].flatMap(LanguageCode.bcp47) }
    if headers > 0, name == .language, let language = attributes[tei: .ident].flatMap(LanguageCode.bcp47) {
      headerLanguages.insert(language)
    }
    if headers > 0 {
      beginOfHeader(name, attributes)
      return
    }
    switch name {
    case .lb: beginLine(attributes)
    case .pb: beginPage(attributes)
    case .cb:
      if attributes[tei: .break] == "no" { isGoingOn = true } else { endLine() }
    case .div: beginDivision(attributes)
    case .surface:
      surface = attributes[tei: .id]
      addZone(attributes)
    case .zone: addZone(attributes)
    case .graphic:
      if let surface, let url = attributes[tei: .url] { images[key(surface)] = images[key(surface)] ?? url }
    case .row: beginRow(attributes)
    case .cell: beginCell(attributes)
    case .hi:
      opened.look = look(attributes)
      opened.raised = raised(attributes)
    case .pubPlace, .publisher: addSpace()
    case .table:
      tables.append(TableCursor())
      opened.block = beginBlock(name, attributes)
    default: if name.isText { opened.block = beginBlock(name, attributes) }
    }
  }

  mutating func end(_ element: Int) {
    guard let ended = open.popLast() else { return }
    if let reading = ended.reading {
      if let text = readings.end(reading), !readings.isSilent {
        text.withUnsafeBufferPointer { add(XMLBytes($0)) }
      }
      if reading == .other { return }
    }
    guard let name = ended.name else { return }
    if headers > 0 {
      endOfHeader(name)
      if name == .teiHeader { headers -= 1 }
      return
    }
    if name == .text { texts = max(0, texts - 1) }
    switch name {
    case .div: endDivision()
    case .surface: surface = nil
    case .text, .body: endLine()
    case .table:
      _ = tables.popLast()
      endLine()
    default: if ended.block != nil { endLine() }
    }
  }

  mutating func text(_ text: XMLBytes) {
    if headers > 0 {
      collected.append(contentsOf: text.bytes)
    } else if readings.isSilent {
      readings.passed.pass(over: text)
    } else if texts > 0, open.last?.name?.isOnlyAround != true {
      add(text)
    }
  }

  /// Makes ready for another file of the same issue.
  mutating func begin(_ name: String) {
    self.name = name
    file += 1
    open = []
    divisions = []
    page = nil
    isPageUsed = false
    loose = nil
    line = nil
    isGoingOn = false
    tables = []
    readings = TEIReadings()
    headers = 0
    texts = 0
  }

  mutating func finishFile() {
    endLine()
    registerPage()
  }

  func key(_ id: String) -> String { "\(file)#\(id)" }

  private mutating func addZone(_ attributes: XMLAttributes) {
    guard let id = attributes[tei: .id] else { return }
    let corners = [TEIName.ulx, .uly, .lrx, .lry].map { attributes[$0.rawValue]?.double }
    if let left = corners[0], let top = corners[1], let right = corners[2], let bottom = corners[3] {
      guard left <= right, top <= bottom, max(abs(left), abs(top), right, bottom) <= 1e9 else {
        return findings.count(.badPlace, fileLine, name: id)
      }
      zones[key(id)] = Box(
        left: Int(left.rounded()), top: Int(top.rounded()), right: Int(right.rounded()), bottom: Int(bottom.rounded()))
    } else if let points = attributes[TEIName.points.rawValue] {
      let place = PAGEPlace(points: points)
      if place.isArea { zones[key(id)] = place.box } else { findings.count(.badPlace, fileLine, name: id) }
    }
  }

  private func rendering(_ attributes: XMLAttributes) -> String {
    [attributes[tei: .rend], attributes[tei: .rendition]].compactMap { $0?.lowercased() }.joined(separator: " ")
  }

  /// `superscript`, `sup`, `#sup`, and the same for what stands below the line.
  private func raised(_ attributes: XMLAttributes) -> RaisedText? {
    let names = rendering(attributes).split { !$0.isLetter }
    if names.contains(where: { $0.hasPrefix("sup") }) { return .raised }
    return names.contains { ["sub", "subscript"].contains($0) } ? .lowered : nil
  }

  private func look(_ attributes: XMLAttributes) -> (bold: Bool, italic: Bool) {
    let words = rendering(attributes)
    let names = words.split { $0.isWhitespace }
    return (
      words.contains("bold") || names.contains { $0.hasSuffix("#b") },
      words.contains("italic") || names.contains { $0.hasSuffix("#i") }
    )
  }

  private mutating func beginOfHeader(_ name: TEIName, _ attributes: XMLAttributes) {
    collected.removeAll(keepingCapacity: true)
    pending = TEIPending(
      type: attributes[tei: .type], level: attributes[tei: .level], when: attributes[tei: .when],
      unit: attributes[tei: .unit])
  }

  private var pending = TEIPending()

  private mutating func endOfHeader(_ name: TEIName) {
    let text = String(decoding: collected, as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
    header.take(name, text, pending, isOfSource: open.contains { $0.name == .sourceDesc })
    collected.removeAll(keepingCapacity: true)
    pending = TEIPending()
  }
}

/// An element that is open.
struct TEIElement {
  var name: TEIName?
  /// The block that it is, as an index.
  var block: Int?
  var look: (bold: Bool, italic: Bool)?
  var raised: RaisedText?
  var reading: TEIReading?
}

/// A division that is open.
struct TEIDivisionRead {
  /// The article that it is, as an index; nil for one that is none.
  var article: Int?
  var language: String?
  var hasHead = false
  var head: String?
}
