import OffprintModel

/// The survey of a stage that asks for one, whatever its kind.
public struct StageSurvey: Sendable {
  /// One word for messages: `vocabulary`.
  public let name: String
  /// The file that the settings name; nil if they name none.
  public let path: String?
  /// True if the stage has read the file.
  public let isThere: Bool
  /// A sum that nothing has been added to yet.
  public let nothing: SurveySum
  /// The same stage, made again from the same settings.
  public let remade: @Sendable () throws -> AnyStage
  private let look: @Sendable (Issue) throws -> SurveySum

  init<S: Surveying>(_ stage: S, remade: @escaping @Sendable () throws -> AnyStage) {
    name = S.surveyName
    path = stage.surveyPath
    isThere = stage.hasSurvey
    nothing = SurveySum(S.Tally())
    look = { SurveySum(try stage.tally(of: $0)) }
    self.remade = remade
  }

  /// The same survey of a stage that is wrapped into something else.
  ///
  /// - Parameter wrap: does with the stage that was made again what was done with the first.
  public func wrapped(_ wrap: @escaping @Sendable (AnyStage) throws -> AnyStage) -> StageSurvey {
    StageSurvey(self) { [remade] in try wrap(try remade()) }
  }

  private init(_ other: StageSurvey, remade: @escaping @Sendable () throws -> AnyStage) {
    name = other.name
    path = other.path
    isThere = other.isThere
    nothing = other.nothing
    look = other.look
    self.remade = remade
  }

  /// What one document has.
  public func tally(of issue: Issue) throws -> SurveySum { try look(issue) }
}

/// What was tallied, whatever it is.
public struct SurveySum: Sendable {
  private var tally: any SurveyTally

  init(_ tally: any SurveyTally) { self.tally = tally }

  public var size: String { tally.size }

  /// What every file of the kind begins with.
  public var beginning: String { type(of: tally).beginning }

  public func bytes(from origin: SurveyOrigin) -> [UInt8] { tally.bytes(from: origin) }

  /// Adds what a further document has.
  public mutating func add(_ other: SurveySum) { Self.add(other.tally, to: &tally) }

  private static func add<T: SurveyTally>(_ other: any SurveyTally, to tally: inout T) {
    // Both come from the same stage, so they are of one type.
    if let other = other as? T { tally.add(other) }
  }
}
