/// How words are compared here: small letters, a long s as a short one, any hyphen as `-`.
enum WordForm {
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0xAA: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil || isMark(scalar)
    }
  }

  /// Accents that stand as characters of their own belong to their letter.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .nonspacingMark
  }

  /// Signs that join the parts of a word inside a line.
  static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "\u{2010}", "\u{2011}", "⸗", "=", "¬", "\u{AD}": true
    default: false
    }
  }

  static func letters(of text: String) -> String {
    var letters = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where isLetter(scalar) { letters.append(contentsOf: small(scalar)) }
    return String(letters)
  }

  static func small(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    switch scalar.value {
    case 0x41...0x5A: String.UnicodeScalarView([Unicode.Scalar(UInt8(scalar.value) + 0x20)])
    case 0..<0x80: String.UnicodeScalarView([scalar])
    case 0x17F: String.UnicodeScalarView(["s"])
    default: scalar.properties.lowercaseMapping.unicodeScalars
    }
  }

  static func isCapital(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isUppercase }
  static func isSmall(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isLowercase }
}
