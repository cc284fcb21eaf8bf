/// In which texts of a page the words of its headings recur. Built once for a page, so that any run of units can be
/// asked without collecting its words anew.
struct WordPlaces {
  /// Ascending indices of the texts that have a word.
  private var places: [UInt32: [Int32]] = [:]

  init(_ units: [ReadingUnit]) {
    for unit in units where !unit.isText {
      for hash in unit.words.hashes { places[hash] = [] }
    }
    for (index, unit) in units.enumerated() where unit.isText {
      for hash in unit.words.hashes where places[hash] != nil { places[hash]?.append(Int32(index)) }
    }
  }

  /// The share of the words of a heading that texts in `range` have too; 0 if it has no words.
  func share(of heading: ReadingUnit, in range: Range<Int>) -> Double {
    let hashes = heading.words.hashes
    guard !hashes.isEmpty else { return 0 }
    return Double(hashes.count { recurs($0, in: range) }) / Double(hashes.count)
  }

  private func recurs(_ hash: UInt32, in range: Range<Int>) -> Bool {
    guard let found = places[hash], !found.isEmpty else { return false }
    var (low, high) = (0, found.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(found[middle]) < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < found.count && Int(found[low]) < range.upperBound
  }
}
