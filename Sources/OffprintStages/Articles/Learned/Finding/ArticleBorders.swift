/// Decides with which units articles begin: so that the most can be expected to be whole, and as the operator wishes.
struct ArticleBorders {
  /// For each unit whether an article begins with it.
  private(set) var begins: [Bool]
  /// For each unit what overruled the model, for people.
  private(set) var rulings: [Int: String] = [:]

  /// - Parameters:
  ///   - units: without furniture, in reading order.
  ///   - chances: how likely an article begins with each.
  ///   - advertisements: how likely each is part of an advertisement.
  init(_ units: [MeasuredUnit], chances: LikelyArticles.Chances, advertisements: [Double], _ wishes: ArticleWishes) {
    begins = Array(repeating: false, count: units.count)
    let articles = LikelyArticles(
      chances.shifted(by: wishes.granularity.startsForEachExpected), lines: units.map(\.textLines),
      isText: units.map(\.isText))
    for start in LikelyCuts(articles).starts { begins[start] = true }
    for index in units.indices {
      guard let ruling = Ruling(index, units, advertisements, wishes) else { continue }
      begins[index] = ruling.begins
      rulings[index] = ruling.reason
    }
    for index in units.indices where units[index].textLines == 0 { begins[index] = false }
    if !begins.isEmpty { begins[0] = true }
    if wishes.advertisements == .join { joinAdvertisements(units, advertisements) }
  }

  /// The units of each article.
  var articles: [Range<Int>] {
    let starts = begins.indices.filter { begins[$0] }
    return zip(starts, starts.dropFirst() + [begins.count]).map { $0..<$1 }
  }

  /// True if one of some units is labelled as an advertisement, or most of their lines are likely part of one.
  static func areAdvertisement(_ units: ArraySlice<MeasuredUnit>, _ advertisements: [Double]) -> Bool {
    if units.contains(where: \.isLabelledAdvertisement) { return true }
    let lines = units.reduce(0) { $0 + $1.textLines }
    let advertised = units.indices.reduce(0) { $0 + advertisements[$1] * Double(units[$1].textLines) }
    return advertised > 0.5 * Double(max(1, lines))
  }

  private mutating func joinAdvertisements(_ units: [MeasuredUnit], _ advertisements: [Double]) {
    var followsOne = false
    for article in articles {
      let isOne = Self.areAdvertisement(units[article], advertisements)
      if isOne, followsOne {
        begins[article.lowerBound] = false
        rulings[article.lowerBound] = "advertisements that follow one another are one (ads: join)"
      }
      followsOne = isOne
    }
  }
}

extension LikelyArticles.Chances {
  /// The chances with their odds changed alike, so that they add up to so many times as many articles.
  fileprivate func shifted(by factor: Double) -> Self {
    guard factor != 1 else { return self }
    let wanted = factor * begins.reduce(0, +)
    func changed(_ chances: [Double], _ odds: Double) -> [Double] {
      chances.map { $0 * odds / (1 - $0 + $0 * odds) }
    }
    var (low, high) = (1e-3, 1e3)
    for _ in 0..<40 {
      let middle = (low * high).squareRoot()
      if changed(begins, middle).reduce(0, +) < wanted { low = middle } else { high = middle }
    }
    return Self(
      begins: changed(begins, high), afterText: changed(afterText, high), afterHeading: changed(afterHeading, high))
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
    guard use == .split, advertisements[index] > 0.5, index > 0 else { return nil }
    let followsOne = advertisements[index - 1] > 0.5
    let unit = units[index]
    let isNew = !followsOne || unit.run.isFirst || unit.block != units[index - 1].lastBlock
    return Ruling(begins: isNew, reason: "each advertisement stands by itself (ads: split)")
  }
}
