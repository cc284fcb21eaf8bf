/// How a paper sets its headlines, to tell crossheads from them: a heading of the text's own size is a crosshead, most
/// likely, where headlines are larger. Bold type says nothing more if the larger headings are bold too.
struct HeadingHabits {
  private var headings = 0
  private var larger = 0
  private var largerAndBold = 0
  private var setsLarger: Bool

  /// From all units of an issue. Most headings must be larger to speak for pages that have few.
  init(units: some Sequence<ReadingUnit>) {
    setsLarger = false
    count(units)
    setsLarger = larger >= 2 && larger * 2 > headings
  }

  /// With what a page shows by itself, where two larger headings are enough.
  func seen(on units: [ReadingUnit]) -> HeadingHabits {
    var habits = self
    habits.setsLarger = setsLarger || units.count(where: Self.isLarger) >= 2
    return habits
  }

  func isWeak(_ unit: ReadingUnit) -> Bool {
    guard unit.isBold else { return setsLarger && unit.relativeSize < 1.14 }
    // Bold headings of the text's size are headlines of short news as often as not; smaller ones are crossheads.
    return setsLarger && unit.relativeSize < 0.95 && largerAndBold * 2 > larger
  }

  /// How much a heading looks like a headline among the others of the issue, 0...1.
  func strength(of unit: ReadingUnit) -> Double {
    isWeak(unit) && unit.isBold ? min(unit.strength, Self.weakStrength) : unit.strength
  }

  /// That of a heading without any sign but its shortness.
  private static let weakStrength = 0.15

  private mutating func count(_ units: some Sequence<ReadingUnit>) {
    for unit in units where unit.isHeading {
      headings += 1
      guard Self.isLarger(unit) else { continue }
      larger += 1
      if unit.isBold { largerAndBold += 1 }
    }
  }

  /// With a little room for measures that are rounded.
  private static func isLarger(_ unit: ReadingUnit) -> Bool { unit.isHeading && unit.relativeSize >= 1.19 }
}
