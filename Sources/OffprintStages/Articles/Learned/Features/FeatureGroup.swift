/// Measures that belong together, taken of each unit of an issue in turn.
protocol FeatureGroup {
  /// Each with what it is, for reasons; in the order in which `add` adds them.
  static var features: [Feature] { get }
  /// Adds the measures of a unit to its row.
  func add(_ index: Int, to row: inout [Float])
}

/// A measure that the model may ask for.
struct Feature: Hashable, Sendable {
  /// As it stands in the file of a model.
  var name: String
  /// What it measures, as an operator should read it.
  var meaning: String
  /// It is so (1) or not (0).
  var isYesOrNo: Bool

  init(_ name: String, _ meaning: String, yesOrNo: Bool = false) {
    self.name = name
    self.meaning = meaning
    isYesOrNo = yesOrNo
  }

  /// A measure that is so or not.
  static func flag(_ name: String, _ meaning: String) -> Feature { Feature(name, meaning, yesOrNo: true) }
}

extension [Float] {
  mutating func add(_ value: Double) { append(Float(value)) }
  mutating func add(_ value: Int) { append(Float(value)) }
  mutating func add(_ value: Bool) { append(value ? 1 : 0) }
}
