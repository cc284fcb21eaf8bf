import OffprintEvaluation

/// The articles that were found worst, for people: where they are, and what became of them.
struct ArticleFaultList {
  private let report: ArticleReport

  init(_ report: ArticleReport) { self.report = report }

  /// How many pieces, and how many other articles, are told of each.
  private static let longest = 4

  var lines: [String] {
    guard !report.worst.isEmpty else { return [] }
    let rest = report.faults > report.worst.count ? ", the worst \(report.worst.count) of \(report.faults)" : ""
    return ["", "ARTICLES NOT FOUND" + rest] + report.worst.flatMap(lines)
  }

  private func lines(of entry: ArticleReport.Entry) -> [String] {
    let fault = entry.fault
    var lines = [
      Self.cut("  \(entry.collection): \(entry.document)"),
      "    \(fault.type.rawValue) of \(PlainText.counted(fault.lines, "line")) on page \(fault.page), overlap "
        + Figure.share(fault.overlap),
    ]
    lines += Self.told("begins", fault.first)
    if fault.pieces.count > 1 {
      lines.append("    split into \(fault.pieces.count), its parts beginning with")
      lines += Self.listed(fault.pieces)
    }
    if fault.missed > 0 { lines.append("    in no article: \(PlainText.counted(fault.missed, "line"))") }
    if !fault.others.isEmpty {
      let articles = fault.others.count == 1 ? "1 other article" : "\(fault.others.count) other articles"
      lines.append("    together with \(articles)")
      lines += Self.listed(fault.others)
    }
    if fault.strangers > 0 {
      lines.append("    together with \(PlainText.counted(fault.strangers, "line")) of no article")
    }
    return lines
  }

  private static func listed(_ parts: [ArticleFault.Part]) -> [String] {
    parts.prefix(longest).map { part in
      cut("      \(PlainText.counted(part.lines, "line")): \(part.line.name)  \(part.line.text)")
    }
      + (parts.count > longest ? ["      and \(parts.count - longest) more"] : [])
  }

  private static func told(_ label: String, _ line: LineFault.NamedLine) -> [String] {
    [cut("    \(label) \(line.name)"), cut("      \(line.text)")]
  }

  /// Cut at its end, so that no line is longer than 100 columns.
  private static func cut(_ text: String) -> String { text.count > 100 ? text.prefix(99) + "…" : text }
}
