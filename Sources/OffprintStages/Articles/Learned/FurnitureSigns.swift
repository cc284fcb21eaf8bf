/// What belongs to the page and not to an article, by signs that hold in every paper.
enum FurnitureSigns {
  struct Sign {
    var probability: Double
    var reason: String
  }

  /// nil where no such sign is seen.
  static func sign(of unit: MeasuredUnit) -> Sign? {
    if unit.isInMargin { return Sign(probability: 0.97, reason: "the source has it in the page's margin") }
    if unit.isFolio, unit.top < 0.03 || unit.top > 0.97 {
      return Sign(probability: 0.95, reason: "it is nothing but a number at the edge of the page")
    }
    let isEdge = unit.top < 0.02 || unit.top > 0.98
    if isEdge, unit.textLines <= 2, unit.repetition >= 0.6 {
      return Sign(probability: 0.95, reason: "it stands at the same edge of other pages too")
    }
    if unit.belowTitle == 0, unit.textLines <= 4 {
      return Sign(probability: 0.8, reason: "it stands beside or above the paper's title")
    }
    return nil
  }
}
