import OffprintKit

/// Cuts the units of a page, in reading order, into runs that are each one article, so that the sum of what speaks
/// for the runs is largest. A dynamic programme over the places where an article may begin.
///
/// What speaks for a run: it has a headline, before its text or after it; the headline's words recur in the text; a
/// byline or dateline stands where one stands. What speaks against it: a second headline inside, a byline in the
/// middle, headings at an end that share no words with it. The weights below are in units of "one good sign".
struct ArticleChain {
  let units: [ReadingUnit]
  private let traits: [UnitTraits]
  private let places: WordPlaces
  /// What speaks against an article without byline and dateline: much where the page's reports open with them, so that
  /// a heading without one is a crosshead; less where only the first does.
  private let unsignedCost: Double
  private let habits: HeadingHabits

  /// A run of units and what was found of it.
  struct Run {
    var units: Range<Int>
    var shape: ArticleShape
    var score: Double
  }

  init(units: [ReadingUnit], habits: HeadingHabits) {
    self.units = units
    traits = units.map { UnitTraits($0) }
    places = WordPlaces(units)
    self.habits = habits.seen(on: units)
    let openers = units.count { $0.isByline || $0.opensReport }
    let unspaced = units.count { $0.isUnspaced }
    let texts = units.count(where: \.isText)
    let leads = units.firstIndex(where: \.isText).map { text in
      units[...text].contains { $0.isByline || $0.opensReport }
    }
    let mayTell = unspaced * 2 > units.count && openers * 12 >= texts
    unsignedCost = !mayTell ? 0 : openers >= 2 ? 4.5 : leads == true ? 3.8 : 0
  }

  func runs() -> [Run] {
    guard !units.isEmpty else { return [] }
    var weakBefore = [0]
    for unit in units { weakBefore.append((weakBefore.last ?? 0) + (unit.isHeading && isWeak(unit) ? 1 : 0)) }
    let cuts = ([0] + units.indices.dropFirst().filter(mayBegin) + [units.count])
    var best = [Double](repeating: -.infinity, count: cuts.count)
    var from = [Int](repeating: 0, count: cuts.count)
    var runs = [Run?](repeating: nil, count: cuts.count)
    best[0] = 0
    for end in 1..<cuts.count {
      for start in stride(from: end - 1, through: max(0, end - Self.longestRun), by: -1) where best[start] > -.infinity
      {
        let most = Self.highestScore + Self.weakHeading * Double(weakBefore[cuts[end]] - weakBefore[cuts[start]])
        if best[start] + most < best[end] { continue }
        let run = scored(cuts[start]..<cuts[end])
        if best[start] + run.score > best[end] {
          best[end] = best[start] + run.score
          from[end] = start
          runs[end] = run
        }
      }
    }
    var found: [Run] = []
    var at = cuts.count - 1
    while at > 0 {
      if let run = runs[at] { found.append(run) }
      at = from[at]
    }
    return found.reversed()
  }

  /// No run scores more, but for its weak headings: one with a headline that has all signs and all its words in the
  /// text. A little more, so that nothing is lost to rounding.
  private static let highestScore = 1 + 1.6 + 3 + 1 + 0.01

  /// What a weak heading in an article with a strong headline speaks for it.
  private static let weakHeading = 0.3

  /// In cuts, not units: far more than any article has headings.
  private static let longestRun = 60

  /// An article may begin at what is no plain text, at a report's opening, and after a heading that may have been its
  /// predecessor's.
  private func mayBegin(_ index: Int) -> Bool {
    let unit = traits[index]
    return !unit.isText || unit.opensReport || !traits[index - 1].isText || units[index].page != units[index - 1].page
  }

  private func scored(_ range: Range<Int>) -> Run {
    let shape = ArticleShape(units: units, traits: traits, places: places, range: range)
    return Run(units: range, shape: shape, score: score(shape, range))
  }

  // MARK: Weights

  private func score(_ shape: ArticleShape, _ range: Range<Int>) -> Double {
    guard shape.hasText else {
      // Headings alone: a label of a section, a notice, or an article whose text was lost. Labels stand at the end of
      // what they belong to more often than over it.
      return (range.upperBound == units.count ? -1.2 : -2) - 0.4 * Double(range.count - 1)
    }
    var score = 0.0
    if let headline = shape.headline {
      let unit = units[headline]
      score += 1 + 1.6 * habits.strength(of: unit) + 3 * shape.share(of: headline)
      if isWeak(unit) { score -= 2.5 + 2 * shape.share(of: headline) }
      if shape.headlineIsLast { score -= lastHeadlineCost(range) }
    } else {
      score -= range.lowerBound == 0 ? 0.5 : 2
    }
    score -= 0.3 * Double(shape.decks.count)
    if shape.headlineIsLast { score -= Double(shape.unexplained.count) }
    for index in shape.leadingCaptions { score -= captionCost(index, shape) }
    for index in shape.tail { score -= tailCost(index, shape) }
    for index in shape.crossheads { score -= crossheadCost(index, shape) }
    score -= 2.5 * Double(shape.straySigns)
    if shape.hasOpener {
      score += 1
    } else {
      score -= unsignedCost
    }
    return score
  }

  /// Headlines stand after their texts in Chinese pages, where the byline opens the report; nowhere else.
  private func lastHeadlineCost(_ range: Range<Int>) -> Double {
    let first = traits[range.lowerBound]
    guard first.isUnspaced else { return 6 }
    return first.isByline || first.opensReport ? 0.2 : 2
  }

  private func isWeak(_ unit: ReadingUnit) -> Bool { habits.isWeak(unit) }

  /// A picture belongs to the article that speaks of what it shows; if both do, to the one before it.
  private func captionCost(_ index: Int, _ shape: ArticleShape) -> Double { 0.4 - 0.4 * shape.share(of: index) }

  private func tailCost(_ index: Int, _ shape: ArticleShape) -> Double {
    if traits[index].isCaption { return captionCost(index, shape) }
    return shape.share(of: index) >= 0.5 ? 0.8 : 2
  }

  private func crossheadCost(_ index: Int, _ shape: ArticleShape) -> Double {
    guard traits[index].isHeading else { return 0.2 }
    if traits[index].isUnspaced { return 0.6 }
    let unit = units[index]
    if isWeak(unit) { return shape.headline.map { !isWeak(units[$0]) } == true ? -Self.weakHeading : 0.6 }
    // A heading set as strongly as the headline is another headline.
    let own = shape.headline.map { units[$0].strength } ?? 0
    return unit.strength + 0.15 < own ? 0.3 + unit.strength : 0.6 + 2.6 * unit.strength
  }
}
