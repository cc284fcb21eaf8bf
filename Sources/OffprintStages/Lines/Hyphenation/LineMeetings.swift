import OffprintModel

/// Where the lines of an issue meet, sorted by what has to be decided there.
struct LineMeetings {
  /// Ends with a mark, or that the source calls broken.
  private(set) var breaks: [LineBreak] = []
  /// Ends without a mark where one may have been lost.
  private(set) var unmarked: [LineBreak] = []
  /// Ends in writing without spaces.
  private(set) var closed: [(first: LineRef, second: LineRef, verdict: Verdict)] = []
  /// Marks at the end of a run: nothing follows.
  private(set) var orphans: [LineRef] = []
  /// Marks that only ever break words (`¬`, U+00AD), and plain hyphens that no source vouches for.
  private var marks = (soft: 0, plain: 0)
  /// For each page, which lines begin with the second half of a word.
  private var continued: [[Bool]]

  init(of issue: Issue, runs: [[LineRef]], seeksLost: Bool) {
    continued = issue.pages.map { Array(repeating: false, count: $0.lines.count) }
    for run in runs {
      var previous: (ref: LineRef, line: Line)?
      for ref in run {
        let line = issue[line: ref]
        if line.isEmpty { continue }
        if let previous { meet(previous.ref, previous.line, ref, line, seeksLost: seeksLost) }
        previous = (ref, line)
      }
      if let previous, LineBreak.markLength(of: previous.line) > 0 { orphans.append(previous.ref) }
    }
  }

  private mutating func meet(_ first: LineRef, _ line: Line, _ second: LineRef, _ next: Line, seeksLost: Bool) {
    if let found = LineBreak(first: first, line, second: second, next) {
      breaks.append(found)
      if found.mark.elementsEqual([0x2D]) {
        if found.trust == .literal { marks.plain += 1 }
      } else if BreakMark.isSoft(atEndOf: found.mark), Letters.first(found.mark) != 0x2E17 {
        marks.soft += 1
      }
      if !found.goesOnElsewhere { continued[second.page][second.line] = true }
    } else if let verdict = UnmarkedEnd.unspaced(line.utf8, next.utf8) {
      closed.append((first, second, verdict))
    } else if seeksLost, let found = LineBreak(unmarked: first, line.utf8, second: second, next.utf8) {
      unmarked.append(found)
    }
  }

  /// True if whoever made the text set a sign of its own where words are broken, and a plain hyphen only rarely. The
  /// oblique hyphen of Fraktur is a sign of the print, which has it for both.
  var marksBreaks: Bool { marks.soft >= Self.enoughMarks && marks.plain * 8 <= marks.soft }

  private static let enoughMarks = 20

  /// The counts of all words that the breaks ask about, over every line of the issue.
  func vocabulary(of issue: Issue) -> Vocabulary {
    var vocabulary = Vocabulary(questions: 4 * breaks.count + 3 * unmarked.count)
    guard !breaks.isEmpty || !unmarked.isEmpty else { return vocabulary }
    for line in breaks {
      for key in [line.joined, line.hyphenatedAsPrinted, WordKey(line.head), WordKey(line.tail)] { vocabulary.ask(key) }
    }
    for line in unmarked {
      for key in [line.joined, WordKey(line.head), WordKey(line.tail)] { vocabulary.ask(key) }
    }
    for (number, page) in issue.pages.enumerated() {
      for line in page.lines where !line.isEmpty {
        let isContinued = continued[number][line.index] || line.halves.contains(.second)
        let isBroken = LineBreak.markLength(of: line) > 0 || line.halves.contains(.first)
        vocabulary.count(line.utf8, exceptFirst: isContinued, exceptLast: isBroken)
      }
    }
    return vocabulary
  }
}
