import OffprintDiagnostics

/// The text of a file, as UTF-8 whatever was in it.
struct TextPageBytes {
  /// Without a byte order mark; what means nothing in the encoding is U+FFFD, and a control character a space.
  var text: [UInt8] = []
  /// In which the file was.
  private(set) var encoding = TextEncoding.utf8
  /// False if the encoding was guessed and another comes near.
  private(set) var isSure = true
  /// How many byte sequences were replaced.
  var replaced = 0
  /// Control characters that were replaced: all that are none of the layout of a text. Of an XML file those of C0 are,
  /// which it cannot hold.
  private(set) var controlCharacters = 0
  /// True if it had escapes to other sets of characters (ISO 2022), as some encodings of East Asia have.
  private(set) var hasEscapes = false

  /// - Parameter encoding: as a setting has it; `auto` to find out.
  /// - Throws: OP209 for an empty file, OP205 for one that is no text, or in an encoding that the system does not know.
  init(_ bytes: [UInt8], file: String, encoding asked: TextEncoding = .auto) throws {
    guard !bytes.isEmpty else { throw Self.empty(file) }
    let mark = TextEncoding.mark(of: bytes)
    if asked != .auto {
      encoding = asked
    } else if let guess = EncodingGuess(bytes) {
      (encoding, isSure) = (guess.encoding, guess.isSure)
    }
    let rest = mark.flatMap { $0.encoding == encoding ? bytes[$0.count...] : nil } ?? bytes[...]
    guard !rest.isEmpty else { throw Self.empty(file) }
    guard encoding == .utf8 else {
      let made = try TextConversion(rest, from: encoding, file: file)
      (text, replaced) = (made.text, made.replaced)
      clearControls()
      return
    }
    // A stray zero byte is one more control character; many of them mean that this is no text.
    let zeros = bytes.count { $0 == 0 }
    if zeros * 20 > bytes.count, let zero = bytes.firstIndex(of: 0) {
      throw Self.noText(file, line: bytes[..<zero].count { $0 == 0x0A } + 1, offset: zero)
    }
    text = Array(rest)
    if String(validating: text, as: UTF8.self) == nil { repair() }
    clearControls()
  }

  /// Puts a space for each control character but tabs, line ends and form feeds, so that columns stay where they are.
  private mutating func clearControls() {
    var out: [UInt8] = []
    var kept = 0
    for (index, byte) in text.enumerated() {
      switch byte {
      case 0x09, 0x0A, 0x0C, 0x0D: continue
      case 0..<0x20, 0x7F: out += text[kept..<index]
      case 0x80..<0xA0 where index > 0 && text[index - 1] == 0xC2: out += text[kept..<(index - 1)]
      default: continue
      }
      let isEscape = byte == 0x1B && index + 1 < text.count && (text[index + 1] == 0x24 || text[index + 1] == 0x28)
      hasEscapes = hasEscapes || isEscape
      controlCharacters += 1
      out.append(0x20)
      kept = index + 1
    }
    if controlCharacters > 0 { text = out + text[kept...] }
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

  fileprivate static func noText(_ file: String, line: Int, offset: Int) -> Diagnostic {
    Diagnostic(
      .formatUnexpected, "'\(file)' is no text: it has a zero byte at offset \(offset)",
      at: SourcePlace(file: file, line: line),
      notes: [.init("kept", "nothing of the document it belongs to is exported")])
  }
}
