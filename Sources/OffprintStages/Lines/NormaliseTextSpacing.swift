import OffprintModel

/// Closes the spaces in a Chinese or Japanese line that only fill the line, and keeps those that say something.
///
/// A character that stands alone between spaces was moved apart from its neighbours to fill the column. In a line in
/// which most characters stand alone, every single space is of that kind; elsewhere only those inside a run of three
/// or more such characters are. A lone space between longer groups separates names in a byline or the parts of a
/// headline, and stays. A gap of two or more cells on a text page is a place on the page and stays as well, unless
/// the line is spaced out by just that much.
struct CJKSpacing {
  let closesLetterSpacing: Bool
  let closesDigitSpaces: Bool
  let keepsGaps: Bool

  struct Closed {
    var letterSpaces = 0
    var digitSpaces = 0
    /// Characters that stood alone, of all characters of the line.
    var alone = 0
    var han = 0
    var count: Int { letterSpaces + digitSpaces }
  }

  /// A group of scalars between spaces.
  private struct Token {
    var range: Range<Int>
    /// Spaces before it.
    var gap: Int
    var han: Int
    /// Latin letters and digits.
    var alphanumerics: Int
    var isAlone: Bool { han == 1 && alphanumerics == 0 }
    /// Punctuation and digits, which stand between characters that stand alone without ending their run.
    var isNeutral: Bool { han == 0 }
  }

  func close(_ scalars: inout [Unicode.Scalar]) -> Closed {
    let tokens = tokens(of: scalars)
    var closed = Closed()
    guard tokens.count > 1, tokens.contains(where: { $0.han > 0 }) else { return closed }
    closed.han = tokens.reduce(0) { $0 + $1.han }
    closed.alone = tokens.count { $0.isAlone }
    let width = commonGap(of: tokens)
    let isLetterSpaced = closed.alone >= 3 && closed.alone * 2 > closed.han
    let runs = isLetterSpaced ? [] : runs(of: tokens, gap: width)
    var out = Array(scalars[tokens[0].range])
    for index in 1..<tokens.count {
      let token = tokens[index]
      let isOfLetterSpacing = token.gap == width && (isLetterSpaced || runs.contains { $0.contains(index) })
      switch verdict(scalars, tokens[index - 1], token, isOfLetterSpacing, isFirst: index == 1) {
      case .keep: out.append(contentsOf: repeatElement(" ", count: token.gap))
      case .letter: closed.letterSpaces += 1
      case .digit: closed.digitSpaces += 1
      }
      out.append(contentsOf: scalars[token.range])
    }
    if closed.count > 0 { scalars = out }
    return closed
  }

  private enum Verdict { case keep, letter, digit }

  private func verdict(
    _ scalars: [Unicode.Scalar], _ left: Token, _ right: Token, _ isOfLetterSpacing: Bool, isFirst: Bool
  ) -> Verdict {
    guard right.gap == 1 || !keepsGaps || isOfLetterSpacing else { return .keep }
    let last = SpacingClass(scalars[left.range.upperBound - 1])
    let first = SpacingClass(scalars[right.range.lowerBound])
    if last == .alphanumeric && first == .alphanumeric {
      // `2 0 2 3` in a line that is spaced out; never Latin words.
      let areDigits = left.range.count == 1 && right.range.count == 1
      return isOfLetterSpacing && areDigits && closesLetterSpacing ? .letter : .keep
    }
    if last == .alphanumeric && first.isCJK || last.isCJK && first == .alphanumeric {
      // The space after the place or agency that a report opens with, such as `本报讯 6月1日`, is a dateline's own.
      if isFirst, !isOfLetterSpacing, Self.endsDateline(scalars[left.range]) { return .keep }
      return closesDigitSpaces ? .digit : .keep
    }
    guard closesLetterSpacing, last.isCJK || first.isCJK, last != .other, first != .other else { return .keep }
    if isOfLetterSpacing || first == .closing || last == .opening || last == .pause { return .letter }
    return first == .pause ? .letter : .keep
  }

  /// `讯` (report) and `电` (wire) end what stands before a news item's first sentence.
  private static func endsDateline(_ token: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let last = token.last, (2...12).contains(token.count) else { return false }
    return last == "讯" || last == "电" || last == "訊" || last == "電"
  }

  private func tokens(of scalars: [Unicode.Scalar]) -> [Token] {
    var tokens: [Token] = []
    var gap = 0
    var isOpen = false
    for (index, scalar) in scalars.enumerated() {
      guard scalar != " " else {
        gap += 1
        isOpen = false
        continue
      }
      if !isOpen {
        tokens.append(Token(range: index..<index, gap: gap, han: 0, alphanumerics: 0))
        gap = 0
        isOpen = true
      }
      let last = tokens.count - 1
      tokens[last].range = tokens[last].range.lowerBound..<index + 1
      switch SpacingClass(scalar) {
      case .character: tokens[last].han += 1
      case .alphanumeric: tokens[last].alphanumerics += 1
      default: break
      }
    }
    return tokens
  }

  /// How far apart the characters of a spaced-out line stand: one space, or two if that is what most have.
  private func commonGap(of tokens: [Token]) -> Int {
    let gaps = zip(tokens, tokens.dropFirst()).filter { $0.0.isAlone && $0.1.isAlone }.map(\.1.gap)
    return gaps.count { $0 == 2 } * 2 > gaps.count ? 2 : 1
  }

  /// Runs of tokens, by the indices of all but their first, in which three or more characters stand alone.
  private func runs(of tokens: [Token], gap: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    while start < tokens.count {
      guard tokens[start].isAlone else {
        start += 1
        continue
      }
      var end = start + 1
      while end < tokens.count, tokens[end].gap == gap, tokens[end].isAlone || tokens[end].isNeutral { end += 1 }
      if tokens[start..<end].count(where: \.isAlone) >= 3 { runs.append(start + 1..<end) }
      start = end
    }
    return runs
  }
}

/// How a character behaves next to a space in a Chinese or Japanese line.
enum SpacingClass {
  /// A Chinese character or kana.
  case character
  /// A Latin letter or a digit, full-width ones too.
  case alphanumeric
  /// Opens a quotation or bracket.
  case opening
  /// Closes one, or ends a clause or sentence: nothing goes before it.
  case closing
  /// A comma or its like, after which the typesetter's space says nothing.
  case pause
  /// A mark such as a dash that belongs to the script all the same.
  case mark
  case other

  var isCJK: Bool {
    switch self {
    case .character, .opening, .closing, .pause, .mark: true
    case .alphanumeric, .other: false
    }
  }

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A,
      0x25, 0xFF05:
      self = .alphanumeric
    case 0x2018, 0x201C, 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0xFF08, 0xFF3B, 0xFF5B:
      self = .opening
    case 0xFF0C, 0x3001, 0xFF1B, 0xFF1A: self = .pause
    case 0x2019, 0x201D, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017, 0xFF09, 0xFF3D, 0xFF5D, 0x3002,
      0xFF01, 0xFF1F, 0xFF0E:
      self = .closing
    case 0x2014, 0x2026, 0xB7, 0x30FB: self = .mark
    default:
      if Script.isHan(scalar) || Script.isKana(scalar) {
        self = .character
      } else {
        self = Script.isUnspaced(scalar) ? .mark : .other
      }
    }
  }
}
