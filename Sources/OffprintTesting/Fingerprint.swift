import OffprintKit

/// All that a stage can change in a document, as text: two runs that differ in anything give different texts.
func fingerprint(of issue: Issue, withDecisions: Bool = true) -> String {
  var rows: [String] = []
  for page in issue.pages {
    rows.append("page \(page.name) \(page.language ?? "-") \(page.size)")
    rows.append(page.sourceOrder.map { "source order \($0)" } ?? "no source order")
    if !page.tables.isEmpty { rows.append("tables \(page.tables)") }
    rows += page.blocks.map { "block \($0.id) \($0.language ?? "-")" }
    for line in page.lines {
      rows.append(
        "\(page.lineName(line.index)) \(line.markLength) \(line.box) \(line.cell.map { "\($0)" } ?? "no cell") "
          + line.utf8.map(String.init).joined(separator: " ")
      )
    }
    rows += page.flow?.paragraphs.map { "paragraph \($0)" } ?? ["no order"]
  }
  if let markup = issue.markup {
    rows.append("markup \(markup.source) \(markup.unresolved) \(markup.marksParagraphs) \(markup.articles)")
    rows += markup.titles.sorted { $0.key < $1.key }.map { "title \($0.key) \($0.value)" }
    rows += markup.sections.sorted().map { "section \($0)" }
    rows += markup.printedPages.sorted { $0.key < $1.key }.map { "printed pages \($0.key) \($0.value)" }
  }
  rows += issue.articles.map { "article \($0)" }
  rows += issue.joins.values.sorted { $0.first < $1.first }.map { "join \($0)" }
  rows += issue.flags.map { "flag \($0)" }
  rows += issue.ledger.entries.map { "ledger \($0)" }
  if withDecisions { rows += issue.decisions.map { "decision \($0)" } }
  return rows.joined(separator: "\n")
}
