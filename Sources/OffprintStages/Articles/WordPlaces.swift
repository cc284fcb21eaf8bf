import OffprintKit

/// In which texts of a page the words of its headings recur. Built once for a page, so that any run of units can be
/// asked without collecting its words anew.
struct WordPlaces {
  /// The words of all headings, ascending.
  private let words: [UInt32]
  /// For each of them the ascending indices of the texts that have it.
  private var places: [[Int32]]

  init(_ units: [ReadingUnit]) {
    words = WordSet(union: units.lazy.filter { !$0.isText }.map(\.words)).hashes
    places = Array(repeating: [], count: words.count)
    for (index, unit) in units.enumerated() where unit.isText {
      var at = 0
      for hash in unit.words.hashes {
        while at < words.count, words[at] < hash { at += 1 }
        guard at < words.count else { break }
        if words[at] == hash { places[at].append(Int32(index)) }
      }
    }
  }

  /// The share of the words of a heading that texts in `range` have too; 0 if it has no words.
  func share(of heading: ReadingUnit, in range: Range<Int>) -> Double {
    let hashes = heading.words.hashes
    guard !hashes.isEmpty else { return 0 }
    return Double(hashes.count { recurs($0, in: range) }) / Double(hashes.count)
  }

  private func recurs(_ hash: UInt32, in range: Range<Int>) -> Bool {
    let word = words.firstPlace { $0 >= hash }
    guard word < words.count, words[word] == hash else { return false }
    let found = places[word]
    let place = found.firstPlace { Int($0) >= range.lowerBound }
    return place < found.count && Int(found[place]) < range.upperBound
  }
}

extension Array {
  /// The first index from which on a condition holds, found by halving; `count` if it never does.
  fileprivate func firstPlace(_ holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
