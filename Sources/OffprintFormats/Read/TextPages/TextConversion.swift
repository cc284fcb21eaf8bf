import OffprintDiagnostics
import OffprintXML

/// Text made UTF-8 by iconv.
struct TextConversion {
  var text: [UInt8] = []
  /// Bytes that mean nothing in the encoding, each replaced by U+FFFD.
  var replaced = 0

  /// - Throws: `OP205` if the system does not know the encoding.
  init(_ bytes: some Collection<UInt8>, from encoding: TextEncoding, file: String) throws {
    guard let made = ByteConversion(bytes, from: encoding.iconvName, unit: encoding.unit) else {
      throw Self.unknown(encoding, file)
    }
    (text, replaced) = (made.text, made.replaced)
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
