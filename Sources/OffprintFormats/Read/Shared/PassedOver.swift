import OffprintXML

/// Elements whose text is not read, since another form of it is; the text of one may be kept for the case that no
/// better form follows.
struct PassedOver {
  /// How many elements are open that are passed over, or are inside of one.
  private(set) var depth = 0
  private var kept: [UInt8]?

  /// An element that is passed over begins, or one inside of it.
  mutating func begin(keeping: Bool = false) {
    if depth == 0, keeping { kept = [] }
    depth += 1
  }

  mutating func pass(over text: XMLBytes) { kept?.append(contentsOf: text.bytes) }

  /// - Returns: the text that was kept, at the end of its element.
  mutating func end() -> [UInt8]? {
    depth -= 1
    guard depth == 0 else { return nil }
    defer { kept = nil }
    return kept
  }
}
