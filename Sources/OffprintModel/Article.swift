/// A line of an issue: the page's index in the issue, and the line's index in the page.
public struct LineRef: Hashable, Sendable, Comparable {
  public let page: Int
  public let line: Int

  public init(page: Int, line: Int) {
    self.page = page
    self.line = line
  }

  /// One number for both: looked up for each line of each output.
  @inlinable
  public func hash(into hasher: inout Hasher) { hasher.combine(page &<< 32 ^ line) }

  public static func < (a: LineRef, b: LineRef) -> Bool { (a.page, a.line) < (b.page, b.line) }
}

/// What a component of an article is.
public enum Role: String, Hashable, Sendable, CaseIterable {
  case overline, headline, subheadline, byline, dateline, paragraph, crosshead, caption, table
  case advertisementText = "advertisement-text"
  case jumpLine = "jump-line"
  /// The name of a section or campaign that stands over or beside several articles.
  case sectionLabel = "section-label"
  case masthead
  /// Folio, running head, imprint: what belongs to the page and to no article.
  case furniture
}

/// A part of an article: its role and the lines it is made of, in reading order.
public struct Component: Hashable, Sendable {
  public var role: Role
  public var lines: [LineRef]
  /// 0...1, how sure the stage was of the role; nil if it cannot say.
  public var confidence: Double?

  public init(_ role: Role, lines: [LineRef], confidence: Double? = nil) {
    self.role = role
    self.lines = lines
    self.confidence = confidence
  }
}

/// What kind of unit an article is. A closed list, also in the outputs.
public enum ArticleType: String, Hashable, Sendable, CaseIterable {
  case article, advertisement, notice, table, illustration, masthead, furniture

  /// True for what belongs to the page and is read by nobody as an article.
  public var isOfPage: Bool { self == .masthead || self == .furniture }
}

/// Who found an article.
public enum ArticleOrigin: Hashable, Sendable {
  /// The delivery says so; the id is the publisher's for this division.
  case publisher(id: String)
  /// A stage of ours did.
  case found
}

/// A word about an article that a labelling stage adds, such as a genre.
public struct Label: Hashable, Sendable {
  /// What is labelled: `genre`, `subject`, `place`, ….
  public var kind: String
  /// The code or word, such as `Obituary`.
  public var value: String
  /// Where the value comes from: the name of the stage or plugin.
  public var source: String
  /// 0...1; nil if it cannot say.
  public var confidence: Double?

  public init(kind: String, value: String, source: String, confidence: Double? = nil) {
    self.kind = kind
    self.value = value
    self.source = source
    self.confidence = confidence
  }
}

/// One article, advertisement or notice; or, with the type furniture, what belongs to none.
public struct Article: Hashable, Sendable {
  /// Made of the id and the name of its first line, so that a change in one article renames no other.
  /// Letters, digits, `-`, `.` and `_`.
  public var id: String
  public var type: ArticleType
  /// In reading order, the main headline first.
  public var components: [Component]
  /// BCP 47, when it is known for this article.
  public var language: String?
  public var origin: ArticleOrigin
  public var labels: [Label]
  /// The name of the section it stands in, when the source gives one.
  public var section: String?

  public init(
    id: String = "", type: ArticleType = .article, components: [Component], language: String? = nil,
    origin: ArticleOrigin = .found, labels: [Label] = [], section: String? = nil
  ) {
    self.id = id
    self.type = type
    self.components = components
    self.language = language
    self.origin = origin
    self.labels = labels
    self.section = section
  }

  /// Every line of the article, in the order of its components.
  public var lines: [LineRef] { components.flatMap(\.lines) }
}
