/// Raised and lowered figures, which would make other numbers of those that they stand at: `10³` is not `103`.
enum RaisedText {
  case raised, lowered

  /// The text in characters of Unicode that are so by themselves; as it is if it has one that has no such form, or no
  /// figure: a hyphen at a line's end is no minus.
  func written(_ text: some Collection<UInt8>) -> [UInt8] {
    let own = Array(text)
    guard own.contains(where: { (0x30...0x39).contains($0) }) else { return own }
    var out: [UInt8] = []
    for byte in own {
      guard let form = self == .raised ? Self.raisedForms[byte] : Self.loweredForms[byte] else { return own }
      out += form
    }
    return out
  }

  private static let raisedForms = forms("0123456789+-=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾")
  private static let loweredForms = forms("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")

  private static func forms(_ plain: String, _ own: String) -> [UInt8: [UInt8]] {
    var forms: [UInt8: [UInt8]] = [0x20: [0x20], 0x0A: [0x0A]]
    for (byte, scalar) in zip(plain.utf8, own.unicodeScalars) { forms[byte] = Array(String(scalar).utf8) }
    return forms
  }
}
