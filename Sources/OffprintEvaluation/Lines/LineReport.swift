import OffprintKit

/// The scores of all documents, by collection and in total, and the worst faults.
public struct LineReport: Sendable {
  /// A document's scores.
  public struct Document: Sendable {
    public var name: String
    public var id: String
    public var scores: LineScores
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

    public var summary: LineSummary { LineSummary(documents.map(\.scores)) }
  }

  public var pipeline: String
  public var evaluation: LineEvaluation
  public private(set) var collections: [Collection] = []
  public private(set) var worst: WorstFaults

  /// - Parameter worst: how many faults of each kind to keep.
  public init(pipeline: String, evaluation: LineEvaluation, worst: Int) {
    self.pipeline = pipeline
    self.evaluation = evaluation
    self.worst = WorstFaults(limit: worst)
  }

  /// Over all documents.
  public var summary: LineSummary { LineSummary(collections.flatMap { $0.documents.map(\.scores) }) }
  public var documents: Int { collections.reduce(0) { $0 + $1.documents.count } }
  public var failed: Int { collections.reduce(0) { $0 + $1.failed.count } }

  /// Adds a document's result to the collection of that name.
  public mutating func add(
    _ result: LineEvaluation.Result, of name: String, id: String, format: String, to collection: String
  ) {
    let index = index(of: collection, format)
    collections[index].documents.append(Document(name: name, id: id, scores: result.scores))
    worst.add(result.faults, collection: collection, document: name)
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

/// Several documents together: counts added up, and for the order the mean of the documents' own figures too, so that
/// one thick issue does not hide ten thin ones.
public struct LineSummary: Sendable {
  public private(set) var documents = 0
  public private(set) var pooled = LineScores()
  public private(set) var blockTau = Mean()
  public private(set) var lineTau = Mean()
  public private(set) var nextBlocks = Mean()
  public private(set) var nextLines = Mean()

  public init(_ documents: [LineScores]) {
    for scores in documents {
      self.documents += 1
      pooled += scores
      blockTau.add(scores.order.blocks.tau)
      lineTau.add(scores.order.lines.tau)
      nextBlocks.add(scores.order.nextBlocks.value)
      nextLines.add(scores.order.nextLines.value)
    }
  }
}
