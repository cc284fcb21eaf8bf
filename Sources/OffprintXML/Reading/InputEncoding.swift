/// How far a file's encoding lets its bytes be looked at one by one.
enum InputEncoding {
  /// UTF-8, said by a byte order mark or the declaration, or by nothing.
  case utf8
  /// windows-1252, in which five bytes stand for nothing.
  case windows1252
  /// Another encoding in which bytes below 0x20 are always control characters.
  case asciiBased
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
    if name == "windows-1252" || name == "cp1252" { return .windows1252 }
    let switching = ["iso-2022", "hz", "utf-7", "utf-16", "utf-32", "ucs-", "iso-10646"]
    return switching.contains { name.hasPrefix($0) } ? .untouchable : .asciiBased
  }
}
