import OffprintKit

/// The scores on articles of all documents, by collection and in total, and the articles that were found worst.
public struct ArticleReport: Sendable {
  /// A document's scores.
  public struct Document: Sendable {
    public var name: String
    public var id: String
    public var scores: ArticleScores
  }

  /// Documents that belong together: those of one `--truth` name.
  public struct Collection: Sendable {
    public var name: String
    /// The readers that the documents were read with, in the order of their first use.
    public var formats: [String] = []
    public var documents: [Document] = []
    /// Names of the documents that could not be read, or that a stage failed on.
    public var failed: [String] = []

    public init(name: String) { self.name = name }

    public var summary: ArticleSummary { ArticleSummary(documents.map(\.scores)) }
  }

  /// An article that was not found, and where.
  public struct Entry: Hashable, Sendable {
    public var collection: String
    public var document: String
    public var fault: ArticleFault
  }

  public var pipeline: String
  public var evaluation: ArticleEvaluation
  public private(set) var collections: [Collection] = []
  /// The worst first; of equally bad ones the first that were met.
  public private(set) var worst: [Entry] = []
  /// How many marked articles were not found.
  public private(set) var faults = 0
  private let limit: Int

  /// - Parameter worst: how many of the articles that were not found to keep.
  public init(pipeline: String, evaluation: ArticleEvaluation, worst: Int) {
    self.pipeline = pipeline
    self.evaluation = evaluation
    limit = max(0, worst)
  }

  /// Over all documents.
  public var summary: ArticleSummary { ArticleSummary(collections.flatMap { $0.documents.map(\.scores) }) }
  public var documents: Int { collections.reduce(0) { $0 + $1.documents.count } }
  public var failed: Int { collections.reduce(0) { $0 + $1.failed.count } }

  /// Adds a document's result to the collection of that name.
  public mutating func add(
    _ result: ArticleEvaluation.Result, of name: String, id: String, format: String, to collection: String
  ) {
    let index = index(of: collection, format)
    collections[index].documents.append(Document(name: name, id: id, scores: result.scores))
    faults += result.faults.count
    let all = worst + result.faults.map { Entry(collection: collection, document: name, fault: $0) }
    worst = all.enumerated().sorted {
      ($1.element.fault.weight, $0.offset) < ($0.element.fault.weight, $1.offset)
    }.prefix(limit).map(\.element)
  }

  /// Notes a document that has no scores.
  public mutating func addFailure(of name: String, format: String, to collection: String) {
    collections[index(of: collection, format)].failed.append(name)
  }

  private mutating func index(of name: String, _ format: String) -> Int {
    let index = collections.firstIndex { $0.name == name } ?? collections.count
    if index == collections.count { collections.append(Collection(name: name)) }
    if !collections[index].formats.contains(format) { collections[index].formats.append(format) }
    return index
  }
}

/// Several documents together: the mean of each figure over the documents that have it, so that one thick issue does
/// not hide ten thin ones, and counts added up.
public struct ArticleSummary: Sendable {
  public private(set) var documents = 0
  public private(set) var pooled = ArticleScores()
  private var means: [ArticleFigure: Mean] = [:]

  public init(_ documents: [ArticleScores]) {
    for scores in documents {
      self.documents += 1
      pooled += scores
      for figure in ArticleFigure.allCases { means[figure, default: Mean()].add(figure.value(in: scores)) }
    }
  }

  public func mean(_ figure: ArticleFigure) -> Double? { means[figure]?.value }
}
