import OffprintModel
import OffprintXML

/// What the OCR engine thought of an article's words, and for how many of them it said anything.
struct RecognitionConfidence {
  private var hundredths = 0
  private(set) var covered = 0
  private(set) var words = 0

  init(of article: Article, in issue: Issue) {
    for component in article.components {
      for ref in component.lines {
        for word in issue[line: ref].words {
          words += 1
          guard let confidence = word.confidence else { continue }
          covered += 1
          hundredths += Int(confidence * 100 + 0.5)
        }
      }
    }
  }

  /// The mean over the words that have a figure, 0...1; nil if none has.
  var mean: Double? { covered == 0 ? nil : Double(hundredths) / Double(covered) / 100 }
  /// The share of words that have a figure, 0...1.
  var coverage: Double { words == 0 ? 0 : Double(covered) / Double(words) }
}

/// Numbers as text, the same on every machine and in every locale.
enum Decimals {
  /// `0.87`, `1`, `0.125`: at most three decimals, rounded half up, for figures from 0 to 1.
  static func share(_ value: Double) -> String {
    var text: [UInt8] = []
    forEachDigit(ofShare: value) { digit in
      if text.count == 1 { text.append(UInt8(ascii: ".")) }
      text.append(UInt8(ascii: "0") + UInt8(digit))
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The same for an attribute of each word of a page, without a text in between.
  static func add(share value: Double, to attribute: XMLValue) {
    var count = 0
    forEachDigit(ofShare: value) { digit in
      if count == 1 { attribute.add(".") }
      attribute.add(digit)
      count += 1
    }
  }

  /// Calls `body` with the digit before the decimal point and then with those behind it, up to the last that is not 0.
  @inline(__always)
  private static func forEachDigit(ofShare value: Double, _ body: (Int) -> Void) {
    let thousandths = Int(max(0, min(1, value)) * 1000 + 0.5)
    body(thousandths / 1000)
    var (rest, unit) = (thousandths % 1000, 100)
    while rest > 0 {
      body(rest / unit)
      (rest, unit) = (rest % unit, unit / 10)
    }
  }

  /// 0...100, as NewsML-G2 and PAGE state confidence.
  static func hundred(_ value: Double) -> String { String(hundredths(value)) }

  /// The same as a figure.
  static func hundredths(_ value: Double) -> Int { Int(max(0, min(1, value)) * 100 + 0.5) }
}
