/// Finds the name that a mistyped word most likely meant.
public enum NearestName {
  /// The closest of `names` to `word`, or nil when none is near enough to be worth proposing.
  ///
  /// Near enough is an edit distance (optimal string alignment: insert, delete, replace, swap neighbours) of at most
  /// a third of the word, at least 1; case and the choice of `-`, `_` or space cost nothing.
  /// Of equally near names the first in alphabetical order is taken, so that messages repeat.
  public static func of(_ word: String, among names: some Sequence<String>) -> String? {
    let wanted = folded(word)
    guard !wanted.isEmpty else { return nil }
    let limit = max(1, wanted.count / 3)
    var best: (distance: Int, name: String)?
    for name in names.sorted() {
      let candidate = folded(name)
      guard abs(candidate.count - wanted.count) <= limit else { continue }
      let distance = alignmentDistance(wanted, candidate)
      if distance <= limit, distance < best?.distance ?? .max { best = (distance, name) }
    }
    return best?.name
  }

  /// `did you mean 'x'?` for the nearest name, if one is near.
  public static func question(_ word: String, among names: some Sequence<String>) -> String? {
    of(word, among: names).map { "did you mean '\($0)'?" }
  }

  private static func folded(_ name: String) -> [Unicode.Scalar] {
    name.lowercased().unicodeScalars.map { $0 == "_" || $0 == " " ? "-" : $0 }
  }

  /// Optimal string alignment distance (Damerau 1964, restricted to one edit per substring).
  private static func alignmentDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var older = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        var cost = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, older[j - 2] + 1) }
        row.append(cost)
      }
      (older, previous) = (previous, row)
    }
    return previous[b.count]
  }
}
