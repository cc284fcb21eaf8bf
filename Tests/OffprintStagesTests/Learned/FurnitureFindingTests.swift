import OffprintKit
import Testing

@testable import OffprintStages

@Suite("Sorting out what belongs to pages")
struct FurnitureFindingTests {
  private static let units: [MeasuredUnit] = {
    var units = Units()
    units.add("THE BOAT") { $0.isInMargin = true }
    units.add("Price one penny") { $0.belowTitle = 0 }
    units.text()
    units.add("2", page: 1) { ($0.isFolio, $0.top) = (true, 0) }
    units.text(page: 1)
    units.add("Printed by J. Quill", page: 1)
    return units.all
  }()

  private func articles(_ furniture: FurnitureFinding) -> (articles: [Article], decisions: [Decision]) {
    var context = StageContext(stage: "segment-articles")
    let articles = furniture.articles(&context) { "what weighed most in row \($0)" }
    return (articles, context.decisions)
  }

  @Test("first by sure signs, then by the model or a weaker sign; each line is kept or found once")
  func both() {
    var furniture = FurnitureFinding()
    let rest = furniture.sorted(out: Self.units)
    #expect(rest.count == 4)
    let kept = furniture.sorted(out: rest) { $0 == 3 ? 0.9 : 0.1 }
    #expect(kept == [1, 2])
    let (articles, decisions) = articles(furniture)
    #expect(articles.map(\.type) == [.furniture, .furniture])
    let lines = articles.flatMap(\.lines) + kept.flatMap { rest[$0].lines }
    #expect(Set(lines).count == lines.count && lines.count == Self.units.flatMap(\.lines).count)
    #expect(decisions.count == 4 && decisions.allSatisfy { $0.choice == "furniture" })
    #expect(Set(decisions.map(\.reason)).count == 4)
  }

  @Test("what stands beside the title of the first page is its masthead")
  func masthead() {
    var furniture = FurnitureFinding()
    _ = furniture.sorted(out: furniture.sorted(out: Self.units)) { _ in 0 }
    let roles = articles(furniture).articles.map { $0.components.map(\.role) }
    #expect(roles == [[.furniture, .masthead], [.furniture]])
  }

  @Test("a doubtful model is not believed, and without anything there is no furniture")
  func nothing() {
    var furniture = FurnitureFinding()
    var units = Units()
    units.text()
    #expect(furniture.sorted(out: units.all) { _ in 0.4 } == [0])
    #expect(articles(furniture).articles.isEmpty && articles(furniture).decisions.isEmpty)
  }
}
