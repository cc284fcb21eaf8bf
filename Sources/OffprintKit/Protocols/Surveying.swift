import OffprintModel

/// A stage that can learn from the whole batch before it works on the first document of it.
///
/// What it learns is kept in a file that its settings name. If the file is there, the stage reads it when it is made.
/// If it is not, the engine builds it in a first pass: each document is read and taken through those stages before
/// this one that change lines (normalising and reflowing ones), `tally(of:)` looks at it, the tallies are added up in
/// the order of the documents, and the file is written. Then the stage is made again from the same settings and finds
/// it. Where there is no batch, as for a test in a pipeline file, the stage works without.
public protocol Surveying: Stage {
  associatedtype Tally: SurveyTally
  /// What is surveyed, one word for messages: `vocabulary`.
  static var surveyName: String { get }
  /// The file that the settings name; nil if they name none.
  var surveyPath: String? { get }
  /// False if the stage did not find the file when it was made.
  var hasSurvey: Bool { get }
  /// What one document has.
  func tally(of issue: Issue) throws -> Tally
}

/// What a survey has found so far.
public protocol SurveyTally: Sendable {
  init()
  /// What every file of the kind begins with: a file that begins otherwise is something else and is never replaced.
  static var beginning: String { get }
  /// Adds what a further document has. The engine adds in the order of the documents, so that a tally which must
  /// leave something out to stay small leaves out the same at any number of jobs.
  mutating func add(_ other: Self)
  /// The size in words for the summary of a run, such as `2041 words`.
  var size: String { get }
  /// The file's bytes: the same for the same documents, so without a date.
  func bytes(from origin: SurveyOrigin) -> [UInt8]
}

/// What a survey was built from.
public struct SurveyOrigin: Hashable, Sendable {
  /// The pipeline's name.
  public var pipeline: String
  /// How many documents were counted.
  public var documents: Int

  public init(pipeline: String, documents: Int) {
    self.pipeline = pipeline
    self.documents = documents
  }
}
