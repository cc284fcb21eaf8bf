/// Why a file is no YAML, in the words of whoever wrote it.
///
/// The parser says what it did not find, and where it stopped: often far behind the slip. Most slips are a few. Some
/// show in a line by itself (`LineSlip`); the first such line between where the parser began and where it stopped is
/// taken. Others are told by what the parser was doing.
struct SyntaxSlip {
  /// A place in the file, counted from 1.
  struct Spot {
    var line: Int
    var column: Int
  }

  /// What is wrong at the spot.
  var summary: String
  var spot: Spot
  var fix: String

  init(_ summary: String, _ spot: Spot, _ fix: String) {
    self.summary = summary
    self.spot = spot
    self.fix = fix
  }

  /// - Parameters:
  ///   - problem: the parser's words, and `spot` where it stopped.
  ///   - doing: what it was doing, with where it had begun.
  ///   - lines: of the file.
  /// - Returns: nil if it is none of those that are known.
  init?(problem: String, at spot: Spot, doing: (words: String, spot: Spot)?, in lines: [String]) {
    let lines = SlipLines(lines)
    let words = doing?.words ?? ""
    let begun = doing?.spot ?? spot
    if problem.contains("escape") {
      self.init(
        "between double quotes a '\\' changes the sign behind it", spot,
        "write '/' in paths, or put the text between single quotes")
    } else if words.hasSuffix("alias") || words.hasSuffix("anchor") {
      let sign = lines.sign(at: begun) ?? "*"
      self.init(
        "no text can begin with '\(sign)'", begun,
        sign == "*" ? "put quotes around a pattern; an entry of a list begins with '- '" : "put quotes around the text")
    } else if let slip = lines.firstSlip(from: min(begun.line, lines.textAbove(spot.line)), to: spot.line) {
      self = slip
    } else if words.hasSuffix("flow mapping") || words.hasSuffix("flow sequence") {
      self.init(between: words.hasSuffix("mapping") ? ("{", "}") : ("[", "]"), from: begun, to: spot, lines)
    } else if problem.hasPrefix("mapping values are not allowed") {
      self.init(keyWhereNoneMayStand: spot, lines)
    } else if problem.hasSuffix("expected '-' indicator") {
      self.init(
        "this stands among the entries of the list above it, and begins with no '-'", spot,
        "set it in by \(begun.column + 1) to belong to the entry above, or put '- ' before it")
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

  /// Braces or brackets that were opened and not closed where they should be.
  private init(between signs: (open: String, close: String), from begun: Spot, to spot: Spot, _ lines: SlipLines) {
    if let variable = lines.bareVariable(before: spot) {
      self.init(
        "a text that begins with ${ needs quotes between '\(signs.open)' and '\(signs.close)'", variable.spot,
        "write \"\(variable.text)\"")
    } else if spot.line > begun.line, !lines.isClosed(begun) {
      self.init(
        "the '\(signs.open)' that is opened here is not closed", begun,
        "end it with '\(signs.close)' before line \(spot.line)")
    } else if spot.line > begun.line {
      let above = lines.textAbove(spot.line)
      self.init(
        "a comma is missing before line \(spot.line)", Spot(line: above, column: lines.end(of: above)),
        "put ',' at the end of this line")
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
    } else {
      let above = lines.keyColumn(of: lines.textAbove(spot.line)) - 1
      self.init(
        "this key is set in under one that has a value already", spot, "set it in by \(above), as the key above it")
    }
  }
}
