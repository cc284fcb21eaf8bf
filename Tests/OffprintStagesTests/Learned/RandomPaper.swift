import OffprintKit

@testable import OffprintStages

/// An issue of pages at random, with their reading order: columns of headings, texts, bylines, rules and pictures,
/// and now and then what no page should have. The same seed gives the same issue.
struct RandomPaper {
  let issue: OffprintKit.Issue

  init(seed: Int, pages: Int = 3) {
    var numbers = SeededNumbers(seed: UInt64(seed))
    issue = OffprintKit.Issue(
      id: "paper\(seed)",
      pages: (1...pages).map { number in
        var page = SetPage("p\(number)")
        if numbers.below(2) == 0 { page.line("THE DAILY BOAT \(number)", y: 0) }
        for column in 0..<1 + numbers.below(4) { Self.fill(&page, x: column * 650, &numbers) }
        return page.finish(number: number)
      })
  }

  private static let headings = [
    "THE FLOOD", "A cow on the roof", "Lille, 18 novembre.", "By Martha Quill", "Continued on page 2",
    "Continued from page 1", "(Reuter)", "***", "1881", "Photo: J. Quill", "To let, 12 fr.", "", "—", "本报讯",
  ]

  private static func fill(_ page: inout SetPage, x: Int, _ numbers: inout SeededNumbers) {
    var y = 60
    for _ in 0..<numbers.below(14) {
      switch numbers.below(8) {
      case 0: page.put(.separator, x: x, y: y + 5, width: 200, height: 4)
      case 1: page.put(.illustration, x: x, y: y, width: 500, height: 80)
      case 2, 3, 4:
        let height = numbers.pick([0, 30, 40, 60, 120])
        let isBold = numbers.below(3) == 0
        let width = numbers.pick([0, 150, 300, 600, 1250])
        let kind: BlockKind = numbers.below(9) == 0 ? .table : .text
        let region: PageRegion = numbers.below(12) == 0 ? .bottomMargin : .printSpace
        y = page.line(numbers.pick(headings), x: x + numbers.below(200), y: y) {
          ($0.width, $0.height, $0.kind, $0.region) = (width, height, kind, region)
          $0.style = TextStyle(size: Double(height) / 4, isBold: isBold)
        }
      default:
        let label = numbers.below(6) == 0 ? "Advertisement" : nil
        y = page.text(1 + numbers.below(9), x: x, y: y) { $0.label = label }
      }
      y += numbers.pick([0, 10, 40, 90])
    }
  }
}
