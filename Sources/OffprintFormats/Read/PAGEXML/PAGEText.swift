import OffprintXML

/// One TextEquiv: a reading of a word, a line or a region.
struct PAGEReading {
  var index: Int?
  /// 0...1; nil for what cannot be a confidence.
  var confidence: Double?
  var text: [UInt8] = []
  /// PlainText, which some programs write in place of Unicode.
  var plain: [UInt8] = []

  init(_ attributes: XMLAttributes) {
    index = attributes.value(.index)?.int
    confidence = attributes.value(.conf)?.double.flatMap { (0...1).contains($0) ? $0 : nil }
  }

  init(_ text: [UInt8]) { self.text = text }

  var isEmpty: Bool { !text.contains { $0 > 0x20 } }
}

/// The reading that counts among several: the one of the lowest index, else the first. One without text never counts
/// before one with text.
struct PAGEText {
  private(set) var chosen: PAGEReading?

  mutating func offer(_ reading: PAGEReading) {
    var reading = reading
    if reading.isEmpty { reading.text = reading.plain }
    guard let known = chosen, !known.isEmpty else {
      if chosen == nil || !reading.isEmpty { chosen = reading }
      return
    }
    guard !reading.isEmpty, let index = reading.index else { return }
    if known.index.map({ index < $0 }) ?? true { chosen = reading }
  }

  var isEmpty: Bool { chosen?.isEmpty ?? true }
  var confidence: Double? { chosen?.confidence }

  /// The words, at spaces and controls of ASCII and at the no-break space.
  var words: [ArraySlice<UInt8>] { chosen.map { WhiteSpace.parts(of: $0.text[...]) } ?? [] }

  /// The text of each of its lines that has any.
  var lines: [ArraySlice<UInt8>] {
    guard let text = chosen?.text else { return [] }
    return text.split { $0 == 0x0A || $0 == 0x0D }.filter { $0.contains { $0 > 0x20 } }
  }
}
