import OffprintModel
import OffprintXML

/// The word that is being put together of characters.
struct ABBYYWord {
  var bytes: [UInt8] = []
  private var left = Int.max
  private var top = Int.max
  private var right = Int.min
  private var bottom = Int.min
  private var confidences = 0
  private var sum = 0
  var style = 0

  mutating func begin() {
    bytes.removeAll(keepingCapacity: true)
    (left, top, right, bottom) = (.max, .max, .min, .min)
    confidences = 0
    sum = 0
  }

  mutating func extend(_ character: ABBYYCharacter) {
    if let confidence = character.confidence {
      sum += confidence
      confidences += 1
    }
    guard character.hasPlace else { return }
    left = min(left, character.left)
    top = min(top, character.top)
    right = max(right, character.right)
    bottom = max(bottom, character.bottom)
  }

  var box: Box { right < left ? .unknown : Box(left: left, top: top, right: right, bottom: bottom) }

  /// True if a character stands so far to the right of the word that a space must be between.
  func isApart(from character: ABBYYCharacter) -> Bool {
    character.hasPlace && right >= left && (character.left - right) * 4 > bottom - top
  }

  /// The mean of its characters', 0...1.
  var confidence: Double? { confidences == 0 ? nil : Double(sum) / Double(confidences) / 100 }
}

/// The character that is open.
struct ABBYYCharacter {
  var left = 0
  var top = 0
  var right = 0
  var bottom = 0
  var hasPlace = false
  /// 0...100; FineReader writes 255 or -1 where it has none.
  var confidence: Int?
  var startsWord = false
  /// True if no text was met in it yet.
  var isEmpty = true

  init() {}

  init(_ attributes: XMLAttributes) {
    if let left = attributes[abbyy: .l]?.digits, let top = attributes[abbyy: .t]?.digits,
      let right = attributes[abbyy: .r]?.digits,
      let bottom = attributes[abbyy: .b]?.digits, left <= right, top <= bottom
    {
      (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
      hasPlace = true
    }
    if let confidence = attributes[abbyy: .charConfidence]?.digits, confidence <= 100 { self.confidence = confidence }
    startsWord = attributes[abbyy: .wordStart].map { $0.equals("true") || $0.equals("1") } ?? false
  }
}
