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
    if XMLText.faults(in: bytes) == 0 {
      bytes.withUnsafeBufferPointer { add(clean: $0, &hasSpace) }
    } else {
      XMLText.cleaned(bytes).bytes.withUnsafeBufferPointer { add(clean: $0, &hasSpace) }
    }
  }

  /// Runs of text in which every space is a single one are taken over as they are.
  private mutating func add(clean bytes: UnsafeBufferPointer<UInt8>, _ hasSpace: inout Bool) {
    var at = 0
    while at < bytes.count {
      if Self.isSpace(bytes[at]) {
        hasSpace = true
        at += 1
        continue
      }
      var end = at + 1
      var characters = Self.begins(bytes[at]) ? 1 : 0
      while end < bytes.count {
        let byte = bytes[end]
        if Self.isSpace(byte), byte != 0x20 || end + 1 == bytes.count || Self.isSpace(bytes[end + 1]) { break }
        if Self.begins(byte) { characters += 1 }
        end += 1
      }
      if hasSpace, !utf8.isEmpty {
        utf8.append(0x20)
        count += 1
      }
      hasSpace = false
      utf8.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[at..<end]))
      count += characters
      at = end
    }
  }

  @inline(__always)
  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  /// True for the first byte of a character.
  @inline(__always)
  private static func begins(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}
