import OffprintEvaluation

/// The worst faults for people: the places, what was expected, what was done and why.
struct LineFaultList {
  private let report: LineReport

  init(_ report: LineReport) { self.report = report }

  var lines: [String] {
    let kinds = LineFault.Kind.allCases.filter { report.worst.count(of: $0) > 0 }
    return kinds.flatMap { kind -> [String] in
      let entries = report.worst.entries.filter { $0.fault.kind == kind }
      guard !entries.isEmpty else { return [] }
      let count = report.worst.count(of: kind)
      let rest = count > entries.count ? ", the worst \(entries.count) of \(count)" : ""
      return ["", Self.heading(kind) + rest] + entries.flatMap(lines)
    }
  }

  private func lines(of entry: WorstFaults.Entry) -> [String] {
    let fault = entry.fault
    var lines = ["  \(entry.collection): \(entry.document)"]
    func add(_ label: String, _ line: LineFault.NamedLine) {
      lines += ["    \(label) \(line.name)", "      \(Self.shortened(line.text))"]
    }
    add("line", fault.first)
    add("then", fault.second)
    if let instead = fault.instead { add("found", instead) }
    lines.append("    expected: \(fault.expected); done: \(fault.done)")
    if let reason = fault.reason { lines.append("    reason: \(Self.shortened(reason))") }
    return lines
  }

  /// Cut at its end, so that no line is longer than 100 columns.
  private static func shortened(_ text: String) -> String {
    text.count > 86 ? text.prefix(85) + "…" : text
  }

  private static func heading(_ kind: LineFault.Kind) -> String {
    switch kind {
    case .falseJoin: "FALSE JOINS"
    case .missedJoin: "MISSED JOINS"
    case .wrongHyphen: "HYPHENS THAT DID NOT STAY AS THEY MUST"
    case .order: "LINES THAT SHOULD FOLLOW EACH OTHER"
    case .falseBreak: "PARAGRAPHS BROKEN"
    case .missedBreak: "PARAGRAPHS RUN TOGETHER"
    }
  }
}
