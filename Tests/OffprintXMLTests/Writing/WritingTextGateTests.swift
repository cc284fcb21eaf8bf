import Testing

@testable import OffprintXML

@Suite("XMLText lets through only what XML can hold")
struct WritingTextGateTests {
  @Test("Clean text goes by unchanged", arguments: ["", "plain", "Straße über «Zeug» 今日 😀 \t\n\r\u{7F}"])
  func clean(_ text: String) {
    #expect(XMLText.faults(in: text.utf8) == 0)
    #expect(XMLText.cleaned(text.utf8).bytes == Array(text.utf8))
  }

  @Test("Each character that XML cannot hold is one replacement")
  func characters() {
    let (bytes, replaced) = XMLText.cleaned("eight by\u{00}tes\u{1F} and \u{FFFE}\u{FFFF}.".utf8)
    #expect(String(decoding: bytes, as: UTF8.self) == "eight by\u{FFFD}tes\u{FFFD} and \u{FFFD}\u{FFFD}.")
    #expect(replaced == 4)
  }

  @Test(
    "Broken UTF-8 counts as the standard replaces it",
    arguments: [
      [0xFF], [0xC3], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0x80, 0x80], [0xC0, 0xAF],
      [0xF5, 0x80, 0x80, 0x80], [0xE0, 0x80, 0x41], [0xF4, 0x90, 0x80, 0x80],
    ] as [[UInt8]])
  func broken(_ bytes: [UInt8]) {
    let padded = Array("12345678".utf8) + bytes + Array("z".utf8)
    let expected = String(decoding: padded, as: UTF8.self)
    let (cleaned, replaced) = XMLText.cleaned(padded)
    #expect(cleaned == Array(expected.utf8))
    #expect(replaced == expected.unicodeScalars.count { $0 == "\u{FFFD}" })
  }

  @Test("Every control character is found at every place of a word of eight bytes")
  func everyPlace() {
    for control in UInt8(0)..<0x20 where ![0x09, 0x0A, 0x0D].contains(control) {
      for place in 0..<17 {
        var bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 17)
        bytes[place] = control
        #expect(XMLText.faults(in: bytes) == 1)
      }
    }
  }
}
