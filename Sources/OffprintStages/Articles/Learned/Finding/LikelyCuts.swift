/// Cuts a row of units into the articles of which the most can be expected to be whole.
///
/// An article is whole if four fifths of its lines and of those of the marked one together are in both. Cutting where a
/// border is likelier than not makes one long article, surely wrong, of many unsure borders; here each article that
/// might be cut out has a chance to be whole, by the chances of all borders at its ends and in it, and the row is cut
/// so that the expected F1 of whole articles is highest: by dynamic programming for a given price of an article, and
/// the price by Dinkelbach's method (On nonlinear fractional programming, Management Science 13, 1967; maximum expected
/// F: Jansche, ACL 2007).
struct LikelyCuts {
  /// Units with which an article begins, the first among them.
  private(set) var starts: [Int] = []

  /// An article that is less likely to have no border in it has no chance to be whole.
  private static let forlorn = 0.001
  private static let rounds = 12

  init(_ articles: LikelyArticles) {
    let places = articles.places
    guard places.count > 1 else { return }
    let likely = Self.likely(articles)
    var cuts: [Int] = []
    var price = 0.5
    // The price grows from the second round on, until the cuts stay the same; usually in the third.
    for _ in 0..<Self.rounds {
      let (found, whole) = Self.cheapest(likely, price)
      if found == cuts { break }
      cuts = found
      price = 2 * whole / (Double(found.count) + articles.expected)
    }
    starts = Self.settled(cuts, places).map { places[$0].unit }
  }

  /// For each place the articles that may end there, the shortest first: where they begin, and how likely each is whole.
  private static func likely(_ articles: LikelyArticles) -> [[(start: Int, whole: Double)]] {
    articles.places.indices.map { end in
      var found: [(start: Int, whole: Double)] = []
      var start = end - 1
      while start >= 0, articles.quiet(start, end) > forlorn {
        found.append((start, articles.whole(start, end)))
        start -= 1
      }
      return found
    }
  }

  /// The places of articles of which as many as can be are whole, each at a price, and how many of them can be expected
  /// to be.
  ///
  /// - Parameter likely: for each place the articles that may end there.
  private static func cheapest(
    _ likely: [[(start: Int, whole: Double)]], _ price: Double
  ) -> (starts: [Int], whole: Double) {
    /// The best for all that stands before a place: its value, where its last article begins, and that one's chance.
    var best: [(value: Double, start: Int, chance: Double)] = [(0, 0, 0)]
    /// The place of the best value so far: for an article so long that it has no chance, it does not matter how long.
    var top = 0
    for end in likely.indices.dropFirst() {
      var own = (value: best[top].value - price, start: top, chance: 0.0)
      for (start, whole) in likely[end] {
        let value = best[start].value + 2 * whole - price
        if value > own.value { own = (value, start, whole) }
      }
      best.append(own)
      if own.value > best[top].value { top = end }
    }
    var (starts, chance, at): ([Int], Double, Int) = ([], 0, likely.count - 1)
    while at > 0 {
      chance += best[at].chance
      at = best[at].start
      starts.append(at)
    }
    return (starts.reversed(), chance)
  }

  /// The cuts moved to the likeliest borders that are as good: whether a heading is part of an article makes it no less
  /// whole, so that the sum of chances does not tell.
  private static func settled(_ cuts: [Int], _ places: [LikelyArticles.Place]) -> [Int] {
    var cuts = cuts + [places.count - 1]
    for index in cuts.indices.dropFirst().dropLast() {
      let (last, here, next) = (cuts[index - 1], cuts[index], cuts[index + 1])
      let lines = places[here].lines
      let shorter = min(lines - places[last].lines, places[next].lines - lines)
      let slack = shorter / LikelyArticles.slackShare
      for place in (last + 1)..<next where abs(places[place].lines - lines) <= slack {
        if places[place].chance > places[cuts[index]].chance { cuts[index] = place }
      }
    }
    return cuts.dropLast()
  }
}
