import OffprintTrees

/// All measures of the units of an issue, as the model asks for them.
struct UnitFeatures {
  /// In the order of the rows.
  static let all: [Feature] =
    OwnFeatures.features + NeighbourFeatures.features + StrengthFeatures.features + StyleFeatures.features
    + SurroundingFeatures.features + WordFeatures.features + ChangeFeatures.features + [hasText]

  /// What was decided of the units before, in the last place of a row: whether the article that would go on has text
  /// yet. A heading alone is hardly ever an article.
  private static let hasText = Feature.flag("article-has-text", "the article before has text")

  /// How the file of a model names them.
  static let text = TreeText(names: all.map(\.name))

  /// In the order of the names.
  let groups: [any FeatureGroup]
  private let count: Int

  /// - Parameter units: with their looks and runs marked.
  init(units: [MeasuredUnit]) {
    count = units.count
    groups = [
      OwnFeatures(units: units), NeighbourFeatures(units: units), StrengthFeatures(units: units),
      StyleFeatures(units: units), SurroundingFeatures(units: units), WordFeatures(units: units),
      ChangeFeatures(units: units),
    ]
  }

  /// A row for each unit.
  func table() -> FeatureTable {
    var table = FeatureTable(width: Self.all.count)
    var row: [Float] = []
    row.reserveCapacity(Self.all.count)
    for index in 0..<count {
      row.removeAll(keepingCapacity: true)
      for group in groups { group.add(index, to: &row) }
      row.add(true)
      table.append(row)
    }
    return table
  }
}
