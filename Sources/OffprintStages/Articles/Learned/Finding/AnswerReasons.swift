import OffprintTrees

/// Says in words what weighed most in the model's answer to a question about a unit.
struct AnswerReasons {
  private let trees: BoostedTrees?

  init(_ trees: BoostedTrees?) { self.trees = trees }

  /// How many measures are named on each side.
  private static let named = 3
  /// Measures that moved the log-odds by less are not named.
  private static let least = 0.05

  /// - Parameter isYes: what was answered; what speaks for it comes first.
  func text(of row: [Float], isYes: Bool) -> String {
    guard let trees else { return "there is no model" }
    let weights = trees.contributions(of: row)
    let ranked = weights.indices.sorted { (abs(weights[$0]), $1) > (abs(weights[$1]), $0) }
    func words(_ isWanted: (Double) -> Bool) -> [String] {
      ranked.filter { isWanted(weights[$0]) && abs(weights[$0]) >= Self.least }.prefix(Self.named)
        .map { Self.word(UnitFeatures.all[$0], row[$0]) }
    }
    let speaksFor = words { $0 > 0 }
    let against = words { $0 < 0 }
    var parts: [String] = []
    if !speaksFor.isEmpty { parts.append("for it: " + speaksFor.joined(separator: ", ")) }
    if !against.isEmpty { parts.append("against it: " + against.joined(separator: ", ")) }
    if !isYes { parts.reverse() }
    return parts.isEmpty ? "nothing speaks for or against it" : parts.joined(separator: "; ")
  }

  private static func word(_ feature: Feature, _ value: Float) -> String {
    if feature.isYesOrNo, value == 1 { return feature.meaning }
    if feature.isYesOrNo, value == 0 { return "not: \(feature.meaning)" }
    if Double(value) == NeighbourFeatures.nothing { return "nothing there: \(feature.meaning)" }
    let rounded = (value * 100).rounded() / 100
    let number = rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
    return "\(feature.meaning) \(number)"
  }
}
