import OffprintKit
import Testing

@testable import OffprintStages

@Suite("The edges of pages")
struct PageEdgesTests {
  /// Pages of one column with a line above the text and one below it.
  private func pages(_ edges: [(head: String, foot: String)]) -> [MeasuredUnit] {
    let pages = edges.map { edge in
      { (page: inout SetPage) in
        page.line(edge.head, y: 0)
        page.text(30, y: 60)
        page.line(edge.foot, y: 1280)
      }
    }
    return UnitMeasuring(issue: SetPage.issue(pages)).units()
  }

  @Test("a running head repeats on other pages, misread letters and numbers aside")
  func runningHeads() {
    let units = pages([
      ("THE DAILY BOAT 1", "The mayor is well."), ("THE DAI1Y B0AT 2", "No ship came in."),
      ("THE DAILY BOAT 3", "A cow was lost."),
    ])
    let heads = units.filter { $0.place == 0 }
    #expect(heads.count == 3 && heads.allSatisfy { $0.repetition > 0.6 })
    #expect(heads[0].repetition == 1)
    #expect(units.filter { $0.place == 2 }.allSatisfy { $0.repetition < 0.6 })
    #expect(units.filter { $0.place == 1 }.allSatisfy { $0.repetition == 0 })
  }

  @Test("what stands at the head of one page and the foot of another does not repeat")
  func otherEdge() {
    let units = pages([("THE DAILY BOAT", "The mayor is well."), ("A FLOOD AT NIGHT", "THE DAILY BOAT")])
    #expect(units.allSatisfy { $0.repetition < 0.6 })
  }

  @Test("nothing but a number at an edge is a folio", arguments: ["4", "— 12 —", "No. 4", "4 men were lost here"])
  func folios(text: String) {
    let isFolio = text == "4" || text == "— 12 —"
    let units = pages([(text, "The mayor is well."), ("THE DAILY BOAT", text)])
    #expect(units.map(\.isFolio) == [isFolio, false, false, false, false, isFolio])
  }

  @Test("a number in the middle of a page is none")
  func figures() {
    let units = SetPage.units { page in
      page.text(20, y: 0)
      page.line("1881", y: 820)
      page.text(20, y: 880)
    }
    #expect(units.allSatisfy { !$0.isFolio })
  }

  /// Two columns under a line as wide as both, with a line between.
  private func front(_ title: String, _ second: String, region: PageRegion = .printSpace) -> [MeasuredUnit] {
    SetPage.units { page in
      page.line(title, y: 0) { ($0.width, $0.height, $0.region) = (1250, 120, region) }
      page.line(second, y: 140) { ($0.width, $0.region) = (1250, region) }
      page.text(20, y: 220)
      page.text(20, x: 650, y: 220)
    }
  }

  @Test("the paper's title is the largest type over the columns with a date by it")
  func title() {
    let units = front("THE DAILY BOAT", "Monday, 4 July 1881. Price one penny.")
    #expect(units[0].belowTitle == 0)
    #expect(units[1].belowTitle > 0 && units[2].belowTitle > units[1].belowTitle)
    #expect(units[2].belowTitle == units[3].belowTitle)
  }

  @Test("a headline over all columns without a date is no title")
  func headline() {
    let units = front("THE KING IS DEAD", "The whole town is in sorrow.")
    #expect(units.allSatisfy { $0.belowTitle == -1 })
  }

  @Test("where the source has a title in its top margin, no headline is taken for it")
  func marginTitle() {
    let units = SetPage.units { page in
      page.line("THE DAILY BOAT", y: 0) { ($0.width, $0.height, $0.region) = (1000, 90, .topMargin) }
      page.line("THE KING IS DEAD", y: 100) { ($0.width, $0.height) = (1250, 120) }
      page.line("Monday, 4 July 1881.", y: 240)
      page.text(20, y: 300)
      page.text(20, x: 650, y: 300)
    }
    #expect(units.dropFirst().allSatisfy { $0.belowTitle != 0 })
  }

  @Test("only the first page has a title")
  func secondPage() {
    let issue = SetPage.issue([
      { $0.text(20, y: 0) },
      { page in
        page.line("THE DAILY BOAT", y: 0) { ($0.width, $0.height) = (1250, 120) }
        page.line("Monday, 4 July 1881.", y: 140)
        page.text(20, y: 220)
        page.text(20, x: 650, y: 220)
      },
    ])
    #expect(UnitMeasuring(issue: issue).units().allSatisfy { $0.belowTitle == -1 })
  }
}
