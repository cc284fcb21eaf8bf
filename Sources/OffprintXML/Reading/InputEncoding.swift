/// How far a file's encoding lets its bytes be looked at one by one.
enum InputEncoding: Equatable {
  /// UTF-8, said by a byte order mark or the declaration, or by nothing.
  case utf8
  /// Another that begins as ASCII does, by the name that iconv has for it.
  case legacy(String)
  /// UTF-16, UTF-32 and encodings that switch with escape characters.
  case untouchable

  /// Looks at the byte order mark, the first characters and the declaration (XML 1.0, appendix F).
  init(of bytes: [UInt8]) {
    let head = bytes.prefix(4)
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      self = .utf8
    } else if head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0xFF, 0xFE]) || head.prefix(2).contains(0) {
      self = .untouchable
    } else {
      self = Self.named(in: bytes.prefix(200))
    }
  }

  private static func named(in head: ArraySlice<UInt8>) -> InputEncoding {
    guard head.starts(with: "<?xml".utf8) else { return .utf8 }
    let declaration = head.prefix { $0 != UInt8(ascii: ">") }.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    guard let rest = XMLSniff.after("encoding", in: declaration[...]) else { return .utf8 }
    let value = rest.drop { "= \t\r\n\"'".utf8.contains($0) }
    return named(String(decoding: value.prefix { !"\"' ?".utf8.contains($0) }, as: UTF8.self))
  }

  /// The encoding that a name stands for, in lower case.
  static func named(_ name: String) -> InputEncoding {
    // A file that really was UTF-16 would have shown zero bytes already.
    if name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "ascii" { return .utf8 }
    let switching = ["iso-2022", "hz", "utf-7", "utf-16", "utf-32", "ucs-", "iso-10646"]
    return switching.contains { name.hasPrefix($0) } ? .untouchable : .legacy(vendors[name] ?? name)
  }

  /// Where programs write a little more under a name than its standard has, iconv's name of the larger one (WHATWG
  /// Encoding Standard, section 4.2, which browsers follow): windows-1252 for Latin-1, whose control characters
  /// nobody means, windows-31J for Shift_JIS, GB 18030 for GB 2312 and GBK, code page 949 for EUC-KR.
  private static let vendors: [String: String] = {
    let names: [(String, [String])] = [
      ("CP1252", ["iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "windows-1252", "cp1252"]),
      ("CP1254", ["iso-8859-9", "iso8859-9", "latin5", "windows-1254", "cp1254"]),
      ("CP874", ["iso-8859-11", "tis-620", "windows-874"]),
      ("CP932", ["shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j", "cp932"]),
      ("EUC-JP-MS", ["euc-jp", "x-euc-jp"]),
      ("GB18030", ["gb2312", "gb_2312-80", "gbk", "x-gbk", "cp936", "euc-cn", "gb18030"]),
      ("BIG5-HKSCS", ["big5", "big5-hkscs", "cn-big5", "x-x-big5"]),
      ("CP949", ["euc-kr", "ks_c_5601-1987", "ksc5601", "windows-949", "cp949"]),
    ]
    return Dictionary(
      names.flatMap { name, labels in labels.map { ($0, name) } }, uniquingKeysWith: { first, _ in first })
  }()
}
