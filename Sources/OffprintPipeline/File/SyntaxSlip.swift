import OffprintDiagnostics

/// Why a file is no YAML, in the words of whoever wrote it.
///
/// The parser says what it did not find, and where it stopped: often far behind the slip. Most slips are a few of
/// which each has its own trace, in what the parser was doing and in the lines.
struct SyntaxSlip {
  /// A place in the file, counted from 1.
  struct Spot: Equatable {
    var line: Int
    var column: Int
  }

  /// What is wrong at the spot.
  var summary: String
  var spot: Spot
  var fix: String

  /// - Parameters:
  ///   - problem: the parser's words, and `spot` where it stopped.
  ///   - doing: what it was doing, with where it had begun.
  ///   - lines: of the file.
  /// - Returns: nil if it is none of those that are known.
  init?(problem: String, at spot: Spot, doing: (words: String, spot: Spot)?, in lines: [String]) {
    let lines = SlipLines(lines)
    let words = doing?.words ?? ""
    let begun = doing?.spot ?? spot
    if let tab = lines.tabInIndent(of: spot.line) {
      self.init("a tab stands in the indent", tab, "indent with spaces, not with a tab")
    } else if words.hasSuffix("quoted scalar") {
      let quote = lines.sign(at: begun) ?? "\""
      self.init("the quote that is opened here does not end", begun, "close it with \(quote)")
    } else if words.hasSuffix("flow mapping") || words.hasSuffix("flow sequence") {
      self.init(between: words.hasSuffix("mapping") ? ("{", "}") : ("[", "]"), from: begun, to: spot, lines)
    } else if problem.hasPrefix("mapping values are not allowed") {
      self.init(keyWhereNoneMayStand: spot, lines)
    } else if problem.hasSuffix("expected '-' indicator") {
      self.init(
        "this is set in as the '-' of the list above it, and begins with none", spot,
        "set it in by 2 more to belong to the entry above, or put '- ' before it")
    } else if problem.hasSuffix("expected key"), spot.column != begun.column {
      self.init(
        "this is set in by \(spot.column - 1), and what it stands among by \(begun.column - 1)", spot,
        (begun.column == 1 ? "begin it where the line begins" : "set it in by \(begun.column - 1)")
          + ", or set it in as what it belongs to")
    } else if problem.hasSuffix("cannot start any token"), let sign = lines.sign(at: spot) {
      self.init("no value can begin with '\(sign)'", spot, "put quotes around the value")
    } else {
      return nil
    }
  }

  private init(_ summary: String, _ spot: Spot, _ fix: String) {
    self.summary = summary
    self.spot = spot
    self.fix = fix
  }

  /// Braces or brackets that were opened and not closed where they should be.
  private init(between signs: (open: String, close: String), from begun: Spot, to spot: Spot, _ lines: SlipLines) {
    if let variable = lines.bareVariable(before: spot) {
      self.init(
        "a text that begins with ${ needs quotes between '\(signs.open)' and '\(signs.close)'", variable.spot,
        "write \"\(variable.text)\"")
    } else if spot.line > begun.line {
      self.init(
        "the '\(signs.open)' that is opened here is not closed", begun,
        "end it with '\(signs.close)' before line \(spot.line)")
    } else {
      self.init(
        "here '\(signs.open)' … '\(signs.close)' goes on without a comma, or ends without '\(signs.close)'", spot,
        "put ', ' between two entries, quotes around texts with signs, and '\(signs.close)' at the end")
    }
  }

  /// A second `: ` on a line, or a key that is set in under one that has a value.
  private init(keyWhereNoneMayStand spot: Spot, _ lines: SlipLines) {
    if let value = lines.value(before: spot) {
      self.init("this value has ': ' in it, and looks like another key", value.spot, "write \"\(value.text)\"")
    } else if let above = lines.indentAbove(spot.line), above < lines.indent(of: spot.line) {
      self.init(
        "this key is set in under one that has a value already", Spot(line: spot.line, column: spot.column),
        "set it in by \(above), as the line above")
    } else {
      self.init("a key cannot stand here", spot, "put each key on a line of its own")
    }
  }
}

/// The lines of a file in which something slipped.
private struct SlipLines {
  private let lines: [[Unicode.Scalar]]

  init(_ lines: [String]) { self.lines = lines.map { Array($0.unicodeScalars) } }

  private subscript(line: Int) -> [Unicode.Scalar] { lines.indices.contains(line - 1) ? lines[line - 1] : [] }

  func sign(at spot: SyntaxSlip.Spot) -> String? {
    let line = self[spot.line]
    return line.indices.contains(spot.column - 1) ? String(Character(line[spot.column - 1])) : nil
  }

  func indent(of line: Int) -> Int { self[line].prefix { $0 == " " }.count }

  /// That of the nearest line above that has text.
  func indentAbove(_ line: Int) -> Int? {
    (1..<max(1, line)).last { self[$0].contains { $0 != " " } }.map(indent)
  }

  func tabInIndent(of line: Int) -> SyntaxSlip.Spot? {
    let blank = self[line].prefix { $0 == " " || $0 == "\t" }
    return blank.firstIndex(of: "\t").map { .init(line: line, column: $0 + 1) }
  }

  /// A text without quotes that begins with `${` in whose brace the parser stopped.
  func bareVariable(before spot: SyntaxSlip.Spot) -> (spot: SyntaxSlip.Spot, text: String)? {
    let line = self[spot.line]
    let head = line.prefix(spot.column + 1)
    guard let start = head.indices.last(where: { head[$0] == "$" && $0 + 1 < line.count && line[$0 + 1] == "{" }),
      start == 0 || line[start - 1] == " "
    else { return nil }
    let text = line[start...].prefix { $0 != " " && $0 != "," }
    return (.init(line: spot.line, column: start + 1), Self.text(text))
  }

  /// The value that has begun on the line before a second `: `.
  func value(before spot: SyntaxSlip.Spot) -> (spot: SyntaxSlip.Spot, text: String)? {
    let line = self[spot.line]
    guard let colon = line.indices.first(where: { line[$0] == ":" && $0 + 1 < line.count && line[$0 + 1] == " " }),
      colon < spot.column - 1,
      let start = line.indices.dropFirst(colon + 1).first(where: { line[$0] != " " })
    else { return nil }
    return (.init(line: spot.line, column: start + 1), Self.text(line[start...]))
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
