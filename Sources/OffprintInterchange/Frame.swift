/// A message between Offprint and another process: its length in four bytes, the highest first, and so many bytes of
/// JSON.
public enum Frame {
  /// The longest message. It is just so long that no text can be taken for a length: whatever a program prints to
  /// standard output in place of a frame begins with a byte that makes it longer than this.
  public static let longest = 0x07FF_FFFF

  /// The frame of a message; nil if it is too long.
  public static func of(_ message: [UInt8]) -> [UInt8]? {
    let count = message.count
    guard count <= longest else { return nil }
    return [UInt8(count >> 24), UInt8(count >> 16 & 255), UInt8(count >> 8 & 255), UInt8(count & 255)] + message
  }

  /// The length that the first four bytes of a frame give; nil if there are not so many, or if it is none.
  public static func length(_ bytes: some Collection<UInt8>) -> Int? {
    let head = bytes.prefix(4)
    guard head.count == 4 else { return nil }
    let count = head.reduce(0) { $0 << 8 | Int($1) }
    return count <= longest ? count : nil
  }
}
