import Foundation

/// How alike two divisions of the same things into groups are: things that belong together, and things that were put
/// together.
public struct ClusterScore: Hashable, Sendable {
  /// How many things were divided.
  public private(set) var things = 0
  /// Pairs of things that are together in both divisions.
  public private(set) var pairsInBoth = 0
  public private(set) var pairsInTruth = 0
  public private(set) var pairsFound = 0
  /// Hubert and Arabie's adjusted Rand index ("Comparing Partitions", Journal of Classification 2, 1985): 1 for the
  /// same groups, 0 for what chance would give. nil for several documents together.
  public private(set) var adjustedRand: Double?
  /// Whether each group found holds things of one group only, 0...1 (Rosenberg and Hirschberg, "V-Measure",
  /// EMNLP 2007). nil for several documents together.
  public private(set) var homogeneity: Double?
  /// Whether things of one group are in one group found, 0...1. nil for several documents together.
  public private(set) var completeness: Double?
  private var bCubedPrecisionSum = 0.0
  private var bCubedRecallSum = 0.0

  public init() {}

  /// - Parameters:
  ///   - truth: for each thing, the group it belongs to.
  ///   - found: for each thing, the group it was put into; groups of one have a number of their own.
  init(truth: [Int], found: [Int]) {
    things = truth.count
    guard things > 0 else { return }
    // In order of the groups, so that sums are the same every time.
    let cells = Self.runs(zip(truth, found).sorted { $0 < $1 }, by: ==)
    let inTruth = Dictionary(Self.runs(truth.sorted(), by: ==), uniquingKeysWith: +)
    let inFound = Dictionary(Self.runs(found.sorted(), by: ==), uniquingKeysWith: +)
    pairsInBoth = cells.reduce(0) { $0 + Self.pairs($1.1) }
    pairsInTruth = inTruth.values.reduce(0) { $0 + Self.pairs($1) }
    pairsFound = inFound.values.reduce(0) { $0 + Self.pairs($1) }
    adjustedRand = adjustedRandIndex
    let all = Double(things)
    var truthGivenFound = 0.0
    var foundGivenTruth = 0.0
    for ((group, other), count) in cells {
      let size = Double(count)
      let (ofGroup, ofOther) = (Double(inTruth[group] ?? 0), Double(inFound[other] ?? 0))
      bCubedPrecisionSum += size * size / ofOther
      bCubedRecallSum += size * size / ofGroup
      truthGivenFound -= size / all * log(size / ofOther)
      foundGivenTruth -= size / all * log(size / ofGroup)
    }
    let (ofTruth, ofFound) = (Self.entropy(inTruth, all), Self.entropy(inFound, all))
    homogeneity = ofTruth > 0 ? 1 - truthGivenFound / ofTruth : 1
    completeness = ofFound > 0 ? 1 - foundGivenTruth / ofFound : 1
  }

  /// Of the pairs that were put together, those that belong together; 1 where no two things were put together.
  public var pairPrecision: Double? { things == 0 ? nil : Share(pairsInBoth, of: pairsFound).value ?? 1 }
  /// Of the pairs that belong together, those that were put together; 1 where no two things belong together.
  public var pairRecall: Double? { things == 0 ? nil : Share(pairsInBoth, of: pairsInTruth).value ?? 1 }
  public var pairF1: Double? { Self.harmonicMean(pairPrecision, pairRecall) }
  public var vMeasure: Double? { Self.harmonicMean(homogeneity, completeness) }
  /// The share of its found group that belongs with a thing, mean over things (Bagga and Baldwin, "Entity-Based
  /// Cross-Document Coreferencing", COLING 1998).
  public var bCubedPrecision: Double? { things == 0 ? nil : bCubedPrecisionSum / Double(things) }
  /// The share of its true group that was put with a thing, mean over things.
  public var bCubedRecall: Double? { things == 0 ? nil : bCubedRecallSum / Double(things) }
  public var bCubedF1: Double? { Self.harmonicMean(bCubedPrecision, bCubedRecall) }

  public static func += (a: inout ClusterScore, b: ClusterScore) {
    a.things += b.things
    a.pairsInBoth += b.pairsInBoth
    a.pairsInTruth += b.pairsInTruth
    a.pairsFound += b.pairsFound
    a.bCubedPrecisionSum += b.bCubedPrecisionSum
    a.bCubedRecallSum += b.bCubedRecallSum
    a.adjustedRand = nil
    a.homogeneity = nil
    a.completeness = nil
  }

  /// F1: 0 if both are 0, nil if one is unknown.
  static func harmonicMean(_ a: Double?, _ b: Double?) -> Double? {
    guard let a, let b else { return nil }
    return a + b > 0 ? 2 * a * b / (a + b) : 0
  }

  private var adjustedRandIndex: Double {
    let expected =
      things > 1 ? Double(pairsInTruth) * Double(pairsFound) / Double(Self.pairs(things)) : 0
    let greatest = Double(pairsInTruth + pairsFound) / 2
    return greatest == expected ? 1 : (Double(pairsInBoth) - expected) / (greatest - expected)
  }

  private static func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }

  private static func entropy(_ sizes: [Int: Int], _ all: Double) -> Double {
    sizes.values.sorted().reduce(0) { $0 - Double($1) / all * log(Double($1) / all) }
  }

  /// Equal neighbours, counted.
  private static func runs<Key>(_ sorted: [Key], by areEqual: (Key, Key) -> Bool) -> [(Key, Int)] {
    var runs: [(Key, Int)] = []
    for key in sorted {
      if let last = runs.last, areEqual(last.0, key) {
        runs[runs.count - 1].1 += 1
      } else {
        runs.append((key, 1))
      }
    }
    return runs
  }
}
