import OffprintEvaluation

/// What was measured, and how blind the pipeline was.
enum EvaluationHeading {
  static func line(_ pipeline: String, _ blind: Blindness, _ hyphens: HyphenMarks, seed: UInt64) -> String {
    let copy =
      switch blind {
      case .blocks: "blocks in an order of chance, seed \(seed)"
      case .zones: "without zoning, seed \(seed)"
      case .text: "pages as text, seed \(seed)"
      case .flow: "pages as text, line after line, seed \(seed)"
      case .none: "as read, marked articles included"
      }
    let marks = hyphens == .bare ? "marks as plain hyphens" : "marks as in the source"
    return "\(pipeline): \(copy); \(marks)"
  }
}
