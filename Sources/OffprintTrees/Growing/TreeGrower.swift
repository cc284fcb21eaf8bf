/// Grows one tree: the end that gains most by a question gets it, until the tree is large enough.
struct TreeGrower {
  let table: BinnedTable
  let growth: Growth
  let features: [Int]
  let gradients: [Double]
  let slopes: [Double]

  /// A question that could be asked at an end.
  private struct Split {
    var gain: Double
    var rank: Int
    var bin: Int
  }

  /// An end of the tree so far.
  private struct Leaf {
    var node: Int
    var depth: Int
    var rows: [Int32]
    var histogram: Histogram
    var split: Split?
    var gradient: Double
    var slope: Double
  }

  func tree(of rows: [Int32]) -> RegressionTree {
    var nodes: [RegressionTree.Node] = [.end(0)]
    var weights: [Double] = [0]
    var leaves = [leaf(node: 0, depth: 0, rows: rows, histogram: histogram(of: rows))]
    nodes[0].value = value(of: leaves[0])
    weights[0] = leaves[0].slope
    while leaves.count < growth.leaves {
      guard
        let chosen = leaves.indices.filter({ leaves[$0].split != nil }).max(by: { a, b in
          (leaves[a].split?.gain ?? 0, leaves[b].node) < (leaves[b].split?.gain ?? 0, leaves[a].node)
        }), let split = leaves[chosen].split
      else { break }
      let parent = leaves.remove(at: chosen)
      let children = divided(parent, at: split, next: nodes.count)
      nodes[parent.node].feature = Int32(features[split.rank])
      nodes[parent.node].threshold = table.thresholds[features[split.rank]][split.bin]
      nodes[parent.node].next = Int32(nodes.count)
      for child in children {
        nodes.append(.end(value(of: child)))
        weights.append(child.slope)
      }
      leaves += children
    }
    // From the ends up: a question's value is the mean of what it leads to.
    for index in nodes.indices.reversed() where nodes[index].feature >= 0 {
      let next = Int(nodes[index].next)
      let (yes, no) = (weights[next], weights[next + 1])
      nodes[index].value = Float((Double(nodes[next].value) * yes + Double(nodes[next + 1].value) * no) / (yes + no))
    }
    return RegressionTree(nodes: nodes)
  }

  private func histogram(of rows: [Int32]) -> Histogram {
    Histogram(rows, table, features: features, gradients: gradients, slopes: slopes)
  }

  private func divided(_ parent: Leaf, at split: Split, next: Int) -> [Leaf] {
    let bins = table.columns[features[split.rank]]
    var yes: [Int32] = []
    var no: [Int32] = []
    for row in parent.rows {
      if Int(bins[Int(row)]) <= split.bin { yes.append(row) } else { no.append(row) }
    }
    let small = histogram(of: yes.count <= no.count ? yes : no)
    let large = parent.histogram - small
    let (ofYes, ofNo) = yes.count <= no.count ? (small, large) : (large, small)
    return [
      leaf(node: next, depth: parent.depth + 1, rows: yes, histogram: ofYes),
      leaf(node: next + 1, depth: parent.depth + 1, rows: no, histogram: ofNo),
    ]
  }

  private func leaf(node: Int, depth: Int, rows: [Int32], histogram: Histogram) -> Leaf {
    var gradient = 0.0
    var slope = 0.0
    for row in rows {
      gradient += gradients[Int(row)]
      slope += slopes[Int(row)]
    }
    var leaf = Leaf(
      node: node, depth: depth, rows: rows, histogram: histogram, split: nil, gradient: gradient, slope: slope)
    if depth < growth.depth, rows.count >= 2 * growth.leastRows { leaf.split = bestSplit(of: leaf) }
    return leaf
  }

  private func value(of leaf: Leaf) -> Float { Float(-growth.rate * leaf.gradient / (leaf.slope + growth.l2)) }

  private func bestSplit(of leaf: Leaf) -> Split? {
    func score(_ gradient: Double, _ slope: Double) -> Double { gradient * gradient / (slope + growth.l2) }
    let before = score(leaf.gradient, leaf.slope)
    var best: Split?
    for rank in features.indices {
      let bins = leaf.histogram.bins(ofRank: rank)
      var gradient = 0.0
      var slope = 0.0
      var rows = 0.0
      var at = bins.startIndex
      for bin in 0..<(bins.count / 3 - 1) {
        gradient += bins[at]
        slope += bins[at + 1]
        rows += bins[at + 2]
        at += 3
        guard rows >= Double(growth.leastRows) else { continue }
        guard Double(leaf.rows.count) - rows >= Double(growth.leastRows) else { break }
        let gain = score(gradient, slope) + score(leaf.gradient - gradient, leaf.slope - slope) - before
        if gain > best?.gain ?? 1e-9 { best = Split(gain: gain, rank: rank, bin: bin) }
      }
    }
    return best
  }
}
