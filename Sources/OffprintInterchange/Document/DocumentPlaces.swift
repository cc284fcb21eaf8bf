import OffprintKit

/// Sees to it that all that is said of a document is about pages, lines and articles that it has: what comes after
/// may then look at them without asking.
struct DocumentPlaces {
  private let lineCounts: [Int]
  private let issue: Issue

  init(of issue: Issue) {
    self.issue = issue
    lineCounts = issue.pages.map(\.lines.count)
  }

  /// The first thing that is about nothing; nil if there is none.
  var fault: String? {
    for article in issue.articles + (issue.markup?.articles ?? []) {
      if let ref = article.lines.first(where: { !has($0) }) { return "an article names \(words(for: ref))" }
    }
    for join in issue.joins.values {
      if let ref = [join.first, join.second].first(where: { !has($0) }) { return "a join names \(words(for: ref))" }
      guard join.markLength >= 0, join.repeatedMarkLength >= 0, join.markLength <= issue[line: join.first].utf8.count,
        join.repeatedMarkLength <= issue[line: join.second].utf8.count
      else { return "a join has a mark that is longer than its line" }
    }
    for entry in issue.ledger.entries where !has(entry.line) { return "the ledger names \(words(for: entry.line))" }
    for subject in issue.decisions.map(\.subject) + issue.flags.map(\.subject) where !has(subject) {
      return "a decision or flag is about something that the document does not have"
    }
    return nil
  }

  func has(_ ref: LineRef) -> Bool {
    lineCounts.indices.contains(ref.page) && (0..<lineCounts[ref.page]).contains(ref.line)
  }

  private func has(_ subject: Subject) -> Bool {
    switch subject {
    case .issue: true
    case .page(let index): issue.pages.indices.contains(index)
    case .article(let index): index >= 0
    case .line(let ref): has(ref)
    }
  }

  /// A line that is not there, in words.
  func words(for ref: LineRef) -> String {
    guard lineCounts.indices.contains(ref.page) else {
      return "page \(ref.page), and the document has \(lineCounts.count), counted from 0"
    }
    return "line \(ref.line) of page \(ref.page), and that has \(lineCounts[ref.page]), counted from 0"
  }
}
