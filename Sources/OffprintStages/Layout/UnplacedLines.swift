/// Lines without a place, which go where the line before them in the file goes.
enum UnplacedLines {
  /// All lines, those with a place in the order that was found for them.
  static func inserted(_ lines: [Int], among placed: [Int]) -> [Int] {
    guard placed.count < lines.count else { return placed }
    let isPlaced = Set(placed)
    var after: [Int: [Int]] = [:]
    var previous = -1
    for line in lines {
      if isPlaced.contains(line) { previous = line } else { after[previous, default: []].append(line) }
    }
    return after[-1, default: []] + placed.flatMap { [$0] + after[$0, default: []] }
  }
}
