import OffprintKit

/// How the characters of a text file are written as bytes.
public enum TextEncoding: String, SettingChoice {
  /// Found out from the bytes.
  case auto
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case utf32LittleEndian = "utf-32le"
  case utf32BigEndian = "utf-32be"
  case windows1252 = "windows-1252"
  case windows1250 = "windows-1250"
  case windows1251 = "windows-1251"
  case latin1 = "iso-8859-1"
  case latin2 = "iso-8859-2"
  case latin9 = "iso-8859-15"
  case codePage437 = "ibm437"
  case codePage850 = "ibm850"
  case macintosh
  case gb18030
  case big5
  case shiftJIS = "shift-jis"
  case eucJP = "euc-jp"
  case iso2022JP = "iso-2022-jp"
  case eucKR = "euc-kr"

  /// As iconv calls it. Where programs write a little more under a name than its standard has (windows-31J for
  /// Shift-JIS, code page 949 for EUC-KR), the larger one is taken.
  var iconvName: String {
    switch self {
    case .auto, .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .utf32LittleEndian: "UTF-32LE"
    case .utf32BigEndian: "UTF-32BE"
    case .windows1252: "CP1252"
    case .windows1250: "CP1250"
    case .windows1251: "CP1251"
    case .latin1: "ISO-8859-1"
    case .latin2: "ISO-8859-2"
    case .latin9: "ISO-8859-15"
    case .codePage437: "CP437"
    case .codePage850: "CP850"
    case .macintosh: "MACINTOSH"
    case .gb18030: "GB18030"
    case .big5: "BIG5-HKSCS"
    case .shiftJIS: "CP932"
    case .eucJP: "EUC-JP"
    case .iso2022JP: "ISO-2022-JP"
    case .eucKR: "CP949"
    }
  }

  /// The mark at the beginning of a file that says which of the Unicode encodings it is, and how long it is.
  static func mark(of bytes: some Collection<UInt8>) -> (encoding: TextEncoding, count: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (.utf32LittleEndian, 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (.utf32BigEndian, 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }
}
