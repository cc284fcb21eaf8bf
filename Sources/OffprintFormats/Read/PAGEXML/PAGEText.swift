import OffprintXML

/// One TextEquiv: a reading of a word, a line or a region. Texts are places in the bytes of a `PAGEContent`.
struct PAGEReading {
  var index: Int?
  /// 0...1; nil for what cannot be a confidence.
  var confidence: Double?
  var text = 0..<0
  /// PlainText, which some programs write in place of Unicode.
  var plain = 0..<0
  /// True if it has white space only, or nothing at all.
  private(set) var isEmpty = true

  init(_ attributes: XMLAttributes) {
    index = attributes.value(.index)?.int
    confidence = attributes.value(.conf)?.double.flatMap { (0...1).contains($0) ? $0 : nil }
  }

  /// A text that is not empty.
  init(_ text: Range<Int>, confidence: Double? = nil) {
    self.text = text
    self.confidence = confidence
    isEmpty = false
  }

  /// Takes account of both texts once they have been read: PlainText counts where there is no other.
  mutating func end(in content: PAGEContent) {
    if content.isBlank(text) { text = plain }
    isEmpty = content.isBlank(text)
  }
}

/// The reading that counts among several: the one of the lowest index, else the first. One without text never counts
/// before one with text.
struct PAGEText {
  private(set) var chosen: PAGEReading?

  mutating func offer(_ reading: PAGEReading) {
    guard let known = chosen, !known.isEmpty else {
      if chosen == nil || !reading.isEmpty { chosen = reading }
      return
    }
    guard !reading.isEmpty, let index = reading.index else { return }
    if known.index.map({ index < $0 }) ?? true { chosen = reading }
  }

  var isEmpty: Bool { chosen?.isEmpty ?? true }
  var confidence: Double? { chosen?.confidence }
}
