import Testing

@testable import OffprintStages

@Suite("A row of units is cut so that the most articles can be expected to be whole")
struct LikelyCutsTests {
  private func cuts(_ chances: [Double], lines: [Int]? = nil, isText: [Bool]? = nil) -> [Int] {
    LikelyCuts(
      LikelyArticles(
        LikelyArticles.Chances(begins: chances, afterText: chances, afterHeading: chances),
        lines: lines ?? chances.map { _ in 5 }, isText: isText ?? chances.map { _ in true })
    ).starts
  }

  @Test("where borders are sure they are cut, and where none is likely nothing is")
  func sure() {
    #expect(cuts([0, 0.99, 0.001, 0.002, 0.97, 0]) == [0, 1, 4])
    #expect(cuts([0.3, 0.001, 0.001, 0.001]) == [0])
    #expect(cuts([]) == [])
    #expect(cuts([0]) == [0])
  }

  @Test("of many borders that are each less likely than not some are cut: one long article is surely wrong")
  func unsure() {
    let found = cuts(Array(repeating: 0.4, count: 12))
    #expect(found.count > 4)
    #expect(cuts([0, 0.4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], lines: Array(repeating: 3, count: 12)) == [0])
  }

  @Test("where a heading may be part of either article, the likelier border is taken")
  func settles() {
    // Thirty lines, a heading of one, thirty lines: both borders make the same two articles whole.
    let lines = [30, 1, 30]
    #expect(cuts([1, 0.3, 0.6], lines: lines) == [0, 2])
    #expect(cuts([1, 0.6, 0.3], lines: lines) == [0, 1])
  }

  @Test("no article begins with a unit without lines")
  func empty() {
    #expect(cuts([1, 0.99, 0.99], lines: [5, 0, 5]) == [0, 2])
  }

  @Test("a second heading line is none of its own where the first has no text yet")
  func states() {
    let chances = LikelyArticles.Chances(
      begins: [1, 0, 0.9, 0.5, 0], afterText: [1, 0, 0.9, 0.9, 0], afterHeading: [1, 0, 0, 0.02, 0])
    let articles = LikelyArticles(chances, lines: [9, 9, 1, 1, 9], isText: [true, true, false, false, true])
    #expect(LikelyCuts(articles).starts == [0, 2])
  }

  @Test("a line of heading alone is an article only where both its borders are likely")
  func bare() {
    // A long text, a line that is no text, and another: a signature, or the name of a section.
    let (lines, isText) = ([30, 1, 30], [true, false, true])
    #expect(cuts([1, 0.7, 0.7], lines: lines, isText: isText).count == 2)
    #expect(cuts([1, 0.7, 0.7], lines: lines).count == 3)
    #expect(cuts([1, 0.95, 0.95], lines: lines, isText: isText) == [0, 1, 2])
  }

  @Test("nothing that could be cut otherwise has a higher expected F1", arguments: 0..<40)
  func best(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24)
    }
    let count = 7
    // One line each, and so few that no border is moved afterwards.
    let lines = Array(repeating: 1, count: count)
    let begins = (0..<count).map { $0 == 0 ? 1 : 0.02 + 0.96 * random() }
    let rows = (0..<(1 << (count - 1))).map { bits in (0..<count).map { $0 == 0 || bits >> ($0 - 1) & 1 == 1 } }
    func likely(_ row: [Bool]) -> Double {
      zip(row, begins).reduce(1) { $0 * ($1.0 ? $1.1 : 1 - $1.1) }
    }
    func articles(_ row: [Bool]) -> [Range<Int>] {
      let starts = row.indices.filter { row[$0] } + [count]
      return zip(starts, starts.dropFirst()).map { $0..<$1 }
    }
    func isWhole(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
      let both = max(0, min(a.upperBound, b.upperBound) - max(a.lowerBound, b.lowerBound))
      let isNear = max(abs(a.lowerBound - b.lowerBound), abs(a.upperBound - b.upperBound)) <= a.count / 5
      return isNear && Double(both) >= 0.8 * Double(a.count + b.count - both)
    }
    let truths = rows.map { (articles($0), likely($0)) }
    let expected = begins.reduce(0, +)
    func value(_ row: [Bool]) -> Double {
      let own = articles(row)
      let whole = truths.reduce(0) { sum, truth in
        sum + truth.1 * Double(own.count { one in truth.0.contains { isWhole(one, $0) } })
      }
      return 2 * whole / (Double(own.count) + expected)
    }
    let found = cuts(begins, lines: lines)
    let best = rows.map(value).max() ?? 0
    #expect(value((0..<count).map(found.contains)) > best - 0.001)
  }

  @Test("of unlikely borders, which may stand everywhere, one in four lines is thought of, the likeliest")
  func flat() {
    var chances = (0..<400).map { $0 % 4 == 2 ? 0.03 : 0.02 }
    chances[101] = 0.2
    let articles = LikelyArticles(
      LikelyArticles.Chances(begins: chances, afterText: chances, afterHeading: chances),
      lines: Array(repeating: 1, count: 400), isText: Array(repeating: true, count: 400))
    let units = articles.places.dropFirst().dropLast().map(\.unit)
    #expect(units.count < 110 && units.contains(101))
    #expect(units.filter { $0 != 101 }.allSatisfy { $0 % 4 == 2 })
    #expect(LikelyCuts(articles).starts.contains(101))
  }
}
