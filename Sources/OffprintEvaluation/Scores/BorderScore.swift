/// Where articles end in the lines as they stand in the files, seen through a window that moves along them.
public struct BorderScore: Hashable, Sendable {
  /// Windows whose two ends are in one article by one reading and in two by the other: Pk (Beeferman, Berger and
  /// Lafferty, "Statistical Models for Text Segmentation", Machine Learning 34, 1999). 0 is best.
  public private(set) var unlike = Share()
  /// Windows with another number of borders in them: WindowDiff (Pevzner and Hearst, Computational Linguistics 28,
  /// 2002). 0 is best.
  public private(set) var otherCount = Share()

  public init() {}

  /// The window is half as long as the mean stretch of lines of one article, and at least two.
  ///
  /// - Parameters:
  ///   - truth: for each line, the article it belongs to.
  ///   - found: for each line, the article it was put into.
  init(truth: [Int], found: [Int]) {
    let trueBorders = Self.borders(truth)
    let foundBorders = Self.borders(found)
    let stretches = (trueBorders.last ?? 0) + 1
    let half = (Double(truth.count) / Double(2 * stretches)).rounded(.toNearestOrEven)
    let window = max(2, Int(half))
    guard truth.count > window else { return }
    for start in 0..<truth.count - window {
      let expected = trueBorders[start + window] - trueBorders[start]
      let counted = foundBorders[start + window] - foundBorders[start]
      unlike.count((expected > 0) != (counted > 0))
      otherCount.count(expected != counted)
    }
  }

  public static func += (a: inout BorderScore, b: BorderScore) {
    a.unlike += b.unlike
    a.otherCount += b.otherCount
  }

  /// How many borders there are before each line.
  private static func borders(_ labels: [Int]) -> [Int] {
    var count = 0
    return labels.indices.map { index in
      if index > 0, labels[index] != labels[index - 1] { count += 1 }
      return count
    }
  }
}
