/// The figures on articles, in the order of reports. Each is 0...1 (the adjusted Rand index may fall below 0), and
/// all but the two last are the better the higher they are.
public enum ArticleFigure: String, Sendable, CaseIterable {
  case blockPairPrecision = "block_pair_precision"
  case blockPairRecall = "block_pair_recall"
  case blockPairF1 = "block_pair_f1"
  case blockAdjustedRand = "block_ari"
  case linePairPrecision = "line_pair_precision"
  case linePairRecall = "line_pair_recall"
  case linePairF1 = "line_pair_f1"
  case lineAdjustedRand = "line_ari"
  case homogeneity
  case completeness
  case vMeasure = "v_measure"
  case bCubedPrecision = "b_cubed_precision"
  case bCubedRecall = "b_cubed_recall"
  case bCubedF1 = "b_cubed_f1"
  case exactPrecision = "exact_precision"
  case exactRecall = "exact_recall"
  case exactF1 = "exact_f1"
  case exactRecallOfArticles = "exact_recall_articles"
  case exactRecallOfLongArticles = "exact_recall_long_articles"
  case exactRecallOverPages = "exact_recall_over_pages"
  case headlineMatch = "headline_match"
  case pk
  case windowDiff = "window_diff"

  /// nil where the truth has nothing to compare with, or where the figure is none of several documents together.
  public func value(in scores: ArticleScores) -> Double? {
    switch self {
    case .blockPairPrecision: scores.ofBlocks.pairPrecision
    case .blockPairRecall: scores.ofBlocks.pairRecall
    case .blockPairF1: scores.ofBlocks.pairF1
    case .blockAdjustedRand: scores.ofBlocks.adjustedRand
    case .linePairPrecision: scores.ofLines.pairPrecision
    case .linePairRecall: scores.ofLines.pairRecall
    case .linePairF1: scores.ofLines.pairF1
    case .lineAdjustedRand: scores.ofLines.adjustedRand
    case .homogeneity: scores.ofLines.homogeneity
    case .completeness: scores.ofLines.completeness
    case .vMeasure: scores.ofLines.vMeasure
    case .bCubedPrecision: scores.ofLines.bCubedPrecision
    case .bCubedRecall: scores.ofLines.bCubedRecall
    case .bCubedF1: scores.ofLines.bCubedF1
    case .exactPrecision: scores.exact.precision
    case .exactRecall: scores.exact.recall
    case .exactF1: scores.exact.f1
    case .exactRecallOfArticles: scores.exact.articles.value
    case .exactRecallOfLongArticles: scores.exact.longArticles.value
    case .exactRecallOverPages: scores.exact.overPages.value
    case .headlineMatch: scores.headlines.value
    case .pk: scores.borders.unlike.value
    case .windowDiff: scores.borders.otherCount.value
    }
  }
}
