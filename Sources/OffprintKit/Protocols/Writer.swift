import OffprintDiagnostics
import OffprintModel

/// Makes files of one format out of issues, its settings bound.
public protocol ProductMaking: Sendable {
  /// What each product is about, which may hang on the settings: an article unless the writer says otherwise.
  var unit: ProductUnit { get }
  /// True if its files, as they are set, can be valid by the schema of the format.
  var isBySchema: Bool { get }
  /// What makes its file of its records at the end of a run; nil if the records themselves are the file.
  var assembly: (any RecordAssembling)? { get }
  /// The files or records of one issue, in order. The engine names and writes them.
  func products(for issue: Issue) throws -> [Product]
  /// The same, in the light of what was handed on earlier, for a format whose items have versions.
  func products(for issue: Issue, after earlier: EarlierProducts) throws -> [Product]
}

extension ProductMaking {
  public var unit: ProductUnit { .article }
  public var isBySchema: Bool { true }
  public var assembly: (any RecordAssembling)? { nil }
  public func products(for issue: Issue, after earlier: EarlierProducts) throws -> [Product] {
    try products(for: issue)
  }
}

/// Turns issues into files of one format.
public protocol Writer: ProductMaking {
  associatedtype Settings: StageSettings = NoSettings
  static var spec: WriterSpec { get }
  init(_ settings: Settings) throws
}

/// What a product of a writer is about. It decides which fields the path may name, and which it must.
public enum ProductUnit: String, Sendable, CaseIterable {
  /// One article; a product or two may also be about the issue.
  case article
  case page, issue
}

/// What a writer is, for the loader, the manual and `explain`.
public struct WriterSpec: Sendable {
  /// kebab-case, such as `newsml-g2`.
  public var name: String
  public var summary: String
  /// Where each field comes from, and what the format cannot hold.
  public var discussion: String
  /// Without a dot.
  public var fileExtension: String
  public var needs: Set<Facet>
  public var layout: ProductLayout
  /// What a file of records begins with, before the first of them, such as the names of columns.
  public var header: String
  /// What `publication:`, or a setting, should state for it; `offprint check` asks for what nobody states.
  public var asks: [AskedFact]
  /// True if its items have versions, so that it can take `versions:`.
  public var keepsVersions: Bool
  /// What its files are valid by; nil if they are no XML.
  public var schema: FormatSchema?
  /// A few lines of its output, for the manual.
  public var sample: String
  /// What stands where in its output, for the manual.
  public var fields: [Field]

  /// A place in the output, and what fills it.
  public struct Field: Hashable, Sendable {
    public var place: String
    public var origin: String

    public init(_ place: String, _ origin: String) {
      self.place = place
      self.origin = origin
    }
  }

  public init(
    name: String, summary: String, discussion: String = "", fileExtension: String, needs: Set<Facet> = [.articles],
    layout: ProductLayout, header: String = "", asks: [AskedFact] = [],
    keepsVersions: Bool = false, schema: FormatSchema? = nil, sample: String = "", fields: [Field] = []
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.fileExtension = fileExtension
    self.needs = needs
    self.layout = layout
    self.header = header
    self.asks = asks
    self.keepsVersions = keepsVersions
    self.schema = schema
    self.sample = sample
    self.fields = fields
  }
}

/// How products become files.
public enum ProductLayout: String, Sendable, CaseIterable {
  /// Each product is a file of its own; the path must tell them apart.
  case files
  /// Products are pieces that may follow each other in one file, as records do.
  case records
}

/// A finished piece of output.
public struct Product: Sendable {
  public enum Scope: Hashable, Sendable {
    /// Index in the issue's articles.
    case article(Int)
    /// Index in the issue's pages.
    case page(Int)
    /// An article that an earlier delivery had and that is no more, by its id.
    case former(id: String)
    /// About the issue as a whole. Where the path has `${article.id}`, `ISSUE-package` stands in its place.
    case issue
  }

  public var scope: Scope
  public var bytes: [UInt8]
  /// What the format could not hold as it should; it stops nothing.
  public var warnings: [Diagnostic]

  public init(_ scope: Scope, _ bytes: [UInt8], warnings: [Diagnostic] = []) {
    self.scope = scope
    self.bytes = bytes
    self.warnings = warnings
  }
}

/// What an earlier delivery has of an issue, for writers whose items have versions.
public struct EarlierProducts: Sendable {
  private let read: @Sendable (Product.Scope) throws -> [UInt8]?

  /// - Parameter read: the bytes of the product about something; nil if there was none.
  public init(_ read: @escaping @Sendable (Product.Scope) throws -> [UInt8]?) { self.read = read }

  /// - Throws: what reading the file throws.
  public func bytes(of scope: Product.Scope) throws -> [UInt8]? { try read(scope) }
}
