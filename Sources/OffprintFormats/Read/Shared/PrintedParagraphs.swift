import OffprintModel

/// Sees whether what a source calls paragraphs are those that were printed.
///
/// A printed paragraph shows by its first line: it is set in, and the line before it ends early. Where such lines stand
/// inside of many of the source's paragraphs, these are bodies of text, or columns of one.
enum PrintedParagraphs {
  /// True unless more than one in ten of the paragraphs has another one beginning inside of it. Those of one or two
  /// lines, and those without places, say nothing.
  static func areWhole(_ articles: [Article], in issue: Issue) -> Bool {
    var telling = 0
    var broken = 0
    for component in articles.lazy.flatMap(\.components) where component.role == .paragraph {
      let pieces = pieces(of: component, issue).filter { $0.count > 2 }
      guard !pieces.isEmpty else { continue }
      telling += 1
      if pieces.contains(where: hasStartInside) { broken += 1 }
    }
    return broken * 10 <= telling
  }

  /// The places of its lines, block by block: in each the lines stand below each other.
  private static func pieces(of component: Component, _ issue: Issue) -> [[Box]] {
    var pieces: [[Box]] = []
    var last: (page: Int, block: Int)?
    for ref in component.lines {
      let line = issue[line: ref]
      guard line.box.isKnown, line.box.height > 0 else { continue }
      let here = (page: ref.page, block: line.block.index)
      if let last, last == here { pieces[pieces.count - 1].append(line.box) } else { pieces.append([line.box]) }
      last = here
    }
    return pieces
  }

  private static func hasStartInside(_ lines: [Box]) -> Bool {
    let height = middle(lines.map(\.height))
    let left = middle(lines.map(\.left))
    let right = lines.map(\.right).max() ?? 0
    return (1..<lines.count - 1).contains { index in
      let (before, line, after) = (lines[index - 1], lines[index], lines[index + 1])
      let indent = line.left - after.left
      let isSetIn = indent * 2 > height && indent < 5 * height && abs(after.left - left) * 2 <= height
      return isSetIn && (right - before.right) * 2 > 3 * height
    }
  }

  private static func middle(_ figures: [Int]) -> Int { figures.sorted()[figures.count / 2] }
}
