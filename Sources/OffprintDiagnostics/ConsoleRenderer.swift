/// Shows messages to a person: summary, place, the line with a mark under the words meant, and further facts.
public struct ConsoleRenderer: Sendable {
  public var colour: Bool

  public init(colour: Bool = false) { self.colour = colour }

  public func render(_ diagnostic: Diagnostic) -> String {
    var lines = ["\(headline(diagnostic)): \(diagnostic.summary)"]
    if let place = diagnostic.place {
      lines.append(contentsOf: shown(place, fix: diagnostic.fix, severity: diagnostic.severity))
    } else if let fix = diagnostic.fix {
      lines.append("  = fix: \(fix)")
    }
    let margin = String(repeating: " ", count: gutter(diagnostic.place))
    lines.append(contentsOf: diagnostic.notes.map { "\(margin) = \($0.label): \($0.text)" })
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

  private func shown(_ place: SourcePlace, fix: String?, severity: Severity) -> [String] {
    let width = gutter(place)
    let margin = String(repeating: " ", count: width)
    let arrow = "\(margin)--> \(place.label)"
    guard let text = place.text, let line = place.line else {
      return [arrow] + (fix.map { ["\(margin) = fix: \($0)"] } ?? [])
    }
    let number = String(repeating: " ", count: width - String(line).count) + String(line)
    let window = Window(of: text, around: place.column ?? 1)
    var rows = [arrow, "\(margin) |", "\(number) | \(window.text)"]
    if let column = place.column {
      let lead = String(repeating: " ", count: max(0, column - 1 - window.cut + window.lead))
      let mark = paint(String(repeating: "^", count: max(1, min(place.length, 80))), severity)
      rows.append("\(margin) | \(lead)\(mark)" + (fix.map { " \($0)" } ?? ""))
    } else if let fix {
      rows.append("\(margin) = fix: \(fix)")
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

  /// The part of a long line that is worth showing: XML often has a whole page on one line.
  private struct Window {
    var text: String
    /// How many code points were left out before `text`.
    var cut: Int
    /// How many code points the mark of the cut takes.
    var lead: Int

    init(of line: String, around column: Int) {
      let scalars = Array(line.unicodeScalars.map { $0 == "\t" ? " " : $0 })
      let from = column <= 100 ? 0 : column - 40
      let to = min(scalars.count, from + 140)
      cut = min(from, scalars.count)
      lead = cut > 0 ? 1 : 0
      var shown = String.UnicodeScalarView(scalars[cut..<max(cut, to)])
      if to < scalars.count { shown.append("…") }
      text = (cut > 0 ? "…" : "") + String(shown)
    }
  }
}
