#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Bytes of any encoding made UTF-8 by iconv, to their end: what means nothing in the encoding is replaced and counted.
public struct ByteConversion: Sendable {
  public private(set) var text: [UInt8] = []
  /// Bytes that mean nothing in the encoding, each replaced by U+FFFD.
  public private(set) var replaced = 0

  /// - Parameters:
  ///   - encoding: as iconv calls it.
  ///   - unit: bytes of its smallest characters.
  /// - Returns: nil if the system does not know the encoding.
  public init?(_ bytes: some Collection<UInt8>, from encoding: String, unit: Int = 1) {
    guard let converter = iconv_open("UTF-8", encoding), converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = Array(bytes)
    var out = [UInt8](repeating: 0, count: max(1024, input.count * 2))
    var (read, written) = (0, 0)
    while read < input.count {
      var failure: Int32 = 0
      input.withUnsafeMutableBytes { input in
        out.withUnsafeMutableBytes { out in
          var (from, to) = (
            input.baseAddress.map { ($0 + read).assumingMemoryBound(to: CChar.self) },
            out.baseAddress.map { ($0 + written).assumingMemoryBound(to: CChar.self) }
          )
          var (left, room) = (input.count - read, out.count - written)
          if iconv(converter, &from, &left, &to, &room) == Int(bitPattern: UInt.max) { failure = errno }
          (read, written) = (input.count - left, out.count - room)
        }
      }
      switch failure {
      case 0: break
      case E2BIG: out += [UInt8](repeating: 0, count: out.count)
      default:
        // Something that is no character, or the beginning of one at the end of the file.
        if out.count - written < 3 { out += [UInt8](repeating: 0, count: out.count) }
        for byte in [0xEF, 0xBF, 0xBD] as [UInt8] {
          out[written] = byte
          written += 1
        }
        read = failure == EINVAL ? input.count : min(read + unit, input.count)
        replaced += 1
        iconv(converter, nil, nil, nil, nil)
      }
    }
    out.removeLast(out.count - written)
    text = out
  }
}
