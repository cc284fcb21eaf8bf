import OffprintKit

/// Gold from the halves of words that ALTO marks (HypPart1, HypPart2) and the whole word it gives (SUBS_CONTENT).
///
/// Whole words are made by programs. Some keep hyphens at random, others never, so a whole word alone is no truth:
/// the rest of the issue must not speak against it, and for a kept hyphen it must speak in favour.
struct PairGold {
  private(set) var meetings: [BreakGold.Meeting] = []
  private(set) var doubtful: [BreakGold.Unjudged] = []
  private(set) var inconsistent: [BreakGold.Unjudged] = []

  var isEmpty: Bool { meetings.isEmpty && doubtful.isEmpty && inconsistent.isEmpty }

  init(of reading: TruthReading) {
    let found = Self.pairs(of: reading)
    guard !found.isEmpty else { return }
    let words = InnerWords(of: reading.issue)
    for pair in found {
      guard let whole = pair.whole, let keepsHyphen = pair.halves.keepsHyphen(in: whole) else {
        // In the next block of the file, halves that do not fit are simply no pair.
        if !pair.isGuess { inconsistent.append(.init(first: pair.first, second: pair.second, why: pair.misfit)) }
        continue
      }
      let evidence = PairEvidence(pair.halves, words: words)
      if let doubt = keepsHyphen ? evidence.againstKeeping : evidence.againstJoining {
        doubtful.append(.init(first: pair.first, second: pair.second, why: "SUBS_CONTENT is '\(whole)', but \(doubt)"))
      } else {
        meetings.append(.init(first: pair.first, second: pair.second, wanted: keepsHyphen ? .kept : .joined))
      }
    }
  }

  private struct Pair {
    var first: LineRef
    var second: LineRef
    var halves: WordHalves
    var whole: String?
    /// True if only the order of the file brings the two together.
    var isGuess: Bool

    var misfit: String {
      guard let whole else { return "there is no SUBS_CONTENT" }
      return "SUBS_CONTENT is '\(whole)', not made of '\(halves.head)' and '\(halves.tail)'"
    }
  }

  /// First halves whose next line begins with a second half.
  private static func pairs(of reading: TruthReading) -> [Pair] {
    var pairs: [Pair] = []
    for (number, page) in reading.issue.pages.enumerated() {
      for line in page.lines where line.halves.contains(.first) && !line.isEmpty {
        let ref = LineRef(page: number, line: line.index)
        let stated = reading.line(after: ref).flatMap { reading.issue[line: $0].halves.contains(.second) ? $0 : nil }
        guard let second = stated ?? lineBelow(line, on: page, number) else { continue }
        guard let halves = WordHalves(line, reading.issue[line: second]) else { continue }
        pairs.append(
          Pair(first: ref, second: second, halves: halves, whole: line.wholeWord, isGuess: stated == nil))
      }
    }
    return pairs
  }

  /// The next line of the file, if it begins with a second half.
  private static func lineBelow(_ line: Line, on page: Page, _ number: Int) -> LineRef? {
    let below = page.lines[(line.index + 1)...].first { !$0.isEmpty }
    return below.flatMap { $0.halves.contains(.second) ? LineRef(page: number, line: $0.index) : nil }
  }
}
