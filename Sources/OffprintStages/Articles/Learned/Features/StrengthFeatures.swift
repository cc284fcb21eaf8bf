/// How strong the heading of a unit is among those of the issue, and how far the next strong ones are, in lines of
/// running text.
struct StrengthFeatures: FeatureGroup {
  private let units: [MeasuredUnit]
  /// The first units of headings, and the looks of these headings.
  private let headings: [Int]
  private let looks: [Double]
  private let sortedLooks: [Double]
  private let largerShare: Double
  /// Lines of running text before each unit.
  private let textBefore: [Int]

  static let features: [Feature] = [
    .init("since-as-strong", "text since a heading as strong"), .init("to-as-strong", "text up to a heading as strong"),
    .init("as-strong-look", "how much stronger that one before is"),
    .init("since-stronger", "text since a stronger heading"), .init("to-stronger", "text up to a stronger heading"),
    .init("stronger-look", "how much stronger the stronger one before is"),
    .init("since-heading", "text since the last heading"),
    .init("heading-look", "how much stronger the last heading is"),
    .init("to-heading", "text up to the next heading"),
    .init("next-heading-look", "how much stronger the next heading is"),
    .init("rank", "rank among the headings of the issue"),
    .init("text-to-stronger", "text for each stronger heading of the issue"),
    .init("text-to-such", "text for each heading as strong"),
    .init("larger-headings", "share of the issue's headings in larger type"),
    .init("strongest-before", "strongest of the five before"), .init("strongest-after", "strongest of the five after"),
  ]

  init(units: [MeasuredUnit]) {
    self.units = units
    headings = units.indices.filter { units[$0].run.isFirst }
    looks = headings.map { units[$0].run.look }
    sortedLooks = looks.sorted()
    let larger = headings.count { Self.isLarger(units[$0...].prefix(max(1, units[$0].run.length))) }
    largerShare = headings.isEmpty ? 0 : Double(larger) / Double(headings.count)
    textBefore = units.textLinesBefore
  }

  private static func isLarger(_ heading: ArraySlice<MeasuredUnit>) -> Bool { heading.contains { $0.size >= 1.19 } }

  /// More is as much as this.
  private static let farthest = 250

  func add(_ index: Int, to row: inout [Float]) {
    let unit = units[index]
    let own = unit.run.isFirst ? unit.run.look : unit.look
    let at = headings.partitioningIndex { $0 >= index }
    let next = at < headings.count && headings[at] == index ? at + 1 : at
    func last(_ least: Double) -> Int? { looks[..<at].lastIndex { $0 >= least } }
    func first(_ least: Double) -> Int? { looks[next...].firstIndex { $0 >= least } }
    let asStrong = (last(own - 0.2), first(own - 0.2))
    row.add(since(asStrong.0, index))
    row.add(until(asStrong.1, index))
    row.add(asStrong.0.map { looks[$0] - own } ?? -3)
    let stronger = (last(own + 0.5), first(own + 0.5))
    row.add(since(stronger.0, index))
    row.add(until(stronger.1, index))
    row.add(stronger.0.map { looks[$0] - own } ?? -3)
    row.add(at > 0 ? since(at - 1, index) : Self.farthest + 10)
    row.add(at > 0 ? looks[at - 1] - own : -3)
    row.add(next < looks.count ? until(next, index) : Self.farthest + 10)
    row.add(next < looks.count ? looks[next] - own : -3)
    row.add(Double(sortedLooks.partitioningIndex { $0 >= own }) / Double(max(1, looks.count)))
    row.add(textTo(above: own + 0.4))
    row.add(textTo(above: own - 0.2))
    row.add(largerShare)
    row.add(units[max(0, index - 5)..<index].map(\.look).max() ?? 0)
    row.add(units[min(units.count, index + 1)..<min(units.count, index + 6)].map(\.look).max() ?? 0)
  }

  private func since(_ heading: Int?, _ index: Int) -> Int {
    heading.map { min(Self.farthest, textBefore[index] - textBefore[headings[$0]]) } ?? Self.farthest + 10
  }

  private func until(_ heading: Int?, _ index: Int) -> Int {
    heading.map { min(Self.farthest, textBefore[headings[$0]] - textBefore[index]) } ?? Self.farthest + 10
  }

  private func textTo(above look: Double) -> Double {
    let count = looks.count - sortedLooks.partitioningIndex { $0 >= look }
    return min(300, Double(textBefore[textBefore.count - 1]) / Double(1 + count))
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index from which on all elements meet the condition; they stand in an order in which all that do not
  /// meet it come first.
  func partitioningIndex(where meets: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if meets(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
