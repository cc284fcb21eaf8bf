/// The lines of a file in which something slipped.
struct SlipLines {
  private let lines: [[Unicode.Scalar]]

  init(_ lines: [String]) { self.lines = lines.map { Array($0.unicodeScalars) } }

  private subscript(line: Int) -> [Unicode.Scalar] { lines.indices.contains(line - 1) ? lines[line - 1] : [] }

  func sign(at spot: SyntaxSlip.Spot) -> String? {
    let line = self[spot.line]
    return line.indices.contains(spot.column - 1) ? String(Character(line[spot.column - 1])) : nil
  }

  private func indent(of line: Int) -> Int { self[line].prefix { $0 == " " }.count }

  private func hasText(_ line: Int) -> Bool { self[line].first { $0 != " " }.map { $0 != "#" } ?? false }

  /// The nearest line above that has text; the line itself if there is none.
  func textAbove(_ line: Int) -> Int { (1..<max(1, line)).last(where: hasText) ?? line }

  /// The column of the last sign of a line.
  func end(of line: Int) -> Int { (self[line].lastIndex { $0 != " " } ?? 0) + 1 }

  /// Where the key of a line stands, past the `- ` of an entry.
  func keyColumn(of line: Int) -> Int {
    (self[line].firstIndex { $0 != " " && $0 != "-" } ?? 0) + 1
  }

  /// The first of some lines that shows a slip by itself. Texts in blocks (`|`, `>`) are passed over.
  func firstSlip(from first: Int, to last: Int) -> SyntaxSlip? {
    var block: Int?
    for number in first...max(first, last) where hasText(number) {
      if let outer = block, indent(of: number) > outer { continue }
      block = nil
      if let slip = LineSlip(self[number]) {
        return SyntaxSlip(slip.summary, .init(line: number, column: slip.column), slip.fix)
      }
      let end = self[number].suffix(3).filter { $0 != " " }
      if end.contains("|") || end.contains(">") { block = indent(of: number) }
    }
    return nil
  }

  /// Whether braces and brackets that open at a place close somewhere behind it, quotes and comments left out.
  func isClosed(_ spot: SyntaxSlip.Spot) -> Bool {
    var depth = 0
    for number in spot.line...max(spot.line, lines.count) {
      let line = self[number]
      for sign in line.dropFirst(number == spot.line ? spot.column - 1 : 0) {
        if sign == "#" { break }
        if sign == "{" || sign == "[" { depth += 1 }
        if sign == "}" || sign == "]" { depth -= 1 }
        if depth == 0 { return true }
      }
      // A key at the start of a line: what is inside of braces is set in.
      if number > spot.line, let first = line.first, first != " ", first != "}", first != "]" { return false }
    }
    return false
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
