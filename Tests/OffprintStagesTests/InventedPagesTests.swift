import OffprintKit
import OffprintStages
import Testing

/// Pages made up for the test, each in several settings: what a page says does not depend on how wide its columns are.
@Suite("Invented text pages")
struct InventedPagesTests {
  static let chineseSettings: [InventedPage.Setting] = [
    .init(measure: 18), .init(measure: 22, column: 5), .init(measure: 14, column: 6),
    .init(measure: 16, column: 7, opensParagraphs: false), .init(measure: 12, spacesOut: 4),
    .init(measure: 10, column: 9), .init(measure: 9, column: 11, spacesOut: 5),
  ]

  @Test("in Chinese", arguments: InventedPagesChinese.all, chineseSettings)
  func inChinese(source: String, setting: InventedPage.Setting) throws {
    for fault in try InventedPage(source, language: "zh", setting).faults() {
      Testing.Issue.record("\(setting): \(fault)")
    }
  }

  static let westernSettings: [InventedPage.Setting] = [
    .init(measure: 38), .init(measure: 52, column: 6), .init(measure: 30, column: 9),
    .init(measure: 44, column: 5, opensParagraphs: false),
  ]

  @Test("in languages with spaces", arguments: InventedPagesWestern.all, westernSettings)
  func inWestern(page: InventedPagesWestern.Source, setting: InventedPage.Setting) throws {
    for fault in try InventedPage(page.text, language: page.language, setting).faults() {
      Testing.Issue.record("\(setting): \(fault)")
    }
  }
}
