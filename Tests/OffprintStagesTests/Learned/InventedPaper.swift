import OffprintKit

@testable import OffprintStages

/// A marked issue of two columns a page, in which each article begins with a large heading; small headings stand
/// inside. The same seed gives the same issue.
struct InventedPaper {
  let marked: MarkedIssue
  /// The first line of each article.
  let beginnings: [LineRef]

  /// - Parameter isLarge: whether the headings that begin articles are the large ones, or the small ones are.
  init(seed: Int, pages: Int = 2, isLarge: Bool = true) {
    var numbers = SeededNumbers(seed: UInt64(seed))
    var marks: [[LineMark?]] = []
    var beginnings: [LineRef] = []
    var unit = 0
    let made = (1...pages).map { number -> Page in
      var page = SetPage("p\(number)")
      page.line("THE DAILY BOAT", x: 0, y: -100) { $0.region = .topMargin }
      var own: [LineMark?] = [nil]
      for column in 0..<2 {
        var y = 0
        for _ in 0..<4 {
          beginnings.append(LineRef(page: number - 1, line: own.count))
          y = Self.heading(&page, x: column * 650, y: y, isLarge: isLarge, &numbers)
          own.append(LineMark(unit: unit, type: .article, role: .headline))
          for part in 0...numbers.below(3) {
            if part > 0 {
              y = Self.heading(&page, x: column * 650, y: y, isLarge: !isLarge, &numbers)
              own.append(LineMark(unit: unit, type: .article, role: .crosshead))
            }
            let count = 4 + numbers.below(6)
            y = page.text(count, x: column * 650, y: y)
            own += Array(repeating: LineMark(unit: unit, type: .article, role: .paragraph), count: count)
          }
          unit += 1
          y += 20
        }
      }
      marks.append(own)
      return page.finish(number: number)
    }
    marked = MarkedIssue(issue: OffprintKit.Issue(id: "paper\(seed)", pages: made), marks: marks)
    self.beginnings = beginnings
  }

  private static let words = ["Flood", "Sheep", "Market", "Bridge", "Mayor", "Mill", "Boat", "Cow", "Clock", "Hat"]

  private static func heading(
    _ page: inout SetPage, x: Int, y: Int, isLarge: Bool, _ numbers: inout SeededNumbers
  ) -> Int {
    let text = "\(numbers.pick(words)) and \(numbers.pick(words))"
    return page.line(text, x: x + (isLarge ? 100 : 0), y: y + 20) {
      ($0.width, $0.height) = (isLarge ? 400 : 200, isLarge ? 90 : 40)
    } + 10
  }
}
