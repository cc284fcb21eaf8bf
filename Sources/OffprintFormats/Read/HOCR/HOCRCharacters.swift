import OffprintModel

extension PageWords {
  /// Places of words that stand in no element of their own: by the places of their characters if the file has them,
  /// else by shares of the line's, if they are all there is in it.
  static func places(
    of texts: [ArraySlice<UInt8>], _ loose: HOCRLoose, _ line: HOCRLine, isWhole: Bool
  ) -> [Box] {
    if !loose.places.isEmpty {
      return texts.map { text in
        loose.places.reduce(.unknown) { text.indices.contains($1.at) ? $0.union($1.box) : $0 }
      }
    }
    guard isWhole else { return texts.map { _ in .unknown } }
    return ofCharacters(texts, loose.bytes, line.characters) ?? shares(texts, line.box)
  }

  /// By x_bboxes, which has a place for each character of the line, with its spaces or without.
  private static func ofCharacters(_ texts: [ArraySlice<UInt8>], _ bytes: [UInt8], _ places: [Box]) -> [Box]? {
    guard !places.isEmpty, let first = texts.first, let last = texts.last else { return nil }
    func count(_ text: ArraySlice<UInt8>) -> Int { text.count { $0 & 0xC0 != 0x80 } }
    let withSpaces = count(bytes[first.startIndex..<last.endIndex])
    let without = texts.reduce(0) { $0 + count($1) }
    guard places.count == withSpaces || places.count == without else { return nil }
    var at = 0
    return texts.map { text in
      if places.count == withSpaces { at = count(bytes[first.startIndex..<text.startIndex]) }
      defer { at += count(text) }
      return places[at..<at + count(text)].reduce(.unknown) { $0.union($1) }
    }
  }
}
