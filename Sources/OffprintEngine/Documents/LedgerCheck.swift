import OffprintDiagnostics
import OffprintModel

/// Sees to it that no stage loses a line: what was read must be there, once, after every stage.
struct LedgerCheck: Sendable {
  private let names: [String]
  private let lineCounts: [Int]

  /// Notes the pages and lines as they were read.
  init(of issue: Issue) {
    names = issue.pages.map(\.name)
    lineCounts = issue.pages.map(\.sourceLineCount)
  }

  /// The message for the stage that just ran; nil if all adds up.
  ///
  /// - Parameter entries: how many entries the ledger had before.
  func fault(after stage: String, in issue: Issue, entriesBefore entries: Int = 0) -> Diagnostic? {
    if let fault = pageFault(after: stage, in: issue) { return fault }
    var balance = Ledger.balance(of: issue)
    addFlow(of: issue, to: &balance)
    let unexplained = Ledger.unexplained(in: issue, after: entries)
    let found = [
      Finding("lost", balance.lost, "lost %"), Finding("doubled", balance.doubled, "put % in more than one place"),
      Finding("unknown", balance.unknown, "named % that the document does not have"),
      Finding("dropped", unexplained.dropped, "dropped % without a reason"),
      Finding("merged", unexplained.merged, "merged % into what is no other line of the document"),
    ].filter { !$0.lines.isEmpty }
    if found.isEmpty { return nil }
    let wrong = found.map { $0.words.replacing("%", with: counted($0.lines.count)) }
    var fault = Diagnostic(
      .linesLost, "stage '\(stage)' \(wrong.joined(separator: " and "))",
      notes: [
        .init("stage", stage),
        .init(
          "figures",
          "\(balance.lines) lines; \(balance.exported) exported + \(balance.furniture) furniture"
            + " + \(balance.merged) merged + \(balance.dropped) dropped"),
      ])
    for finding in found { fault = fault.noting(finding.label, shown(finding.lines, in: issue)) }
    return fault.noting("kept", "nothing of the document is exported")
  }

  /// Lines of which one thing is wrong, and how that is said.
  private struct Finding {
    let label: String
    let lines: [LineRef]
    let words: String

    init(_ label: String, _ lines: [LineRef], _ words: String) {
      (self.label, self.lines, self.words) = (label, lines, words)
    }
  }

  private func pageFault(after stage: String, in issue: Issue) -> Diagnostic? {
    let now = issue.pages.map(\.name)
    guard now == names else {
      return Diagnostic(
        .linesLost, "stage '\(stage)' changed the pages of the document",
        notes: [.init("stage", stage), .init("figures", "\(names.count) pages before, \(now.count) after")])
    }
    for (page, count) in zip(issue.pages, lineCounts) where page.sourceLineCount != count {
      return Diagnostic(
        .linesLost, "stage '\(stage)' changed the number of lines of page '\(page.name)'",
        notes: [.init("stage", stage), .init("figures", "\(count) lines before, \(page.sourceLineCount) after")])
    }
    return nil
  }

  /// A reading order holds every line of its page once, but for those that the ledger names.
  private func addFlow(of issue: Issue, to balance: inout Ledger.Balance) {
    guard !issue.hasArticles else { return }
    var named: Set<LineRef> = []
    for entry in issue.ledger.entries { named.insert(entry.line) }
    for (index, page) in issue.pages.enumerated() {
      guard let flow = page.flow else { continue }
      var counts = [UInt8](repeating: 0, count: page.lines.count)
      for paragraph in flow.paragraphs {
        for line in paragraph.lines where counts.indices.contains(line) { counts[line] = min(counts[line] + 1, 2) }
      }
      for (line, count) in counts.enumerated() where count != 1 {
        let ref = LineRef(page: index, line: line)
        if count > 1 {
          balance.doubled.append(ref)
        } else if !named.contains(ref) {
          balance.lost.append(ref)
        }
      }
    }
  }

  private func counted(_ count: Int) -> String { count == 1 ? "1 line" : "\(count) lines" }

  private func shown(_ lines: [LineRef], in issue: Issue) -> String {
    let names = lines.prefix(5).map { ref in
      issue.holds(ref) ? issue.lineName(ref) : "\(ref.line) of page \(ref.page), both counted from 0"
    }
    return names.joined(separator: ", ") + (lines.count > 5 ? " and \(lines.count - 5) more" : "")
  }
}
