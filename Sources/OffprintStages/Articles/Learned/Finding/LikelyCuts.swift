import Foundation

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

  /// How likely articles begin with units, each by its place.
  struct Chances {
    /// All in all.
    var begins: [Double]
    /// If the article before has text by then, and if it has none.
    var afterText: [Double]
    var afterHeading: [Double]
  }

  /// A place where an article may begin or end.
  private struct Place {
    var unit: Int
    /// Lines before it.
    var lines: Int
    /// How likely an article begins there.
    var chance: Double
    /// The first unit from there on that is text.
    var text: Int
  }

  /// What two articles are to have in common, by their lines together.
  private static let common = 0.8
  /// Borders that are farther off than a fifth of an article's lines are others. To look on to the quarter that a longer
  /// article may have more found no more articles, and its borders less well.
  private static let slackShare = 5
  /// Borders that are less likely are not thought of.
  private static let least = 0.01
  private static let rounds = 12
  private let places: [Place]
  private let chances: Chances
  /// Sums of the logarithms of how likely no article begins with a unit, over all units before each.
  private let quiet: (afterText: [Double], afterHeading: [Double])

  /// - Parameters:
  ///   - lines: how many lines each unit has; an article does not begin with a unit without any.
  ///   - isText: whether each is text, and no heading.
  init(_ chances: Chances, lines: [Int], isText: [Bool]) {
    let count = lines.count
    func sums(_ chances: [Double]) -> [Double] {
      var (sums, sum) = ([0.0], 0.0)
      for unit in 0..<count {
        sum += lines[unit] > 0 ? log(1 - min(0.9999, chances[unit])) : 0
        sums.append(sum)
      }
      return sums
    }
    self.chances = chances
    quiet = (sums(chances.afterText), sums(chances.afterHeading))
    var text = Array(repeating: count, count: count + 1)
    for unit in (0..<count).reversed() { text[unit] = isText[unit] ? unit : text[unit + 1] }
    var (places, before): ([Place], Int) = ([], 0)
    for unit in 0..<count {
      let own = unit == 0 ? 1 : lines[unit] > 0 ? chances.begins[unit] : 0
      if own >= Self.least { places.append(Place(unit: unit, lines: before, chance: own, text: text[unit])) }
      before += lines[unit]
    }
    let expected = places.reduce(0) { $0 + $1.chance }
    places.append(Place(unit: count, lines: before, chance: 1, text: count))
    self.places = places
    guard count > 0 else { return }
    var cuts: [Int] = []
    var price = 0.5
    // The price grows from the second round on, until the cuts stay the same; usually in the third.
    for _ in 0..<Self.rounds {
      let (found, whole) = cheapest(price)
      if found == cuts { break }
      cuts = found
      price = 2 * whole / (Double(found.count) + expected)
    }
    starts = settled(cuts).map { places[$0].unit }
  }

  /// The places of articles of which as many as can be are whole, each at a price, and how many of them can be expected
  /// to be.
  private func cheapest(_ price: Double) -> (starts: [Int], whole: Double) {
    /// The best for all that stands before a place: its value, where its last article begins, and that one's chance.
    var best: [(value: Double, start: Int, chance: Double)] = [(0, 0, 0)]
    /// The place of the best value so far: for an article so long that it has no chance, it does not matter how long.
    var top = 0
    for end in places.indices.dropFirst() {
      var own = (value: best[top].value - price, start: top, chance: 0.0)
      var start = end - 1
      while start >= 0, quiet(start, end) > Self.forlorn {
        let chance = whole(start, end)
        let value = best[start].value + 2 * chance - price
        if value > own.value { own = (value, start, chance) }
        start -= 1
      }
      best.append(own)
      if own.value > best[top].value { top = end }
    }
    var (starts, chance, at): ([Int], Double, Int) = ([], 0, places.count - 1)
    while at > 0 {
      chance += best[at].chance
      at = best[at].start
      starts.append(at)
    }
    return (starts.reversed(), chance)
  }

  private static let forlorn = 0.001

  /// How likely no article begins between two places, if one begins with the first: up to its first text by the chances
  /// after a heading, and from there on by those after text.
  private func quiet(_ start: Int, _ end: Int) -> Double {
    let (first, last) = (places[start].unit, places[end].unit)
    let text = min(places[start].text + 1, last)
    return exp(
      quiet.afterHeading[text] - quiet.afterHeading[first + 1] + quiet.afterText[last] - quiet.afterText[text])
  }

  /// How likely an article from one place to another is whole: that there is one there, or one with nearly the same
  /// lines.
  private func whole(_ start: Int, _ end: Int) -> Double {
    let own = places[end].lines - places[start].lines
    let slack = own / Self.slackShare
    guard slack > 0 else { return exactly(start, end) }
    var first = start
    while first > 0, places[start].lines - places[first - 1].lines <= slack { first -= 1 }
    var last = end
    while last + 1 < places.count, places[last + 1].lines - places[end].lines <= slack { last += 1 }
    var sum = 0.0
    while first < end, places[first].lines - places[start].lines <= slack {
      let shift = places[first].lines - places[start].lines
      var other = last
      while other > first, places[end].lines - places[other].lines <= slack {
        let more = places[other].lines - places[end].lines
        let both = own - max(0, shift) + min(0, more)
        let together = own - min(0, shift) + max(0, more)
        if Double(both) >= Self.common * Double(together) { sum += exactly(first, other) }
        other -= 1
      }
      first += 1
    }
    return sum
  }

  private func exactly(_ start: Int, _ end: Int) -> Double {
    let last = places[end].unit
    let ends =
      last == quiet.afterText.count - 1
      ? 1 : last > places[start].text ? chances.afterText[last] : chances.afterHeading[last]
    return places[start].chance * quiet(start, end) * ends
  }

  /// The cuts moved to the likeliest borders that are as good: whether a heading is part of an article makes it no less
  /// whole, so that the sum of chances does not tell.
  private func settled(_ cuts: [Int]) -> [Int] {
    var cuts = cuts + [places.count - 1]
    for index in cuts.indices.dropFirst().dropLast() {
      let (last, here, next) = (cuts[index - 1], cuts[index], cuts[index + 1])
      let lines = places[here].lines
      let shorter = min(lines - places[last].lines, places[next].lines - lines)
      let slack = shorter / Self.slackShare
      for place in (last + 1)..<next where abs(places[place].lines - lines) <= slack {
        if places[place].chance > places[cuts[index]].chance { cuts[index] = place }
      }
    }
    return cuts.dropLast()
  }
}
