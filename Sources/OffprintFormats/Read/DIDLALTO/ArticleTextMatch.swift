/// Finds the lines of an article in its running text, and so the lines at which the text's pieces begin.
///
/// Both come from the same OCR, but spaces, hyphens at line ends and sometimes letters were changed in the running
/// text. So only letters and digits count, and a line that is not found as it stands is looked for by its ends.
struct ArticleTextMatch {
  /// For each piece of the text (its title, its paragraphs) the lines that it is made of; empty for one without text.
  let lines: [Range<Int>]

  /// Letters by which a line is looked for further on.
  private static let probe = 10
  /// How far ahead, in letters: some lines.
  private static let window = 400

  /// nil if the lines are not those of the text: fewer than four letters in five are found, or a piece begins where no
  /// line does.
  init?(lines: [String], pieces: [String]) {
    let lineLetters = lines.map(Self.letters)
    let pieceLetters = pieces.map(Self.letters)
    let starts = Self.starts(of: lineLetters, in: pieceLetters.flatMap { $0 })
    let found = zip(lineLetters, starts).reduce(0) { $0 + ($1.1 == nil ? 0 : $1.0.count) }
    let all = lineLetters.reduce(0) { $0 + $1.count }
    guard found > 0, found * 5 >= all * 4 else { return nil }

    var firsts: [(piece: Int, line: Int)] = []
    var place = 0
    for (piece, letters) in pieceLetters.enumerated() where !letters.isEmpty {
      guard let line = firsts.isEmpty ? 0 : Self.line(at: place, starts, lineLetters),
        firsts.last.map({ $0.line < line }) ?? true
      else { return nil }
      firsts.append((piece, line))
      place += letters.count
    }
    var ranges = pieces.map { _ in 0..<0 }
    for (rank, first) in firsts.enumerated() {
      ranges[first.piece] = first.line..<(rank + 1 < firsts.count ? firsts[rank + 1].line : lines.count)
    }
    self.lines = ranges
  }

  /// Where each line begins in the text, in letters; nil for a line that is not found behind the one before it.
  private static func starts(of lines: [[Unicode.Scalar]], in text: [Unicode.Scalar]) -> [Int?] {
    var at = 0
    var lost = 0
    return lines.map { line in
      let ahead = text[at..<min(text.count, at + line.count + window + lost)]
      guard let start = find(line, in: ahead) else {
        lost += line.count
        return nil
      }
      at = min(text.count, start + line.count)
      lost = 0
      return start
    }
  }

  private static func find(_ line: [Unicode.Scalar], in ahead: ArraySlice<Unicode.Scalar>) -> Int? {
    if ahead.starts(with: line) { return ahead.startIndex }
    if let start = first(line.prefix(probe), in: ahead) { return start }
    guard let end = first(line.suffix(probe), in: ahead) else { return nil }
    return max(ahead.startIndex, end - max(0, line.count - probe))
  }

  private static func first(_ wanted: ArraySlice<Unicode.Scalar>, in text: ArraySlice<Unicode.Scalar>) -> Int? {
    guard wanted.count >= 4, text.count >= wanted.count else { return nil }
    return (text.startIndex...text.endIndex - wanted.count).first { text[$0...].starts(with: wanted) }
  }

  /// The line that begins nearest to a place of the text; nil if that is more than a quarter of the line away.
  private static func line(at place: Int, _ starts: [Int?], _ lines: [[Unicode.Scalar]]) -> Int? {
    let distances = zip(lines, starts).enumerated().compactMap { index, entry in
      entry.0.isEmpty ? nil : entry.1.map { (line: index, distance: abs($0 - place)) }
    }
    guard let best = distances.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance * 4 <= lines[best.line].count ? best.line : nil
  }

  static func letters(_ text: String) -> [Unicode.Scalar] {
    text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }
}
