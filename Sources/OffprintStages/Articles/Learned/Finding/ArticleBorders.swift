/// Decides with which units articles begin: those that the model is surest of, as many as it expects, and what the
/// operator wishes.
struct ArticleBorders {
  /// For each unit whether an article begins with it.
  private(set) var begins: [Bool]
  /// For each unit what overruled the model, for people.
  private(set) var rulings: [Int: String] = [:]
  /// From which probability on an article begins.
  let threshold: Double

  /// - Parameters:
  ///   - units: without furniture, in reading order.
  ///   - chances: how likely an article begins with each.
  ///   - advertisements: how likely each is part of an advertisement.
  init(_ units: [MeasuredUnit], chances: [Double], advertisements: [Double], _ wishes: ArticleWishes) {
    threshold = Self.threshold(chances, startsForEachExpected: wishes.granularity.startsForEachExpected)
    let least = threshold
    begins = chances.map { $0 >= least }
    for index in units.indices {
      guard let ruling = Ruling(index, units, advertisements, wishes) else { continue }
      begins[index] = ruling.begins
      rulings[index] = ruling.reason
    }
    for index in units.indices where units[index].textLines == 0 { begins[index] = false }
    if !begins.isEmpty { begins[0] = true }
  }

  /// Articles begin where the model is surest, so many of them as its probabilities add up to: so a paper with habits
  /// that it does not know well still gets a likely number of articles.
  private static func threshold(_ chances: [Double], startsForEachExpected factor: Double) -> Double {
    let expected = max(1, Int((factor * chances.reduce(0, +)).rounded()))
    let ranked = chances.sorted(by: >)
    guard let least = ranked[safe: expected - 1] else { return ranked.last ?? 1 }
    // Many paragraphs may be equally unlikely: of equals all begin an article or none, whichever is nearer.
    let likelier = ranked.count { $0 > least }
    let asLikely = ranked.count { $0 >= least }
    return asLikely - expected < expected - likelier ? least : least.nextUp
  }
}

/// What an operator's wishes say of one unit.
private struct Ruling {
  var begins: Bool
  var reason: String

  /// nil where they say nothing.
  init?(_ index: Int, _ units: [MeasuredUnit], _ advertisements: [Double], _ wishes: ArticleWishes) {
    let unit = units[index]
    guard unit.textLines > 0 else { return nil }
    if unit.hasRuleAbove, wishes.separators == .strong {
      self.init(begins: true, reason: "a rule stands above it (separators: strong)")
      return
    }
    if let advertisement = Self.advertisement(index, units, advertisements, wishes.advertisements) {
      self = advertisement
      return
    }
    guard let ratio = wishes.headlineRatio, unit.run.isFirst else { return nil }
    let size = units[index..<min(units.count, index + unit.run.length)].map(\.size).max() ?? unit.size
    let isLarge = size >= ratio
    self.init(
      begins: isLarge,
      reason: "its heading has \(Phrase.percent(size)) of the text's size (headline_ratio: \(Phrase.percent(ratio)))")
  }

  private init(begins: Bool, reason: String) {
    self.begins = begins
    self.reason = reason
  }

  private static func advertisement(
    _ index: Int, _ units: [MeasuredUnit], _ advertisements: [Double], _ use: AdvertisementUse
  ) -> Ruling? {
    guard use != .weigh, advertisements[index] > 0.5, index > 0 else { return nil }
    let followsOne = advertisements[index - 1] > 0.5
    let unit = units[index]
    switch use {
    case .weigh: return nil
    case .join:
      return Ruling(begins: !followsOne, reason: "advertisements that follow one another are one (ads: join)")
    case .split:
      let isNew = !followsOne || unit.run.isFirst || unit.block != units[index - 1].lastBlock
      return Ruling(begins: isNew, reason: "each advertisement stands by itself (ads: split)")
    }
  }
}
