/// A stable name for one kind of message, such as `OP103`, with the page that `offprint explain OP103` shows.
///
/// Codes are declared as static members in one file per family under `Codes/`. A published code keeps its meaning:
/// scripts of operators match on it.
public struct DiagnosticCode: Hashable, Sendable {
  /// `OP` and three digits.
  public let id: String
  /// What went wrong, as a heading of a few words.
  public let title: String
  /// The page for a person: what it means, what usually causes it and what to do next.
  public let explanation: String

  public init(_ id: String, _ title: String, _ explanation: String) {
    self.id = id
    self.title = title
    self.explanation = explanation
  }

  public static func == (a: DiagnosticCode, b: DiagnosticCode) -> Bool { a.id == b.id }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
