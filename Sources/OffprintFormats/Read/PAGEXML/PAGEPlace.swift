import OffprintModel
import OffprintXML

/// A place as PAGE gives it, by the points of an outline; here its upright box.
struct PAGEPlace {
  private(set) var box = Box.unknown
  /// Points that are not two numbers; they are left out.
  private(set) var faults = 0

  init(_ box: Box = .unknown) { self.box = box }

  /// Points as they stand in one attribute: `x,y x,y`. Some programs write spaces or semicolons for the commas.
  init(points: XMLBytes) {
    let bytes = points.bytes
    if let box = Self.plainBox(bytes) {
      self.box = box
      return
    }
    var at = 0
    /// The next figure, if there is one more; nil for what is no number.
    func next() -> Double?? {
      while at < bytes.count, Self.isBetween(bytes[at]) { at += 1 }
      let start = at
      while at < bytes.count, !Self.isBetween(bytes[at]) { at += 1 }
      guard at > start else { return nil }
      return .some(XMLBytes(UnsafeBufferPointer(rebasing: bytes[start..<at])).double)
    }
    while let x = next() { add(x, next() ?? nil) }
  }

  /// The box around `x,y x,y` of whole numbers, as nearly all outlines are written; nil for any other spelling.
  private static func plainBox(_ bytes: UnsafeBufferPointer<UInt8>) -> Box? {
    var at = 0
    /// At most eight digits; -1 for none or more.
    func figure() -> Int {
      var value = 0
      let start = at
      while at < bytes.count, bytes[at] &- 0x30 < 10 {
        value = value &* 10 &+ Int(bytes[at] &- 0x30)
        at += 1
      }
      return at > start && at - start <= 8 ? value : -1
    }
    var (left, top, right, bottom) = (Int.max, Int.max, -1, -1)
    while at < bytes.count {
      let x = figure()
      guard x >= 0, at < bytes.count, bytes[at] == UInt8(ascii: ",") else { return nil }
      at += 1
      let y = figure()
      guard y >= 0, at == bytes.count || bytes[at] == UInt8(ascii: " ") else { return nil }
      while at < bytes.count, bytes[at] == UInt8(ascii: " ") { at += 1 }
      (left, top, right, bottom) = (min(left, x), min(top, y), max(right, x), max(bottom, y))
    }
    return right < 0 ? nil : Box(left: left, top: top, right: right, bottom: bottom)
  }

  private static func isBetween(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
  }

  mutating func add(_ x: Double?, _ y: Double?) {
    guard let x, let y else {
      faults += 1
      return
    }
    let (left, top) = (Self.pixel(x), Self.pixel(y))
    box = box.union(Box(left: left, top: top, right: left, bottom: top))
  }

  /// What is beyond any page is cut off.
  private static func pixel(_ value: Double) -> Int { Int(max(-1e9, min(1e9, value.rounded()))) }

  /// True if the place has a width and a height: `0,0 0,0` is how some programs write that they know none.
  var isArea: Bool { box.isKnown && box.width > 0 && box.height > 0 }
}

extension Box {
  /// One of several strips of equal height, counted from the top.
  func strip(_ number: Int, of count: Int) -> Box {
    guard isKnown, count > 0 else { return self }
    return Box(
      left: left, top: top + height * number / count, right: right, bottom: top + height * (number + 1) / count)
  }
}
