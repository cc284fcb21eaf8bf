import OffprintKit

/// Which issues are read by rules rather than by what was learned.
enum ArticleRules {
  /// Papers in Chinese and Japanese, whose headlines stand after their texts as often as before them, and texts in
  /// which empty lines set articles and headings apart: nobody has to guess there.
  static func suit(_ issue: Issue) -> Bool {
    var signs = 0
    var unspaced = 0
    var paragraphs = 0
    var setApart = 0
    for page in issue.pages {
      for line in page.lines {
        guard let first = Letters.first(line.utf8) else { continue }
        signs += 1
        if Letters.isUnspaced(first) { unspaced += 1 }
      }
      guard page.unit == .character else { continue }
      for paragraph in page.flow?.paragraphs ?? [] {
        paragraphs += 1
        if let first = paragraph.lines.first, page.lines[first].emptyLinesBefore > 0 { setApart += 1 }
      }
    }
    if unspaced * 2 > signs { return true }
    return paragraphs > 0 && Double(setApart) > leastSetApart * Double(paragraphs)
  }

  /// Of the paragraphs of text pages, those that must have an empty line before them.
  private static let leastSetApart = 0.3
}
