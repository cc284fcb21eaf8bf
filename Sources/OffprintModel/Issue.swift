/// The unit of work: one day's paper, or whatever the reader takes as one.
public struct Issue: Sendable {
  /// Letters, digits, `-`, `.` and `_`; the same for the same delivery every time.
  public var id: String
  public var publication: Publication
  /// Who hands its outputs on, and under which terms.
  public var issuance: Issuance
  public var date: IssueDate?
  /// BCP 47; what pages, blocks and articles do not say for themselves.
  public var language: String?
  public var volume: String?
  public var number: String?
  public var edition: String?
  /// When the source says it was made (METS header, OCR step), in ISO 8601. The outputs' own dates come from it, so
  /// that a second run writes the same bytes.
  public var sourceCreated: String?
  /// The program that did the OCR, as the source names it.
  public var ocrSoftware: String?
  /// The file the issue was read from (its METS, or its first page) and all its files, relative to the input.
  public var sources: [String]
  /// The METS file as it was read; nil where there is none.
  public var delivery: Delivery?
  public var pages: [Page]
  /// What the publisher or digitiser marked as articles; nil if the delivery has no such structure.
  public var markup: PublisherMarkup?
  /// Articles, advertisements, notices and furniture in reading order; empty until a stage has found them.
  public var articles: [Article]
  /// True once a stage has found articles, even if there are none.
  public var hasArticles: Bool
  /// How line ends meet, by first line.
  public var joins: [LineRef: Join]
  public var decisions: [Decision]
  public var flags: [Flag]
  public var ledger: Ledger

  public init(id: String, pages: [Page] = []) {
    // Room is left for what ids of articles and names of files add.
    self.id = Self.identifier(id, limit: 150)
    self.pages = pages
    publication = Publication()
    issuance = Issuance()
    sources = []
    articles = []
    hasArticles = false
    joins = [:]
    decisions = []
    flags = []
    ledger = Ledger()
  }

  /// `text` as it is fit for file names and XML ids: letters and digits of ASCII, `.`, `_` and `-`.
  ///
  /// Latin letters lose their accents, whether these are part of a letter or stand behind it, as systems write names;
  /// letters of other scripts become `u` and their number, so that two newspapers in Chinese are two. All else becomes
  /// `-`. What would be longer than a file may be called is cut, with a sum of the whole behind it.
  ///
  /// - Parameter limit: the most characters; file systems take 255 bytes.
  public static func identifier(_ text: String, limit: Int = 220) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      if scalar.isASCII, isPlain(scalar) {
        out.unicodeScalars.append(scalar)
      } else if !scalar.isASCII, let letter = letter(for: scalar) {
        out += letter
      } else if !out.hasSuffix("-") {
        out.append("-")
      }
    }
    while out.hasPrefix("-") || out.hasPrefix(".") { out.removeFirst() }
    while out.hasSuffix("-") { out.removeLast() }
    guard out.utf8.count > limit else { return out.isEmpty ? "issue" : out }
    return "\(out.prefix(limit - 17))-\(sum(of: out))"
  }

  /// Sixteen hexadecimal digits that stand for a text: FNV-1a (Fowler, Noll, Vo) of 64 bits.
  private static func sum(of text: String) -> String {
    let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "."
      || scalar == "_" || scalar == "-"
  }

  /// What stands for a letter or figure beyond ASCII, nothing for an accent by itself; nil for any other sign.
  private static func letter(for scalar: Unicode.Scalar) -> String? {
    let properties = scalar.properties
    if properties.generalCategory == .nonspacingMark { return "" }
    guard properties.isAlphabetic || properties.numericType != nil else { return nil }
    // `LATIN SMALL LETTER U WITH DIAERESIS`, `LATIN CAPITAL LETTER AE`.
    if let name = properties.name, name.hasPrefix("LATIN "), let range = name.firstRange(of: " LETTER ") {
      let base = name[range.upperBound...].prefix { $0 != " " }
      let rest = name[range.upperBound...].dropFirst(base.count)
      if base.count <= 2, rest.isEmpty || rest.hasPrefix(" WITH ") {
        return name.hasPrefix("LATIN SMALL") ? base.lowercased() : String(base)
      }
    }
    return "u" + String(scalar.value, radix: 16)
  }

  /// The id of an article that begins with `line`: the issue's id, `p` and the page's number, and the line's own name.
  public func articleID(firstLine line: LineRef) -> String {
    let page = pages[line.page]
    let name = page.lineName(line.line).dropFirst(page.name.count + 1)
    return "\(id)-p\(page.number)-\(Self.identifier(String(name)))"
  }
}

/// The newspaper that the issue is of.
public struct Publication: Hashable, Sendable {
  public var title: String?
  public var issn: String?
  /// The library's own id for the title.
  public var identifier: String?
  public var publisher: String?
  public var place: String?

  public init(
    title: String? = nil, issn: String? = nil, identifier: String? = nil, publisher: String? = nil,
    place: String? = nil
  ) {
    self.title = title
    self.issn = issn
    self.identifier = identifier
    self.publisher = publisher
    self.place = place
  }
}

/// The article structure that came with a delivery, its lines resolved.
public struct PublisherMarkup: Hashable, Sendable {
  /// Where it stood, such as `METS structMap LOGICAL` or `METS structLink`.
  public var source: String
  public var articles: [Article]
  /// References that led to no block of the delivery.
  public var unresolved: Int
  /// True if each component is one printed paragraph (or headline, caption, …); else it may hold many or half a one.
  public var marksParagraphs: Bool
  /// By an article's index, the title that only the source's metadata give it, and no line of the page.
  public var titles: [Int: String]
  /// Indices of what the source calls a section: text of its own, such as the section's name, besides its articles.
  public var sections: Set<Int>
  /// By an article's index, on how many printed pages it stands, where one page of the issue holds several (a text of
  /// a whole paper in one file); else the pages of its lines tell.
  public var printedPages: [Int: Int]

  public init(
    source: String, articles: [Article], unresolved: Int = 0, marksParagraphs: Bool = false,
    titles: [Int: String] = [:], sections: Set<Int> = [], printedPages: [Int: Int] = [:]
  ) {
    self.source = source
    self.articles = articles
    self.unresolved = unresolved
    self.marksParagraphs = marksParagraphs
    self.titles = titles
    self.sections = sections
    self.printedPages = printedPages
  }
}
