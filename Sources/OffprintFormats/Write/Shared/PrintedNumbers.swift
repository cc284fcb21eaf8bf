import OffprintModel

extension Page {
  /// The number that a reader of the paper knows the page by.
  var printedNumber: String { label ?? String(number) }
}

extension Issue {
  /// The printed numbers of the pages that lines stand on, each once, in the order in which they are read.
  func printedNumbers(ofPagesWith lines: some Sequence<LineRef>) -> [String] {
    var numbers: [String] = []
    for line in lines where !numbers.contains(pages[line.page].printedNumber) {
      numbers.append(pages[line.page].printedNumber)
    }
    return numbers
  }
}
