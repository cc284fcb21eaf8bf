import OffprintKit
import OffprintModel

/// Counts the lines that are nowhere.
public struct LinesAccountedFor: Check {
  public static let spec = CheckSpec(
    name: "lines-accounted-for",
    summary: "Counts the lines that were read and are in no article, not furniture, not merged and not dropped",
    discussion: """
      The engine adds lines up after every stage and stops a document that lost one, so `0 lost` always holds for \
      what is written. The check says so in the pipeline file, and measures it once more at the end. A line that \
      stands in two places counts too.
      """,
    unit: "lost", bound: .atMost)

  public init(_ settings: NoSettings) {}

  public func measure(_ issue: Issue) -> Double {
    let balance = Ledger.balance(of: issue)
    return Double(balance.lost.count + balance.doubled.count)
  }
}
