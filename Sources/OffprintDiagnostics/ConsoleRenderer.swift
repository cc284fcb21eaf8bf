/// Shows messages to a person: summary, place, the line with a mark under the words meant, and further facts.
///
/// Text from inputs is shown without control characters, so that a damaged file cannot steer the terminal.
public struct ConsoleRenderer: Sendable {
  public var colour: Bool

  public init(colour: Bool = false) { self.colour = colour }

  public func render(_ diagnostic: Diagnostic) -> String {
    let margin = String(repeating: " ", count: gutter(diagnostic.place))
    var lines = ["\(headline(diagnostic)): \(PrintableText.line(diagnostic.summary))"]
    if let place = diagnostic.place {
      lines.append(contentsOf: shown(place, margin: margin, fix: diagnostic.fix, severity: diagnostic.severity))
    } else if let fix = diagnostic.fix {
      lines.append(fact("fix", fix, margin))
    }
    lines.append(contentsOf: diagnostic.notes.map { fact($0.label, $0.text, margin) })
    return lines.joined(separator: "\n")
  }

  /// All messages, an empty line between them.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(render).joined(separator: "\n\n")
  }

  private func headline(_ diagnostic: Diagnostic) -> String {
    paint("\(diagnostic.severity.rawValue)[\(diagnostic.code.id)]", diagnostic.severity)
  }

  private func gutter(_ place: SourcePlace?) -> Int {
    guard let line = place?.line, place?.text != nil else { return 2 }
    return max(2, String(line).count)
  }

  private func fact(_ label: String, _ text: String, _ margin: String) -> String {
    "\(margin) = \(label): \(PrintableText.line(text))"
  }

  private func shown(_ place: SourcePlace, margin: String, fix: String?, severity: Severity) -> [String] {
    let arrow = "\(margin)--> \(PrintableText.line(place.label))"
    guard let text = place.text, let line = place.line else {
      return [arrow] + (fix.map { [fact("fix", $0, margin)] } ?? [])
    }
    let digits = String(line)
    let number = String(repeating: " ", count: margin.count - digits.count) + digits
    let window = ShownText(of: text, around: place.column ?? 1, length: place.length)
    var rows = [arrow, "\(margin) |", "\(number) | \(window.text)"]
    if place.column != nil {
      let lead = String(repeating: " ", count: window.cellsBefore)
      let mark = paint(String(repeating: "^", count: window.cellsMarked), severity)
      rows.append("\(margin) | \(lead)\(mark)" + (fix.map { " \(PrintableText.line($0))" } ?? ""))
    } else if let fix {
      rows.append(fact("fix", fix, margin))
    }
    rows.append("\(margin) |")
    return rows
  }

  private func paint(_ text: String, _ severity: Severity) -> String {
    guard colour else { return text }
    let code =
      switch severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    return "\u{1B}[1;\(code)m\(text)\u{1B}[0m"
  }
}
