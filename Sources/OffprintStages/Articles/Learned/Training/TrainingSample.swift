import OffprintKit
import OffprintTrees

/// The units of a marked issue with their measures and the right answers.
struct TrainingSample {
  let view: ArticleView
  let table: FeatureTable
  /// For each question whether yes is right; nil where nobody can tell.
  let answers: [ArticleQuestion: [Bool?]]
  /// For each unit whether the article that is marked before it has text by then.
  let hasText: [Bool]

  /// - Parameter all: the units of the issue. Those that are furniture by a sure sign are left out, as when articles
  ///   are found.
  init(_ marked: MarkedIssue, _ all: [MeasuredUnit]) {
    view = ArticleView(all)
    var furniture = FurnitureFinding()
    var units = furniture.sorted(out: all)
    HeadingLook.mark(&units)
    table = UnitFeatures(units: units).table()
    let marks = units.map { Self.mark(of: $0, in: marked) }
    var begins: [Bool?] = []
    var hasText: [Bool] = []
    var before: Int?
    var isText = true
    for (unit, mark) in zip(units, marks) {
      hasText.append(isText)
      guard let mark, !Self.isFurniture(mark) else {
        begins.append(nil)
        continue
      }
      begins.append(mark.unit != before)
      isText = unit.isText || (isText && mark.unit == before)
      before = mark.unit
    }
    self.hasText = hasText
    answers = [
      .begins: begins,
      .furniture: marks.map { $0.map(Self.isFurniture) ?? true },
      .headline: marks.map { mark in mark.flatMap { Self.isFurniture($0) ? nil : $0.role == .headline } },
      .advertisement: marks.map { mark in mark.flatMap { Self.isFurniture($0) ? nil : $0.type == .advertisement } },
    ]
  }

  private static func isFurniture(_ mark: LineMark) -> Bool { mark.type.isOfPage }

  /// What most of its lines are marked as; of equally many the first. nil if most are not marked.
  private static func mark(of unit: MeasuredUnit, in marked: MarkedIssue) -> LineMark? {
    var counts: [LineMark?: Int] = [:]
    for line in unit.lines { counts[marked[line: line], default: 0] += 1 }
    let most = counts.values.max()
    return unit.lines.lazy.map { marked[line: $0] }.first { counts[$0] == most } ?? nil
  }
}
