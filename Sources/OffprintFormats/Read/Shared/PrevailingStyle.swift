/// The style that most words of a line have.
struct PrevailingStyle {
  /// Styles with how often each occurred, in the order in which they occurred first.
  private var counts: [(style: Int, count: Int)] = []

  mutating func removeAll() { counts.removeAll(keepingCapacity: true) }

  mutating func count(_ style: Int) {
    if let last = counts.last, last.style == style {
      counts[counts.count - 1].count += 1
    } else if let index = counts.firstIndex(where: { $0.style == style }) {
      counts[index].count += 1
    } else {
      counts.append((style, 1))
    }
  }

  /// The most frequent, the first of equals; nil if there was none.
  var style: Int? {
    var best: (style: Int, count: Int)?
    for entry in counts where entry.count > best?.count ?? 0 { best = entry }
    return best?.style
  }
}
