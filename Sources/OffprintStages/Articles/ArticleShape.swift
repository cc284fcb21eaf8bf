import OffprintKit

/// What the units of a run are to each other, if the run is one article.
struct ArticleShape {
  private let units: [ReadingUnit]
  private let traits: [UnitTraits]
  private let places: WordPlaces
  let range: Range<Int>

  private(set) var headline: Int?
  /// The headline stands after the text.
  private(set) var headlineIsLast = false
  /// Headings set with the headline: overlines before it, subheadlines after it.
  private(set) var overlines: [Int] = []
  private(set) var decks: [Int] = []
  /// Headings at the end that are neither headline nor deck: captions, mostly.
  private(set) var tail: [Int] = []
  /// Headings between texts.
  private(set) var crossheads: [Int] = []
  /// Headings that turned out to be captions.
  private(set) var captions: [Int] = []
  /// Captions, by their own words, before the text.
  private(set) var leadingCaptions: [Int] = []
  /// Headings before the text that are no headline, deck or overline.
  private(set) var unexplained: [Int] = []
  /// Bylines and report openings that stand where none should.
  private(set) var straySigns = 0
  /// A byline or a dateline opens the text.
  private(set) var hasOpener = false
  private(set) var hasText = false

  /// - Parameter traits: those of the units, one for each.
  init(units: [ReadingUnit], traits: [UnitTraits], places: WordPlaces, range: Range<Int>) {
    self.units = units
    self.traits = traits
    self.places = places
    self.range = range
    let firstText = range.first { traits[$0].isText }
    hasText = firstText != nil
    for index in range where traits[index].isCaption { captions.append(index) }
    guard let firstText, let lastText = range.last(where: { traits[$0].isText }) else {
      headline = range.first { traits[$0].isHeading }
      return
    }
    leadingCaptions = (range.lowerBound..<firstText).filter { traits[$0].isCaption }
    readHead(range.lowerBound..<firstText)
    readTail(lastText + 1..<range.upperBound)
    readMiddle(firstText, lastText)
  }

  /// The share of a heading's words that the run's text has too; 0...1.
  func share(of index: Int) -> Double { places.share(of: units[index], in: range) }

  private mutating func readHead(_ head: Range<Int>) {
    let bylines = head.filter { traits[$0].isByline }
    hasOpener = !bylines.isEmpty || traits[head.upperBound].opensReport
    let headings = head.filter { traits[$0].isHeading }
    // Captions before the headline are set as running text, headlines are broken by sense.
    let candidates = headings.filter { index in
      bylines.allSatisfy { index < $0 } && !(headings.count > 1 && traits[index].isRunIn && traits[index].isUnspaced)
    }
    headline = mainHeading(of: candidates, beside: bylines.first ?? head.upperBound)
    for index in headings where index != headline {
      if let headline, candidates.contains(index) {
        if index < headline { overlines.append(index) } else { decks.append(index) }
      } else if index + 1 == head.upperBound, candidates.isEmpty || bylines.contains(where: { $0 < index }),
        headline != nil,
        !traits[index].isRunIn
      {
        crossheads.append(index)
      } else {
        captions.append(index)
        unexplained.append(index)
      }
    }
  }

  /// The largest of the headings before a text; of equal ones the first in spaced writing, since decks follow the
  /// headline, and the one next to the byline in Chinese, where overlines come before it.
  private func mainHeading(of candidates: [Int], beside opener: Int) -> Int? {
    guard let first = candidates.first else { return nil }
    let largest = candidates.map { units[$0].relativeSize }.max() ?? 1
    if largest >= 1.1, let index = candidates.first(where: { units[$0].relativeSize >= largest * 0.92 }) {
      return index
    }
    guard traits[first].isUnspaced else { return first }
    // A second headline begins with a dash.
    if candidates.dropFirst().first.map({ units[$0].scalars.first == "—" }) == true { return first }
    // The headline says what the text says; what stands with it may not.
    if let telling = candidates.max(by: { (share(of: $0), $1) < (share(of: $1), $0) }),
      candidates.allSatisfy({ $0 == telling || share(of: $0) + Self.clearlyLess < share(of: telling) })
    {
      return telling
    }
    // An overline is much shorter than its headline; else the first is the headline and decks follow.
    let last = candidates[candidates.count - 1]
    return units[first].length * 10 <= units[last].length * 6 ? last : first
  }

  /// So much less of its words recur.
  private static let clearlyLess = 0.4

  private mutating func readTail(_ rest: Range<Int>) {
    let headings = rest.filter { traits[$0].isHeading }
    guard headline == nil, let first = headings.first else {
      tail = headings + rest.filter { traits[$0].isCaption }
      captions += headings
      countSigns(rest)
      return
    }
    headline = first
    headlineIsLast = true
    for index in headings.dropFirst() {
      if share(of: index) >= 0.3, decks.count < 2 { decks.append(index) } else { tail.append(index) }
    }
    countSigns(rest)
  }

  /// A byline after the text is a signature in spaced writing; elsewhere it is the next article's.
  private mutating func countSigns(_ rest: Range<Int>) {
    straySigns += rest.count { traits[$0].isByline && (traits[$0].isUnspaced || $0 != rest.lowerBound) }
  }

  private mutating func readMiddle(_ firstText: Int, _ lastText: Int) {
    for index in firstText...lastText {
      let unit = traits[index]
      if unit.isHeading { crossheads.append(index) }
      if unit.isByline { straySigns += 1 }
      if index > firstText, unit.opensReport, unit.isUnspaced { straySigns += 1 }
    }
  }
}
