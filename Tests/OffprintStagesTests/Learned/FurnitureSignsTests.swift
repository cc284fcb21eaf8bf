import OffprintKit
import Testing

@testable import OffprintStages

@Suite("What belongs to the page by a sign that holds in every paper")
struct FurnitureSignsTests {
  private func sign(_ texts: [String], _ shape: (inout MeasuredUnit) -> Void) -> FurnitureSigns.Sign? {
    FurnitureSigns.sign(of: MeasuredUnit(texts, shape))
  }

  @Test("the source's margins, numbers and running heads at the edge")
  func sure() throws {
    let margin = try #require(sign(["THE BOAT"]) { ($0.isInMargin, $0.top) = (true, 0.5) })
    let folio = try #require(sign(["4"]) { ($0.isFolio, $0.top) = (true, 0.01) })
    let head = try #require(sign(["THE BOAT"]) { ($0.repetition, $0.top) = (0.9, 0) })
    for sign in [margin, folio, head] { #expect(sign.probability >= FurnitureFinding.sure && sign.probability <= 1) }
    #expect(Set([margin, folio, head].map(\.reason)).count == 3)
    #expect(sign(["THE BOAT"]) { ($0.repetition, $0.top) = (0.9, 0.99) } != nil)
  }

  @Test("the same in the middle of the page, or longer, is none")
  func none() {
    #expect(sign(["4"]) { ($0.isFolio, $0.top) = (true, 0.5) } == nil)
    #expect(sign(["THE BOAT"]) { ($0.repetition, $0.top) = (0.9, 0.5) } == nil)
    #expect(sign(["THE BOAT"]) { ($0.repetition, $0.top) = (0.3, 0) } == nil)
    #expect(sign(SetPage.prose(3)) { ($0.repetition, $0.top) = (0.9, 0) } == nil)
    #expect(sign(["THE BOAT"]) { $0.top = 0 } == nil)
  }

  @Test("what stands beside the paper's title is weighed with the model")
  func title() throws {
    let ear = try #require(sign(["Price one penny"]) { $0.belowTitle = 0 })
    #expect(ear.probability < FurnitureFinding.sure)
    #expect(sign(["Price one penny"]) { $0.belowTitle = 3 } == nil)
    #expect(sign(SetPage.prose(5)) { $0.belowTitle = 0 } == nil)
  }
}
