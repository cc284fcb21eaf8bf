import OffprintKit

/// Joins the lines of a text page to paragraphs where nothing but the lines tells how.
///
/// Empty lines lie: they stand between paragraphs, but also where a column ended in the middle of a sentence, and
/// some paragraphs follow each other without one. So each pair of lines is judged by how the first ends (with a
/// sentence or not, full or short against the measure of its surroundings) and how the second begins.
struct TextParagraphs {
  private let lines: [TextLineLook]
  /// For each line the runs without an empty line in between, and the measure of the text around.
  private let chunks: [Range<Int>]
  private let chunkOf: [Int]
  private let measures: [Int]
  private let headings: [Bool]

  /// For each line of a long run without empty lines the measure of the lines around it: the run may hold a page.
  private let localMeasures: [Int?]

  /// A line is full if it reaches this share of the measure.
  static let fullShare = 0.86
  /// A line is far from full if it stays under this share.
  static let shortShare = 0.75

  init(_ looks: [TextLineLook]) {
    let lines = Self.withDatelines(looks)
    self.lines = lines
    var chunks: [Range<Int>] = []
    var start = 0
    for index in lines.indices.dropFirst() where lines[index].gap > 0 {
      chunks.append(start..<index)
      start = index
    }
    if !lines.isEmpty { chunks.append(start..<lines.count) }
    self.chunks = chunks
    chunkOf = chunks.enumerated().flatMap { number, chunk in chunk.map { _ in number } }
    let measures = Self.measures(of: chunks, lines)
    self.measures = measures
    localMeasures = Self.localMeasures(of: chunks, lines)
    headings = chunks.indices.map { Self.isHeading($0, chunks, lines, measures) }
  }

  /// Datelines that go over the end of a line, or fill one.
  private static func withDatelines(_ looks: [TextLineLook]) -> [TextLineLook] {
    var lines = looks
    var inDateline: Int?
    for index in lines.indices.dropLast()
    where index != inDateline && !lines[index].head.isEmpty && lines[index + 1].gap == 0 {
      if lines[index].isByline, lines[index].beginsWithBracket {
        // Brackets around the writer with the text directly under them: the text's own beginning.
        lines[index].isByline = false
        lines[index].opensReport = true
      } else if !lines[index].isByline, !lines[index].opensReport {
        lines[index].opensReport = DatelineSigns.opensReport(
          lines[index].head + lines[index + 1].head, isUnspaced: true)
      } else if lines[index].opensReport, lines[index + 1].beginsWithBracket {
        // `…5月3日电` and `（记者 …）` are one dateline.
        inDateline = index + 1
        lines[index + 1].isByline = false
        lines[index + 1].opensReport = false
      }
    }
    return lines
  }

  /// Where paragraphs begin, with the reason of each join over an empty line; indices into the lines given.
  func paragraphs() -> [Range<Int>] {
    guard !lines.isEmpty else { return [] }
    var found: [Range<Int>] = []
    var start = 0
    for index in lines.indices.dropFirst() where begins(at: index, paragraphStart: start) {
      found.append(start..<index)
      start = index
    }
    found.append(start..<lines.count)
    return found
  }

  /// True if the line is not the continuation of the one before.
  private func begins(at index: Int, paragraphStart: Int) -> Bool {
    let (a, b) = (lines[index - 1], lines[index])
    if a.endsWithBreakMark, !b.isByline, !b.isJump { return isCapitalChange(a, b) }
    if b.isJump || a.isJump { return true }
    if a.isByline || b.isByline { return !(a.isByline && b.isByline && b.gap == 0 && !b.isUnspaced) || b.gap > 0 }
    if isCapitalChange(a, b) { return a.endsSentence || b.gap > 0 || b.isUpperCase || !a.endsOpen }
    if b.opensReport, b.isUnspaced { return true }
    let (here, next) = (chunkOf[index - 1], chunkOf[index])
    if here != next, headings[here] || headings[next] { return true }
    let measure = localMeasures[index - 1] ?? measures[here]
    // Chinese and Japanese paragraphs are set in by two characters; text dumps lose that.
    let indent = paragraphStart == index - 1 && a.isUnspaced ? 4 : 0
    let isFull = a.wasSpaced || Double(a.width + indent) >= Self.fullShare * Double(measure)
    if a.endsSentence {
      if b.gap > 0 || !isFull { return !(b.startsLowerCase && a.width > measure / 2) }
      return isIndented(b, after: a)
    }
    if b.gap == 0 { return endsShort(at: index - 1, before: b) }
    return !isFull && !a.endsOpen && !b.startsLowerCase
  }

  /// Text without empty lines: a line that is far from full ends a heading or a paragraph, even where the full stop was
  /// lost, if what follows begins anew.
  private func endsShort(at index: Int, before b: TextLineLook) -> Bool {
    let a = lines[index]
    guard !a.isUnspaced, !a.endsOpen, !b.startsLowerCase, b.letters > 0 else { return false }
    guard let measure = localMeasures[index] else { return false }
    return Double(a.width) < Self.shortShare * Double(measure)
  }

  /// Capitals end and other text begins, or the other way round.
  private func isCapitalChange(_ a: TextLineLook, _ b: TextLineLook) -> Bool {
    guard a.letters >= 6, b.letters >= 6 else { return false }
    return a.isUpperCase != b.isUpperCase
  }

  private func isIndented(_ b: TextLineLook, after a: TextLineLook) -> Bool {
    (2...6).contains(b.left - a.left)
  }

  // MARK: Surroundings

  /// For each chunk the measure of its text: the second widest line of three and more, else that of the nearest
  /// chunk that has one.
  private static func measures(of chunks: [Range<Int>], _ lines: [TextLineLook]) -> [Int] {
    let own = chunks.map { chunk -> Int? in
      guard chunk.count >= 3 else { return nil }
      return chunk.map { lines[$0].width }.sorted()[chunk.count - 2]
    }
    return chunks.indices.map { index in
      if let measure = own[index] { return measure }
      for distance in 1..<max(2, chunks.count) {
        if index + distance < chunks.count, let measure = own[index + distance] { return measure }
        if index >= distance, let measure = own[index - distance] { return measure }
      }
      return chunks[index].map { lines[$0].width }.max() ?? 0
    }
  }

  /// In runs longer than this columns and advertisements of other measures follow each other.
  private static let longRun = 40
  /// So many lines on each side show the measure of a line.
  private static let reach = 12

  /// The width that four in five of the lines around stay within.
  private static func localMeasures(of chunks: [Range<Int>], _ lines: [TextLineLook]) -> [Int?] {
    chunks.flatMap { chunk -> [Int?] in
      guard chunk.count > longRun else { return Array(repeating: nil, count: chunk.count) }
      return chunk.map { index in
        let around = max(chunk.lowerBound, index - reach)..<min(chunk.upperBound, index + reach + 1)
        let widths = around.map { lines[$0].width }.sorted()
        return widths[widths.count * 4 / 5]
      }
    }
  }

  /// A chunk set apart by empty lines that is no piece of a sentence: what stands before it ended, it does not end
  /// like a sentence itself, and it is one line, or not as wide as the text, or followed by what no sentence is.
  private static func isHeading(
    _ number: Int, _ chunks: [Range<Int>], _ lines: [TextLineLook], _ measures: [Int]
  ) -> Bool {
    let chunk = chunks[number]
    guard chunk.count <= 4, let last = chunk.last.map({ lines[$0] }), !last.endsOpen else { return false }
    guard !chunk.contains(where: { lines[$0].holdsSentenceEnd }) else { return false }
    if chunk.allSatisfy({ lines[$0].isUpperCase }) { return true }
    guard !last.endsSentence, !lines[chunk.lowerBound].startsLowerCase else { return false }
    let before = number > 0 ? lines[chunk.lowerBound - 1] : nil
    if let before, !before.endsSentence, !before.isByline, !before.isJump {
      // The text before broke off; a full line there means that this is its continuation.
      let measure = measures[number - 1]
      let isFull = before.wasSpaced || Double(before.width) >= fullShare * Double(measure)
      if before.endsOpen || before.endsWithBreakMark || (isFull && chunks[number - 1].count > 2) { return false }
    }
    let width = chunk.map { lines[$0].width }.max() ?? 0
    let total = chunk.reduce(0) { $0 + lines[$1].width }
    guard total <= 130 else { return false }
    if chunk.count == 1 { return true }
    let next = number + 1 < chunks.count ? lines[chunks[number + 1].lowerBound] : nil
    let nextIsText = next.map { !$0.isByline && !$0.isJump && !$0.opensReport && !$0.isUpperCase } ?? false
    let around = measures[min(number + 1, chunks.count - 1)]
    return !nextIsText || Double(width) < fullShare * Double(around) || Double(width) > 1.2 * Double(around)
  }
}
