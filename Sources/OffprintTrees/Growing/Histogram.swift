/// For the rows of one end of a tree that is being grown: what each bin of each measure holds.
struct Histogram {
  /// Sums of gradients and of their slopes, and how many rows; three for each bin.
  private(set) var sums: [Double]
  private let offsets: [Int]

  /// - Parameter features: the measures that may be asked for.
  init(_ rows: [Int32], _ table: BinnedTable, features: [Int], gradients: [Double], slopes: [Double]) {
    var offsets: [Int] = []
    var size = 0
    for feature in features {
      offsets.append(size)
      size += 3 * (table.thresholds[feature].count + 1)
    }
    self.offsets = offsets
    sums = [Double](repeating: 0, count: size)
    sums.withUnsafeMutableBufferPointer { sums in
      for (rank, feature) in features.enumerated() {
        let offset = offsets[rank]
        table.columns[feature].withUnsafeBufferPointer { bins in
          for row in rows {
            let at = offset + 3 * Int(bins[Int(row)])
            sums[at] += gradients[Int(row)]
            sums[at + 1] += slopes[Int(row)]
            sums[at + 2] += 1
          }
        }
      }
    }
  }

  /// What is left of a parent's when one child's is taken away.
  static func - (parent: Histogram, child: Histogram) -> Histogram {
    var rest = parent
    for index in rest.sums.indices { rest.sums[index] -= child.sums[index] }
    return rest
  }

  /// What the bins of the measure at a rank hold.
  func bins(ofRank rank: Int) -> ArraySlice<Double> {
    sums[offsets[rank]..<(rank + 1 < offsets.count ? offsets[rank + 1] : sums.count)]
  }
}
