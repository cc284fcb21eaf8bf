import Foundation

/// How alike two short texts are by their letters, for headlines that the OCR or a metadata record spell differently.
enum TextLikeness {
  /// 0...1: twice the letters in common over all letters, by Ratcliff and Obershelp ("Pattern Matching: The Gestalt
  /// Approach", Dr. Dobb's Journal, July 1988): the longest common run, then the same left and right of it. Of runs
  /// of the same length the first in `a` counts, and in `b`. 0 if one text has no letters.
  static func ratio(_ a: String, _ b: String) -> Double {
    let (a, b) = (letters(of: a), letters(of: b))
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    return Double(2 * common(a[...], b[...])) / Double(a.count + b.count)
  }

  /// True if `ratio` is at least so much.
  static func isAtLeast(_ least: Double, _ a: String, _ b: String) -> Bool {
    let (first, second) = (letters(of: a).count, letters(of: b).count)
    // More than all letters of the shorter text are never in common.
    guard first > 0, second > 0, Double(2 * min(first, second)) / Double(first + second) >= least else { return false }
    return ratio(a, b) >= least
  }

  /// Letters and figures only, compatibility forms resolved, without case, the long s as a short one.
  static func letters(of text: String) -> [Unicode.Scalar] {
    text.precomposedStringWithCompatibilityMapping.unicodeScalars.flatMap(folded).filter(isLetterOrFigure)
  }

  /// Small letters by way of capitals, so that ß is ss and a final sigma is one.
  private static func folded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    scalar.properties.uppercaseMapping.unicodeScalars.flatMap { $0.properties.lowercaseMapping.unicodeScalars }
  }

  private static func isLetterOrFigure(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  private static func common(_ a: ArraySlice<Unicode.Scalar>, _ b: ArraySlice<Unicode.Scalar>) -> Int {
    let run = longestRun(a, b)
    guard run.length > 0 else { return 0 }
    return run.length + common(a[..<run.a], b[..<run.b])
      + common(a[(run.a + run.length)...], b[(run.b + run.length)...])
  }

  private static func longestRun(
    _ a: ArraySlice<Unicode.Scalar>, _ b: ArraySlice<Unicode.Scalar>
  ) -> (a: Int, b: Int, length: Int) {
    var best = (a: a.startIndex, b: b.startIndex, length: 0)
    // For each place in b, how long the run is that ends there and at the place in a before.
    var before = [Int](repeating: 0, count: b.count + 1)
    for i in a.indices {
      var now = [Int](repeating: 0, count: b.count + 1)
      for (offset, letter) in b.enumerated() where letter == a[i] {
        let length = before[offset] + 1
        now[offset + 1] = length
        if length > best.length { best = (i - length + 1, b.startIndex + offset - length + 1, length) }
      }
      before = now
    }
    return best
  }
}
