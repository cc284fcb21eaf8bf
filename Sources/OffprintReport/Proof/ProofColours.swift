import OffprintEvaluation

/// The colour of each found and each marked article: pale where both are the same, else strong, and the same on both
/// sides for the two that have most in common.
struct ProofColours {
  /// Classes of `ProofStyle`, by index.
  private(set) var found: [String]
  private(set) var marked: [String]

  init(_ places: ArticlePlaces) {
    var next = 0
    func fresh() -> String {
      defer { next += 1 }
      return ProofStyle.strong(next)
    }
    let marked = places.marked.enumerated().map { number, unit in
      unit.twin == nil ? fresh() : ProofStyle.whole(number)
    }
    found = places.found.enumerated().map { number, unit in
      if let twin = unit.twin { return marked[twin] }
      guard let most = Self.most(unit.shared), places.marked[most].twin == nil,
        Self.most(places.marked[most].shared) == number
      else { return fresh() }
      return marked[most]
    }
    self.marked = marked
  }

  /// The article with most lines in common, of equal ones the first.
  private static func most(_ shared: [Int: Int]) -> Int? {
    shared.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
