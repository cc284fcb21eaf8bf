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
