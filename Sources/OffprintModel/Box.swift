/// An upright rectangle on a page: pixels of the scan, or cells of the character grid of a text page.
///
/// The origin is the upper left corner. `left` and `top` are inside, `right` and `bottom` are the first outside.
public struct Box: Hashable, Sendable {
  @usableFromInline var l, t, r, b: Int32

  /// What has no known place.
  @inlinable public static var unknown: Box { Box(l: .min, t: .min, r: .min, b: .min) }

  @inlinable
  init(l: Int32, t: Int32, r: Int32, b: Int32) {
    self.l = l
    self.t = t
    self.r = r
    self.b = b
  }

  /// Coordinates beyond what 32 bits hold are cut off there; a negative width or height counts as 0.
  @inlinable
  public init(left: Int, top: Int, right: Int, bottom: Int) {
    l = Int32(clamping: max(left, -1 << 30))
    t = Int32(clamping: max(top, -1 << 30))
    r = Int32(clamping: max(left, right, -1 << 30))
    b = Int32(clamping: max(top, bottom, -1 << 30))
  }

  public init(x: Int, y: Int, width: Int, height: Int) {
    self.init(left: x, top: y, right: Self.end(x, width), bottom: Self.end(y, height))
  }

  /// Far ends beyond what `Int` holds stay far ends, instead of wrapping round to nothing.
  private static func end(_ start: Int, _ length: Int) -> Int {
    let (end, overflow) = start.addingReportingOverflow(max(0, length))
    return overflow ? .max : end
  }

  @inlinable public var isKnown: Bool { l != .min }
  @inlinable public var left: Int { Int(l) }
  @inlinable public var top: Int { Int(t) }
  @inlinable public var right: Int { Int(r) }
  @inlinable public var bottom: Int { Int(b) }
  @inlinable public var width: Int { Int(r) - Int(l) }
  @inlinable public var height: Int { Int(b) - Int(t) }
  @inlinable public var centreX: Int { (Int(l) + Int(r)) / 2 }
  @inlinable public var centreY: Int { (Int(t) + Int(b)) / 2 }
  @inlinable public var area: Int { width * height }

  /// The smallest box around both; an unknown one adds nothing.
  @inlinable
  public func union(_ other: Box) -> Box {
    guard isKnown else { return other }
    guard other.isKnown else { return self }
    return Box(l: min(l, other.l), t: min(t, other.t), r: max(r, other.r), b: max(b, other.b))
  }

  /// How many units of width the two have in common, 0 if none.
  @inlinable public func overlapX(_ other: Box) -> Int { max(0, min(right, other.right) - max(left, other.left)) }

  /// How many units of height the two have in common, 0 if none.
  @inlinable public func overlapY(_ other: Box) -> Int { max(0, min(bottom, other.bottom) - max(top, other.top)) }
}
