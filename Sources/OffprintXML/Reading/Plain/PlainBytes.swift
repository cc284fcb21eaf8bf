/// What a byte of a plain file may be part of, one look into a table for each.
struct PlainBytes {
  /// Begins a name. What is beyond ASCII is left to libxml2.
  static let first: UInt8 = 1
  /// Stands in a name, a colon too.
  static let inName: UInt8 = 2
  /// Stands for itself in the value of an attribute, whatever its quotes.
  static let inValue: UInt8 = 4
  /// Stands for itself in a text.
  static let inText: UInt8 = 8

  private static let all: [UInt8] = (0...255).map { byte in
    let byte = UInt8(byte)
    var kinds: UInt8 = 0
    if byte & 0xDF &- 0x41 < 26 || byte == UInt8(ascii: "_") { kinds |= first | inName }
    if byte &- 0x30 < 10 || "-.:".utf8.contains(byte) { kinds |= inName }
    if byte >= 0x20, !"\"'<&".utf8.contains(byte) { kinds |= inValue }
    if byte != 0x0D, !"<&]".utf8.contains(byte) { kinds |= inText }
    return kinds
  }

  /// A copy of the table, so that nobody is asked whether it has been made.
  private let kinds: UnsafeMutablePointer<UInt8>

  init() {
    kinds = .allocate(capacity: Self.all.count)
    kinds.initialize(from: Self.all, count: Self.all.count)
  }

  func deallocate() { kinds.deallocate() }

  @inline(__always)
  func isKind(_ kind: UInt8, _ byte: UInt8) -> Bool { kinds[Int(byte)] & kind != 0 }
}
