import OffprintKit

/// In which texts of a page the words of its headings recur. Built once for a page, so that any run of units can be
/// asked without collecting its words anew.
struct WordPlaces {
  /// The words of all headings.
  private let words: WordSet
  /// For each of them, in their order, the ascending indices of the texts that have it.
  private var places: [[Int32]]

  init(_ units: [ReadingUnit]) {
    words = WordSet(union: units.lazy.filter { !$0.isText }.map(\.words))
    places = Array(repeating: [], count: words.hashes.count)
    for (index, unit) in units.enumerated() where unit.isText {
      words.forEachPlace(of: unit.words) { places[$0].append(Int32(index)) }
    }
  }

  /// The share of the words of a heading that texts in `range` have too; 0 if it has no words.
  func share(of heading: ReadingUnit, in range: Range<Int>) -> Double {
    let hashes = heading.words.hashes
    guard !hashes.isEmpty else { return 0 }
    return Double(hashes.count { recurs($0, in: range) }) / Double(hashes.count)
  }

  private func recurs(_ hash: UInt32, in range: Range<Int>) -> Bool {
    let word = words.hashes.partitioningIndex { $0 >= hash }
    guard word < words.hashes.count, words.hashes[word] == hash else { return false }
    let found = places[word]
    let place = found.partitioningIndex { Int($0) >= range.lowerBound }
    return place < found.count && Int(found[place]) < range.upperBound
  }
}
