import OffprintKit
import Testing

@testable import OffprintStages

@Suite("Where articles begin")
struct ArticleBordersTests {
  /// Headings and texts in turn.
  private static let units: [MeasuredUnit] = {
    var units = Units()
    for number in 0..<10 {
      units.add("THE HEADING \(number)") { $0.height = 1 + 0.1 * Double(number) }
      units.text(5) { $0.hasRuleAbove = number == 7 }
    }
    return units.marked
  }()

  private func borders(
    _ chances: [Double], advertisements: [Double]? = nil, units: [MeasuredUnit] = units,
    _ shape: (inout ArticleWishes) -> Void = { _ in }
  ) -> ArticleBorders {
    var wishes = ArticleWishes()
    shape(&wishes)
    let none = Array(repeating: 0.0, count: units.count)
    let chances = LikelyArticles.Chances(begins: chances, afterText: chances, afterHeading: chances)
    return ArticleBorders(units, chances: chances, advertisements: advertisements ?? none, wishes)
  }

  /// Ten headings, likelier than the texts under them, to be cut or not.
  private static let chances = (0..<20).map { index -> Double in
    let number = Double(index / 2)
    return index % 2 == 0 ? 0.35 + 0.05 * number : 0.02 * number
  }

  @Test("headings that are likely enough begin an article, and no text under them does")
  func expected() {
    let found = borders(Self.chances).begins
    #expect((1..<20).allSatisfy { found[$0] == ($0 % 2 == 0) })
    let unlikely = borders(Self.chances.map { $0 / 4 }).begins.count { $0 }
    #expect((1..<10).contains(unlikely))
  }

  @Test("a model that is sure is believed")
  func sure() {
    let isFirst = (0..<20).map { $0 % 4 == 0 }
    #expect(borders(isFirst.map { $0 ? 0.98 : 0.001 }).begins == isFirst)
  }

  @Test("where it expects nothing one article is all there is")
  func nothing() {
    var chances = Array(repeating: 0.0, count: 20)
    chances[19] = 0.001
    let found = borders(chances)
    #expect(found.begins[0] && found.begins[1...18].allSatisfy { !$0 })
    #expect(borders([], units: []).begins.isEmpty)
  }

  @Test("the first unit always begins one, units without text never do")
  func firstAndEmpty() {
    var units = Self.units
    units[2].textLines = 0
    var chances = Self.chances
    chances[0] = 0
    chances[2] = 1
    let found = borders(chances, units: units)
    #expect(found.begins[0] && !found.begins[2])
    units[0].textLines = 0
    #expect(borders(chances, units: units).begins[0])
  }

  @Test("sections have fewer articles than articles, and items have more")
  func granularity() {
    let chances = (0..<20).map { 0.05 + 0.045 * Double($0 * 7 % 20) }
    let counts = [Granularity.sections, .articles, .items].map { granularity in
      borders(chances) { $0.granularity = granularity }.begins.count { $0 }
    }
    #expect(counts == counts.sorted() && Set(counts).count == 3, "\(counts)")
    #expect(Granularity.allCases.count == 3)
  }

  @Test("headline_ratio overrules: larger headings begin an article, smaller ones do not")
  func headlineRatio() {
    let found = borders(Array(repeating: 0.5, count: 20)) { $0.headlineRatio = 1.45 }
    for number in 0..<10 {
      #expect(found.begins[2 * number] == (number == 0 || number >= 5), "heading \(number)")
      #expect(found.rulings[2 * number]?.contains("headline_ratio: 145 %") == true)
    }
    #expect(borders(Self.chances).rulings.isEmpty)
  }

  @Test("headline_ratio looks at the largest line of a heading of several")
  func ratioOfRun() {
    var units = Units()
    units.text()
    units.add("FROM THE VALLEY") { $0.gapAbove = 2 }
    units.add("THE FLOOD AT NIGHT") { $0.height = 2 }
    units.text()
    let found = borders([0.9, 0, 0, 0], units: units.marked) { $0.headlineRatio = 1.8 }
    #expect(found.begins == [true, true, false, false])
  }

  @Test("separators: strong begins an article under every rule")
  func separators() {
    let chances = Self.chances
    #expect(!borders(chances).begins[15])
    let found = borders(chances) { $0.separators = .strong }
    #expect(found.begins[15] && found.rulings[15]?.contains("separators: strong") == true)
    #expect(found.begins.count { $0 } == borders(chances).begins.count { $0 } + 1)
    #expect(borders(chances) { $0.separators = .ignore }.begins == borders(chances).begins)
  }

  @Test("ads: each by itself, or those that follow one another as one")
  func advertisements() {
    let ads: [Double] = (0..<20).map { (6...11).contains($0) ? 0.9 : 0.1 }
    let split = borders(Array(repeating: 0.01, count: 20), advertisements: ads) { $0.advertisements = .split }
    #expect((6...11).allSatisfy { split.begins[$0] }, "each is a block of its own")
    let join = borders(Array(repeating: 0.99, count: 20), advertisements: ads) { $0.advertisements = .join }
    #expect((6...11).map { join.begins[$0] } == [true, false, false, false, false, false])
    #expect(join.begins[12] && join.rulings[12] == nil)
    // The heading over one is part of it, though nothing shows it by itself.
    var chances = Array(repeating: 0.01, count: 20)
    for start in [5, 8, 13] { chances[start] = 0.99 }
    let whole = borders(chances, advertisements: ads.enumerated().map { (5...12).contains($0) ? 0.9 : 0.1 * $1 }) {
      $0.advertisements = .join
    }
    #expect(whole.begins[5] && !whole.begins[6] && !whole.begins[8])
    #expect(join.rulings[7]?.contains("ads: join") == true && split.rulings[7]?.contains("ads: split") == true)
  }
}
