/// How likely articles stand in a row of units, by how likely each border is: a Markov chain whose state is whether the
/// article so far has text.
struct LikelyArticles {
  /// How likely articles begin with units, each by its place.
  struct Chances {
    /// All in all.
    var begins: [Double] = []
    /// If the article before has text by then, and if it has none.
    var afterText: [Double] = []
    var afterHeading: [Double] = []
  }

  /// A place where an article may begin or end.
  struct Place {
    var unit: Int
    /// Lines before it.
    var lines: Int
    /// How likely an article begins there.
    var chance: Double
    /// The first unit from there on that is text.
    fileprivate var text: Int
  }

  /// The articles that end at places, by what the article has by then.
  private struct Ends {
    /// How likely no article begins with any of some units in a row.
    let quiet: RunningProducts
    /// By place: how likely an article that comes to it ends there or further on, as long as nothing changes its state.
    /// Summed from the end, so that no sum is of things that are more than a little apart.
    let beyond: [Double]

    init(_ chances: [Double], lines: [Int], at places: [Place]) {
      // An article does not begin with a unit without lines, and nothing is quite sure.
      let quiet = RunningProducts(zip(chances, lines).map { $1 > 0 ? 1 - min(0.9999, $0) : 1 })
      var beyond = Array(repeating: 1.0, count: places.count)
      for place in places.indices.dropLast().reversed() {
        let (unit, next) = (places[place].unit, places[place + 1].unit)
        beyond[place] = chances[unit] + quiet[unit..<next] * beyond[place + 1]
      }
      self.quiet = quiet
      self.beyond = beyond
    }

    /// How likely an article that comes to the first of some places ends at one of them.
    func chance(_ range: ClosedRange<Int>, _ places: [Place]) -> Double {
      guard range.upperBound + 1 < places.count else { return beyond[range.lowerBound] }
      let (from, to) = (places[range.lowerBound].unit, places[range.upperBound + 1].unit)
      return max(0, beyond[range.lowerBound] - quiet[from..<to] * beyond[range.upperBound + 1])
    }
  }

  /// What two articles are to have in common, by their lines together.
  private static let common = 0.8
  /// Borders that are farther off than a fifth of an article's lines are others. To look on to the quarter that a longer
  /// article may have more found no more articles, and its borders less well.
  static let slackShare = 5
  /// Borders that are less likely are not thought of.
  private static let least = 0.01
  /// Of borders that are less likely than this only one in so many lines is thought of, the likeliest: a text of which
  /// nothing is known has them everywhere.
  private static let weak = (chance: 0.1, lines: 4)
  /// A line or two of headings between two borders: the chances of both are those of one doubt, since a signature that
  /// is taken for a heading stands above a true one, and the name of a section above its first article. Of 65 found in a
  /// held-out collection six were whole; names that are units by themselves are in others. With this share of the
  /// chance the pooled F1 of held-out collections rose from 0.579 to 0.589 with zones, and in texts from 0.263 to 0.273.
  private static let bare = (share: 0.5, lines: 2)

  /// All places, the last of which is the end of the row.
  let places: [Place]
  /// How many articles there are, as far as is known.
  let expected: Double
  private let afterText: Ends
  private let afterHeading: Ends

  /// - Parameters:
  ///   - lines: how many lines each unit has.
  ///   - isText: whether each is text, and no heading.
  init(_ chances: Chances, lines: [Int], isText: [Bool]) {
    let count = lines.count
    var text = Array(repeating: count, count: count + 1)
    for unit in (0..<count).reversed() { text[unit] = isText[unit] ? unit : text[unit + 1] }
    var (places, before, expected): ([Place], Int, Double) = ([], 0, 0)
    for unit in 0..<count {
      let own = unit == 0 ? 1 : lines[unit] > 0 ? chances.begins[unit] : 0
      expected += own
      if own >= Self.least {
        Self.add(Place(unit: unit, lines: before, chance: own, text: text[unit]), to: &places)
      }
      before += lines[unit]
    }
    self.expected = expected
    places.append(Place(unit: count, lines: before, chance: 1, text: count))
    self.places = places
    afterText = Ends(chances.afterText, lines: lines, at: places)
    afterHeading = Ends(chances.afterHeading, lines: lines, at: places)
  }

  private static func add(_ place: Place, to places: inout [Place]) {
    guard let last = places.last, max(last.chance, place.chance) < weak.chance, place.lines - last.lines < weak.lines
    else { return places.append(place) }
    if place.chance > last.chance { places[places.count - 1] = place }
  }

  /// How likely no article begins between two places, if one begins with the first: up to its first text by the chances
  /// after a heading, and from there on by those after text.
  func quiet(_ start: Int, _ end: Int) -> Double {
    let (first, last) = (places[start].unit, places[end].unit)
    let text = min(places[start].text + 1, last)
    return afterHeading.quiet[first + 1..<text] * afterText.quiet[text..<last]
  }

  /// How likely an article from one place to another is whole: that there is one there, or one with nearly the same
  /// lines. Of those that begin at one place all that end at one of several are looked at together.
  func whole(_ start: Int, _ end: Int) -> Double {
    let (from, to) = (places[start].lines, places[end].lines)
    let slack = (to - from) / Self.slackShare
    var first = start
    while first > 0, from - places[first - 1].lines <= slack { first -= 1 }
    var sum = 0.0
    while first < end, places[first].lines - from <= slack {
      let own = places[first].lines
      // Ends before the other's: what both have to what they have together; then ends behind it.
      let least = Double(max(from, own)) + Self.common * Double(to - min(from, own))
      let most = Double(min(from, own)) + Double(to - max(from, own)) / Self.common
      let (fewest, maximum) = (max(to - slack, Int((least - 1e-9).rounded(.up))), min(to + slack, Int(most + 1e-9)))
      // The other's own end is always among them, and hardly more than a dozen besides.
      var (low, high) = (end, end)
      while low > first + 1, places[low - 1].lines >= fewest { low -= 1 }
      while high + 1 < places.count, places[high + 1].lines <= maximum { high += 1 }
      sum += chance(from: first, to: low...high)
      first += 1
    }
    let isBare = to - from <= Self.bare.lines && places[start].text >= places[end].unit
    return isBare ? sum * Self.bare.share : sum
  }

  /// How likely an article begins at a place and ends at one of some others.
  private func chance(from start: Int, to ends: ClosedRange<Int>) -> Double {
    let text = places[start].text
    var (sum, rest) = (0.0, ends.lowerBound)
    if places[rest].unit <= text {
      var last = rest
      while last < ends.upperBound, places[last + 1].unit <= text { last += 1 }
      sum = quiet(start, rest) * afterHeading.chance(rest...last, places)
      rest = last + 1
    }
    if rest <= ends.upperBound { sum += quiet(start, rest) * afterText.chance(rest...ends.upperBound, places) }
    return places[start].chance * sum
  }
}
