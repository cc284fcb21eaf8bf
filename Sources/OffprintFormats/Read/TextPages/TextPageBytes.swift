import OffprintDiagnostics

/// The text of a file, as UTF-8 whatever was in it.
struct TextPageBytes {
  /// Without a byte order mark; what was not UTF-8 is U+FFFD.
  var text: [UInt8]
  /// How many byte sequences were replaced.
  var replaced = 0

  /// - Throws: OP209 for an empty file, OP205 for one that is not text in UTF-8 at all.
  init(_ bytes: [UInt8], file: String) throws {
    guard !bytes.isEmpty else { throw Self.empty(file) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw Self.otherEncoding(file, "UTF-16", line: 1, offset: 0)
    }
    // A stray zero byte is one more control character; many of them mean that this is no text.
    let zeros = bytes.count { $0 == 0 }
    if zeros * 20 > bytes.count, let zero = bytes.firstIndex(of: 0) {
      let line = bytes[..<zero].count { $0 == 0x0A } + 1
      throw Self.otherEncoding(file, nil, line: line, offset: zero)
    }
    text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
    guard !text.isEmpty else { throw Self.empty(file) }
    if String(validating: text, as: UTF8.self) == nil { repair() }
  }

  /// Puts U+FFFD for each longest part of a sequence that is not UTF-8 (Unicode, 3.9, "maximal subpart").
  private mutating func repair() {
    var decoder = UTF8()
    var bytes = text.makeIterator()
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    while true {
      switch decoder.decode(&bytes) {
      case .scalarValue(let scalar): out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      case .emptyInput:
        text = out
        return
      case .error:
        out.append(contentsOf: UTF8.encodedReplacementCharacter)
        replaced += 1
      }
    }
  }

  fileprivate static func empty(_ file: String) -> Diagnostic {
    Diagnostic(.inputEmpty, "'\(file)' is empty", at: SourcePlace(file: file))
  }

  fileprivate static func otherEncoding(_ file: String, _ name: String?, line: Int, offset: Int) -> Diagnostic {
    let what = name.map { "it is \($0)" } ?? "it has a zero byte at offset \(offset)"
    return Diagnostic(
      .formatUnexpected, "'\(file)' is not text in UTF-8: \(what)", at: SourcePlace(file: file, line: line),
      fix: name == nil ? nil : "convert it: iconv -f UTF-16 -t UTF-8",
      notes: [.init("kept", "nothing of the document it belongs to is exported")])
  }
}
