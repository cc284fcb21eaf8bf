#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import OffprintDiagnostics

/// Text made UTF-8 by iconv.
struct TextConversion {
  var text: [UInt8] = []
  /// Bytes that mean nothing in the encoding, each replaced by U+FFFD.
  var replaced = 0

  /// - Throws: `OP205` if the system does not know the encoding.
  init(_ bytes: some Collection<UInt8>, from encoding: TextEncoding, file: String) throws {
    let converter = iconv_open("UTF-8", encoding.iconvName)
    guard converter != iconv_t(bitPattern: -1) else { throw Self.unknown(encoding, file) }
    defer { iconv_close(converter) }
    var input = Array(bytes)
    var out = [UInt8](repeating: 0, count: max(1024, input.count * 2))
    var (read, written) = (0, 0)
    let width = encoding.unit
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
        read = failure == EINVAL ? input.count : min(read + width, input.count)
        replaced += 1
        iconv(converter, nil, nil, nil, nil)
      }
    }
    out.removeLast(out.count - written)
    text = out
  }

  private static func unknown(_ encoding: TextEncoding, _ file: String) -> Diagnostic {
    Diagnostic(
      .formatUnexpected, "'\(file)' is in \(encoding.rawValue), which this system cannot read",
      at: SourcePlace(file: file), fix: "install the package with glibc's tables, libc-gconv-modules-extra on Debian",
      notes: [.init("kept", "nothing of the document it belongs to is exported")])
  }
}

extension TextEncoding {
  /// Bytes of its smallest characters.
  fileprivate var unit: Int {
    switch self {
    case .utf16LittleEndian, .utf16BigEndian: 2
    case .utf32LittleEndian, .utf32BigEndian: 4
    default: 1
    }
  }
}
