import OffprintKit

/// Which found articles hold which marked ones.
///
/// A found article is all its lines, also those that nobody marked: they cost. One that holds nothing but lines of a
/// masthead is none.
struct ArticleMatch: Sendable {
  /// For each marked article with a place in the comparison, by its index in the truth.
  let marked: [Int]
  /// Found articles, by number, in their order.
  let found: [Int]
  /// Lines of each found article.
  let sizes: [Int: Int]
  /// For each marked article, the found ones that hold lines of it, and how many; the most first.
  let pieces: [Int: [Piece]]
  /// For each found article, the marked ones that it holds lines of, by their index.
  let held: [Int: [Int]]

  struct Piece: Sendable {
    var found: Int
    var lines: Int
    /// Lines in common over lines of both together, 0...1.
    var overlap: Double
  }

  /// The overlap from which on an article counts as found: a line too many or too few in five is allowed.
  static let leastOverlap = 0.8

  init(_ truth: ArticleTruth, _ assignment: ArticleAssignment) {
    marked = truth.units.indices.filter { !truth.units[$0].isMasthead }
    var sizes: [Int: Int] = [:]
    var ofMasthead: [Int: Int] = [:]
    var common: [Int: [Int: Int]] = [:]
    for line in truth.lines {
      guard let article = assignment.article(of: line) else { continue }
      sizes[article, default: 0] += 1
      if let unit = truth.content(of: line) {
        common[unit, default: [:]][article, default: 0] += 1
      } else if truth.unit(of: line) != nil {
        ofMasthead[article, default: 0] += 1
      }
    }
    sizes = sizes.filter { $0.value != ofMasthead[$0.key] }
    self.sizes = sizes
    found = sizes.keys.sorted()
    pieces = Dictionary(
      uniqueKeysWithValues: common.map { unit, counts in
        let size = truth.units[unit].lines.count
        let pieces = counts.map { article, lines in
          Piece(
            found: article, lines: lines, overlap: Double(lines) / Double(size + (sizes[article] ?? 0) - lines))
        }
        return (unit, pieces.sorted { ($1.lines, $0.found) < ($0.lines, $1.found) })
      })
    var held: [Int: [Int]] = [:]
    for unit in common.keys.sorted() {
      for article in common[unit, default: [:]].keys { held[article, default: []].append(unit) }
    }
    self.held = held
  }

  /// The found article that has most in common with a marked one; of equal ones the first.
  func best(for unit: Int) -> Piece? {
    pieces[unit]?.max { ($0.overlap, $1.found) < ($1.overlap, $0.found) }
  }

  func isFound(_ unit: Int) -> Bool { (best(for: unit)?.overlap ?? 0) >= Self.leastOverlap }

  /// Found articles that are marked ones.
  var right: Set<Int> {
    Set(pieces.values.joined().lazy.filter { $0.overlap >= Self.leastOverlap }.map(\.found))
  }
}
