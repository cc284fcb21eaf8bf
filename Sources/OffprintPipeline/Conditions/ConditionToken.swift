/// A word or sign of a condition, with the offset at which it starts.
struct ConditionToken: Hashable {
  enum Kind: Hashable {
    case name(String)
    case text(String)
    case number(Double)
    case sign(String)
    case end
  }

  var kind: Kind
  var offset: Int
  var length: Int

  var isEnd: Bool { kind == .end }

  /// The tokens of a condition, an `end` last. Throws a `ConditionFault` for what can be no part of one.
  static func tokens(of text: String) throws -> [ConditionToken] {
    let scalars = Array(text.unicodeScalars)
    var tokens: [ConditionToken] = []
    var at = 0
    func string(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return String(view)
    }
    while at < scalars.count {
      let start = at
      let scalar = scalars[at]
      if scalar == " " || scalar == "\n" || scalar == "\t" {
        at += 1
      } else if scalar == "\"" || scalar == "'" {
        guard let end = scalars[(at + 1)...].firstIndex(of: scalar) else {
          throw ConditionFault("the text is never closed", at: start, length: 1, fix: "add a quote at its end")
        }
        tokens.append(.init(kind: .text(string(at + 1..<end)), offset: start, length: end - start + 1))
        at = end + 1
      } else if ("0"..."9").contains(scalar) || scalar == "-" {
        at += 1
        while at < scalars.count, ("0"..."9").contains(scalars[at]) || scalars[at] == "." { at += 1 }
        guard let number = Double(string(start..<at)) else {
          throw ConditionFault("'\(string(start..<at))' is no number", at: start, length: at - start)
        }
        tokens.append(.init(kind: .number(number), offset: start, length: at - start))
      } else if scalar.properties.isAlphabetic || scalar == "_" {
        while at < scalars.count, isNamePart(scalars[at]) { at += 1 }
        tokens.append(.init(kind: .name(string(start..<at)), offset: start, length: at - start))
      } else {
        let two = at + 1 < scalars.count ? string(at..<at + 2) : ""
        let sign = ["==", "!=", "<=", ">="].contains(two) ? two : string(at..<at + 1)
        guard ["==", "!=", "<=", ">=", "<", ">", "(", ")"].contains(sign) else {
          let meant = ["=": "==", "&": "and", "|": "or", "!": "not"][sign]
          throw ConditionFault(
            "'\(sign)' has no meaning here", at: start, length: 1, fix: meant.map { "write \($0)" })
        }
        at += sign.unicodeScalars.count
        tokens.append(.init(kind: .sign(sign), offset: start, length: at - start))
      }
    }
    tokens.append(.init(kind: .end, offset: scalars.count, length: 1))
    return tokens
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "."
  }
}

/// What is wrong with a condition, and where in it.
struct ConditionFault: Error {
  var summary: String
  var offset: Int
  var length: Int
  var fix: String?
  var note: String?

  init(_ summary: String, at offset: Int, length: Int, fix: String? = nil, note: String? = nil) {
    self.summary = summary
    self.offset = offset
    self.length = length
    self.fix = fix
    self.note = note
  }
}
