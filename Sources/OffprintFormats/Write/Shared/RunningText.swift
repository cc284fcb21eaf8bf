import OffprintModel
import OffprintXML

/// The text of some lines, fit for every output: no character that XML cannot hold. As running text it has one space
/// between words and none around, and no line break.
struct RunningText {
  var utf8: [UInt8] = []
  /// Where each line starts, in code points.
  var starts: [Int] = []
  /// The length in code points.
  var count = 0

  var string: String { String(decoding: utf8, as: UTF8.self) }
  var isEmpty: Bool { utf8.isEmpty }

  init() {}

  init(of lines: [LineRef], in issue: Issue) {
    let (bytes, lineStarts) = issue.runningText(ofLines: lines)
    utf8.reserveCapacity(bytes.count)
    var hasSpace = false
    for (index, start) in lineStarts.enumerated() {
      starts.append(count + (hasSpace && !utf8.isEmpty ? 1 : 0))
      let end = index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count
      add(bytes[start..<end], &hasSpace)
    }
    for index in starts.indices.reversed() where starts[index] > count { starts[index] = count }
  }

  /// The lines as they are printed, a line feed between them; empty ones are left out.
  init(printed lines: [LineRef], in issue: Issue) {
    for ref in lines {
      let line = XMLText.cleaned(issue[line: ref].utf8).bytes
      if !line.isEmpty, !utf8.isEmpty {
        utf8.append(0x0A)
        count += 1
      }
      starts.append(count)
      utf8 += line.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
      count += line.count { $0 & 0xC0 != 0x80 }
    }
  }

  /// A text from elsewhere, such as a title.
  init(cleaning text: String) {
    var hasSpace = false
    add(ArraySlice(text.utf8), &hasSpace)
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>, _ hasSpace: inout Bool) {
    let clean = XMLText.faults(in: bytes) == 0 ? bytes : ArraySlice(XMLText.cleaned(bytes).bytes)
    for byte in clean {
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        hasSpace = true
        continue
      }
      if hasSpace, !utf8.isEmpty {
        utf8.append(0x20)
        count += 1
      }
      hasSpace = false
      utf8.append(byte)
      if byte & 0xC0 != 0x80 { count += 1 }
    }
  }
}

/// How long a text is, as outputs state it.
struct TextCount {
  var words = 0
  /// Code points.
  var characters = 0

  /// Adds a text that stands by itself. A word is a run of characters between spaces; in Chinese and Japanese each
  /// character is one, and their punctuation is none.
  mutating func add(_ text: String) {
    var inWord = false
    for scalar in text.unicodeScalars {
      characters += 1
      if scalar.isASCII {
        if scalar == " " { inWord = false } else if !inWord { (inWord, words) = (true, words + 1) }
      } else if Script.isUnspaced(scalar) {
        inWord = false
        if Script.isHan(scalar) || Script.isKana(scalar) { words += 1 }
      } else if !inWord {
        (inWord, words) = (true, words + 1)
      }
    }
  }
}
