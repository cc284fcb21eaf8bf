import OffprintKit

/// Gold derived from the signs that transcribers set at line ends. Two habits are known:
///
/// - `¬` for a hyphen that only breaks the word and `-` for the word's own. It is taken to be a page's habit if `¬` is
///   the most frequent mark at its line ends. `¬` must be joined, `-` must stay.
/// - `⸗` for every hyphen of Fraktur, inside lines and at their ends. Then the next line tells: a small letter goes on
///   with the word, a capital begins another part of a compound, and a conjunction shows a suspended hyphen.
///
/// A line end counts only with a letter before the mark and one at the start of the next line. Tables are left out:
/// in them a mark is a dash. So is a next line that is not printed next: transcribed lines stand in their regions in
/// the order in which they were drawn, and now and then one was drawn late.
enum TranscribedGold {
  static func meetings(of reading: TruthReading) -> [BreakGold.Meeting] {
    reading.issue.pages.enumerated().flatMap { number, page -> [BreakGold.Meeting] in
      guard let habit = Habit(of: page) else { return [] }
      return page.lines.compactMap { line in
        let ref = LineRef(page: number, line: line.index)
        guard line.block.kind != .table, let mark = Mark(at: line), let second = reading.line(after: ref) else {
          return nil
        }
        let next = reading.issue[line: second]
        guard second.page != number || isPrintedNext(next, after: line) else { return nil }
        guard let first = next.text.unicodeScalars.first, WordForm.isLetter(first) else { return nil }
        return wanted(mark, habit, next).map { BreakGold.Meeting(first: ref, second: second, wanted: $0) }
      }
    }
  }

  /// False if another line of the block stands between the two, or the next one stands above the first.
  private static func isPrintedNext(_ next: Line, after line: Line) -> Bool {
    guard next.block.index == line.block.index, line.box.isKnown, next.box.overlapX(line.box) > 0 else { return true }
    let between = (line.box.centreY + 1)..<max(line.box.centreY + 1, next.box.centreY)
    return next.box.centreY > line.box.centreY
      && !line.block.lines.contains { other in
        !other.isEmpty && other.box.overlapX(line.box) > 0 && other.box.overlapX(next.box) > 0
          && between.contains(other.box.centreY)
      }
  }

  private static func wanted(_ mark: Mark, _ habit: Habit, _ next: Line) -> BreakGold.Wanted? {
    switch (habit, mark) {
    case (.notSign, .notSign): return .joined
    case (.notSign, .plain): return .stays
    case (.doubleHyphen, .doubleHyphen): break
    default: return nil
    }
    let word = next.words.first.map { WordForm.letters(of: $0.text) } ?? ""
    let isAbbreviated = next.words.first?.text == "u."
    if conjunctions.contains(word) || isAbbreviated { return .suspended }
    guard let first = next.text.unicodeScalars.first else { return nil }
    if WordForm.isCapital(first) { return .kept }
    return WordForm.isSmall(first) ? .joined : nil
  }

  /// Before these a German hyphen is suspended.
  private static let conjunctions: Set<String> = ["und", "oder", "sowie", "bzw", "resp"]

  private enum Mark {
    case notSign, plain, doubleHyphen

    /// nil if the line ends with none, or without a letter before it.
    init?(at line: Line) {
      let scalars = line.text.unicodeScalars
      guard let last = scalars.last, let before = scalars.dropLast().last, WordForm.isLetter(before) else { return nil }
      switch last {
      case "¬": self = .notSign
      case "-", "\u{2010}": self = .plain
      case "⸗": self = .doubleHyphen
      default: return nil
      }
    }
  }

  /// What a page's transcriber does.
  private enum Habit {
    case notSign, doubleHyphen

    init?(of page: Page) {
      let marks = page.lines.compactMap(Mark.init(at:))
      let notSigns = marks.count { $0 == .notSign }
      if notSigns * 2 > marks.count {
        self = .notSign
      } else if marks.contains(.doubleHyphen), page.lines.contains(where: Self.hasInnerDoubleHyphen) {
        self = .doubleHyphen
      } else {
        return nil
      }
    }

    private static func hasInnerDoubleHyphen(_ line: Line) -> Bool {
      line.text.unicodeScalars.dropLast().contains("⸗")
    }
  }
}
