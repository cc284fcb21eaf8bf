/// So many right of so many. Of nothing there is no share: nil, not 0.
public struct Share: Hashable, Sendable {
  public var right: Int
  public var of: Int

  public init(_ right: Int = 0, of total: Int = 0) {
    self.right = right
    of = total
  }

  /// 0...1.
  public var value: Double? { of == 0 ? nil : Double(right) / Double(of) }

  public static func + (a: Share, b: Share) -> Share { Share(a.right + b.right, of: a.of + b.of) }
  public static func += (a: inout Share, b: Share) { a = a + b }

  mutating func count(_ isRight: Bool) {
    right += isRight ? 1 : 0
    of += 1
  }
}
