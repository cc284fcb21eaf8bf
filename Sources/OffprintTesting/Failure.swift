/// What a part that was checked does not do as it should. Functions of this module return lists of them, so that they
/// serve any test framework: `#expect(checkStage(MyStage.self).isEmpty)` shows each as a sentence.
public struct Failure: Hashable, Sendable, CustomStringConvertible {
  /// The rule that was broken, such as `no line is lost`.
  public var rule: String
  /// Where and how: the document, the setting or the example, and what happened.
  public var detail: String

  public init(_ rule: String, _ detail: String) {
    self.rule = rule
    self.detail = detail
  }

  public var description: String { "\(rule): \(detail)" }
}

extension Failure {
  /// The rule of a part that does not come back from a document. The kit asks nothing more of it then, and names what
  /// it has not tried: each further document might take as long, and a slow start is no reason for a shorter wait.
  public static let answersInTime = "a part answers in time"

  public var isHang: Bool { rule == Self.answersInTime }

  /// The same with what was not tried any more.
  func leavingOut(_ names: [String]) -> Failure {
    names.isEmpty ? self : Failure(rule, "\(detail)\nnot tried after that: \(names.joined(separator: ", "))")
  }
}
