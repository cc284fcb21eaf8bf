/// A slip that a line of YAML shows by itself: a tab, another dash, no space where one belongs, a quote or a brace
/// without its other half.
struct LineSlip {
  var summary: String
  /// Counted from 1.
  var column: Int
  var fix: String

  /// - Parameter line: with text, and no part of a block of text.
  init?(_ line: [Unicode.Scalar]) {
    let start = line.firstIndex { !Self.isBlank($0) } ?? 0
    if let slip = Self.indent(line[..<start]) ?? Self.dash(line, start) ?? Self.colon(line, start)
      ?? Self.halves(line)
    {
      self = slip
    } else {
      return nil
    }
  }

  private init(_ summary: String, _ index: Int, _ fix: String) {
    self.summary = summary
    column = index + 1
    self.fix = fix
  }

  private static func isBlank(_ sign: Unicode.Scalar) -> Bool { sign == " " || sign == "\t" || isWide(sign) }

  /// A space that YAML takes for a sign: not to be broken, or as wide as a Chinese character.
  private static func isWide(_ sign: Unicode.Scalar) -> Bool {
    sign == "\u{A0}" || sign == "\u{202F}" || sign == "\u{3000}"
  }

  private static func indent(_ indent: ArraySlice<Unicode.Scalar>) -> LineSlip? {
    if let tab = indent.firstIndex(of: "\t") {
      return LineSlip("a tab stands in the indent", tab, "indent with spaces, not with a tab")
    }
    return indent.firstIndex(where: isWide).map {
      LineSlip("a space of another kind stands in the indent", $0, "indent with plain spaces")
    }
  }

  /// How an entry of a list begins.
  private static func dash(_ line: [Unicode.Scalar], _ start: Int) -> LineSlip? {
    guard line.count > start + 1 else { return nil }
    let (sign, next) = (line[start], line[start + 1])
    if sign == "-", next == "\t" {
      return LineSlip("a tab stands behind the '-'", start + 1, "write a space behind the '-'")
    }
    if sign == "-", next == "_" || next.properties.isAlphabetic {
      return LineSlip("no space stands behind the '-'", start, "write '- ' before the entry")
    }
    if sign == "–" || sign == "—" || sign == "−" || sign == "•" {
      return LineSlip("'\(sign)' is no '-'", start, "write '- ' before the entry")
    }
    return sign == "*" && next == " " ? LineSlip("'*' begins no entry", start, "write '- ' before the entry") : nil
  }

  /// What stands behind the first key.
  private static func colon(_ line: [Unicode.Scalar], _ start: Int) -> LineSlip? {
    var at = start
    if at + 1 < line.count, line[at] == "-", line[at + 1] == " " {
      at = line[(at + 1)...].firstIndex { $0 != " " } ?? line.endIndex
    }
    let key = line[at...].prefix { $0 == "_" || $0 == "-" || ($0.isASCII && $0.properties.isAlphabetic) }
    guard !key.isEmpty, key.endIndex < line.count else { return nil }
    let name = String(String.UnicodeScalarView(key))
    let end = key.endIndex
    if line[end] == "：" { return LineSlip("'：' is no ':'", end, "write '\(name): '") }
    if line[end] == ":", end + 1 < line.count, line[end + 1] != " ", line[end + 1] != "/", line[end + 1] != ":" {
      return LineSlip("no space stands behind the ':' of '\(name)'", end, "write '\(name): '")
    }
    if line[end...].starts(with: [" ", "=", " "]) { return LineSlip("'=' is no ':'", end + 1, "write '\(name): '") }
    return nil
  }

  /// Quotes that do not end, or end too soon; braces and brackets that close what was not opened.
  private static func halves(_ line: [Unicode.Scalar]) -> LineSlip? {
    var open: [Unicode.Scalar] = []
    var at = 0
    // A quote opens where a value may begin.
    var mayBegin = true
    while at < line.count {
      let sign = line[at]
      if mayBegin, sign == "\"" || sign == "'" {
        guard let end = closing(of: at, in: line) else {
          return LineSlip("the quote that is opened here does not end", at, "close it with \(sign)")
        }
        let next = line[(end + 1)...].firstIndex { $0 != " " } ?? line.count
        if next < line.count, !",:}]#".unicodeScalars.contains(line[next]) {
          return LineSlip(
            "the quote ends before this", next,
            "put the whole text between quotes; a quote in it is written \(sign == "'" ? "''" : "\\\"")")
        }
        at = next
        mayBegin = false
        continue
      }
      if sign == "#", at == 0 || line[at - 1] == " " { break }
      if sign == "{" || sign == "[", mayBegin { open.append(sign) }
      if sign == "$", at + 1 < line.count, line[at + 1] == "{" {
        // A variable in a plain text.
        at = (line[at...].firstIndex(of: "}") ?? line.count - 1) + 1
        mayBegin = false
        continue
      }
      if sign == "}" || sign == "]", !open.isEmpty || at == line.lastIndex(where: { $0 != " " }) {
        let half: Unicode.Scalar = sign == "}" ? "{" : "["
        // Braces over several lines end on one of their own.
        if open.popLast() == nil, line.contains(where: { $0 != " " && $0 != "}" && $0 != "]" }) {
          return LineSlip(
            "the '\(sign)' here has no '\(half)'", at, "put the '\(half)' where it belongs, or take the '\(sign)' away")
        }
        let next = line[(at + 1)...].first { $0 != " " }
        if open.isEmpty, let next, !",}]:#".unicodeScalars.contains(next) {
          return LineSlip("text stands behind the '\(sign)'", at + 1, "end the line with the '\(sign)'")
        }
      }
      if sign != " " { mayBegin = "{[,".unicodeScalars.contains(sign) }
      if (sign == ":" || sign == "-"), at + 1 < line.count, line[at + 1] == " " { mayBegin = true }
      at += 1
    }
    return nil
  }

  /// Where a quote ends that opens at a place.
  private static func closing(of start: Int, in line: [Unicode.Scalar]) -> Int? {
    let quote = line[start]
    var at = start + 1
    while at < line.count {
      if quote == "\"", line[at] == "\\" {
        at += 2
        continue
      }
      if line[at] == quote {
        guard quote == "'", at + 1 < line.count, line[at + 1] == "'" else { return at }
        at += 1
      }
      at += 1
    }
    return nil
  }
}
