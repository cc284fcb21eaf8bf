import Testing

@testable import OffprintXML

@Suite("What XML forbids is found at every place of the words that are looked at in one step")
struct ReadingScrubTests {
  private static let length = 80

  private func scrubbed(_ piece: [UInt8], at place: Int) -> (text: [UInt8], found: XMLScrubbing, plain: [UInt8]) {
    var bytes = [UInt8](repeating: UInt8(ascii: "x"), count: Self.length)
    let plain = bytes
    bytes.replaceSubrange(place..<place + 1, with: piece)
    let (text, found) = XMLScrubbing.scrub(bytes)
    return (text, found, plain)
  }

  @Test("Control characters become spaces", arguments: [0x00, 0x08, 0x0B, 0x1F] as [UInt8])
  func controls(_ control: UInt8) {
    // A zero among the first bytes is the sign of UTF-16, and the file is left as it is.
    for place in (control == 0 ? 4 : 0)..<Self.length {
      let (text, found, plain) = scrubbed([control], at: place)
      var expected = plain
      expected[place] = 0x20
      #expect(text == expected && found.controlCharacters == 1, "place \(place)")
    }
  }

  @Test("Bytes that are no UTF-8 become U+FFFD", arguments: [[0xFF], [0xC3], [0x80], [0xED, 0xA0, 0x80]] as [[UInt8]])
  func invalid(_ piece: [UInt8]) {
    for place in 0..<Self.length {
      let (text, found, _) = scrubbed(piece, at: place)
      #expect(found.invalidUTF8 == piece.count, "place \(place)")
      #expect(text.count == Self.length - 1 + 3 * piece.count)
    }
  }

  @Test(
    "What XML can hold stays as it is",
    arguments: ["\t", "\n", "\r\n\t\t ", "é", "ÿ", "ſ", "今", "\u{FFFD}", "😀", "&amp;", "&#233;", "<a b=\"c\">"])
  func sound(_ piece: String) {
    for place in 0..<Self.length {
      let (text, found, plain) = scrubbed(Array(piece.utf8), at: place)
      var expected = plain
      expected.replaceSubrange(place..<place + 1, with: Array(piece.utf8))
      #expect(text == expected && found.isEmpty, "place \(place)")
    }
  }
}
