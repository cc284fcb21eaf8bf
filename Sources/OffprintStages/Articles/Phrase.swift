/// Small operations on short texts given as scalars.
enum Phrase {
  /// By way of UTF-8: to append scalars to a string takes ten times as long.
  static func string(_ scalars: some Collection<Unicode.Scalar>) -> String {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(scalars.count)
    for scalar in scalars {
      if scalar.isASCII { utf8.append(UInt8(scalar.value)) } else { utf8.append(contentsOf: scalar.utf8) }
    }
    return String(decoding: utf8, as: UTF8.self)
  }

  /// A share or a ratio, for an operator: `120 %`.
  static func percent(_ value: Double) -> String { "\(Int((value * 100).rounded())) %" }

  static func lowercased(_ scalars: some Collection<Unicode.Scalar>) -> String { string(scalars).lowercased() }

  /// True if a text with so many capitals and small letters is set in capitals: OCR takes some for small ones.
  static func areCapitals(_ capitals: Int, small: Int) -> Bool {
    capitals >= 3 && capitals * 10 >= (capitals + small) * 8
  }

  /// The last scalar that is no space and no closing quote or bracket.
  static func lastTelling(_ scalars: [Unicode.Scalar]) -> Unicode.Scalar? {
    scalars.last { !closing.contains($0) }
  }

  static func closes(_ scalar: Unicode.Scalar) -> Bool { closing.contains(scalar) }

  private static let closing: SignSet = " \u{3000}\"'”’»›」』)）]】》〉"

  /// Marks that end a sentence.
  static let sentenceEnds: SignSet = ".!?。！？…．"
  /// Marks after which the text goes on.
  static let openEnds: SignSet = ",;:，；：、-\u{AD}¬⸗—–"
}
