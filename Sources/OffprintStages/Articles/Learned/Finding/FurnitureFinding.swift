import OffprintKit

/// Sorts out what belongs to pages and to no article.
struct FurnitureFinding {
  private struct Finding {
    var unit: MeasuredUnit
    var probability: Double
    var reason: Reason
  }

  private enum Reason {
    case sign(String)
    /// The model's answer for the row with this number.
    case answer(Int)
  }

  private var found: [Finding] = []

  /// So sure a sign must be to be believed without the model.
  static let sure = 0.9
  /// So sure the model must be.
  private static let likely = 0.5

  /// The units that no sign tells to be furniture: what stands before and after it are neighbours.
  mutating func sorted(out units: [MeasuredUnit]) -> [MeasuredUnit] {
    units.filter { unit in
      guard let sign = FurnitureSigns.sign(of: unit), sign.probability >= Self.sure else { return true }
      found.append(Finding(unit: unit, probability: sign.probability, reason: .sign(sign.reason)))
      return false
    }
  }

  /// The indices of those that neither the model nor a weaker sign tells to be furniture.
  mutating func sorted(out units: [MeasuredUnit], _ chance: (Int) -> Double) -> [Int] {
    units.indices.filter { index in
      let sign = FurnitureSigns.sign(of: units[index])
      // What the source marks as a table is news of its own, such as prices; the model knows hardly any.
      let probability = max(units[index].isTable ? 0 : chance(index), sign?.probability ?? 0)
      guard probability > (Self.isHeadline(units[index]) ? Self.sure : Self.likely) else { return true }
      let reason = sign.flatMap { $0.probability >= chance(index) ? Reason.sign($0.reason) : nil } ?? .answer(index)
      found.append(Finding(unit: units[index], probability: probability, reason: reason))
      return false
    }
  }

  /// It is set as the headline over a text: a headline that is lost costs more than a line of furniture that is not.
  private static func isHeadline(_ unit: MeasuredUnit) -> Bool {
    unit.size >= 1.2 && unit.run.place >= 0 && unit.run.hasText && unit.belowTitle != 0
  }

  /// One for each page that has furniture.
  ///
  /// - Parameter reasons: what weighed most in the model's answer for a row.
  func articles(_ context: inout StageContext, reasons: (Int) -> String) -> [Article] {
    var pages: [Int: [Component]] = [:]
    for finding in found.sorted(by: { ($0.unit.page, $0.unit.place) < ($1.unit.page, $1.unit.place) }) {
      let unit = finding.unit
      let role: Role = unit.page == 0 && unit.belowTitle == 0 && !unit.isFolio ? .masthead : .furniture
      pages[unit.page, default: []].append(Component(role, lines: unit.lines, confidence: finding.probability))
      guard let line = unit.lines.first else { continue }
      switch finding.reason {
      case .sign(let sign): context.decide("furniture", at: .line(line), because: sign, confidence: finding.probability)
      case .answer(let row):
        context.decide("furniture", at: .line(line), because: reasons(row), confidence: finding.probability)
      }
    }
    return pages.sorted { $0.key < $1.key }.map { Article(type: .furniture, components: $0.value) }
  }
}
