import OffprintDiagnostics
import OffprintKit
import OffprintModel

/// The page about a stage.
enum StagePage {
  static func lines(of stage: StageEntry) -> [String] {
    let spec = stage.spec
    let choices = TextLayout.columns(spec.choices.map { ($0.word, $0.meaning) }).map { "  " + $0 }
    return PartPage.heading(spec.name, "stage, \(stage.kind.rawValue)", spec.summary, stage.plugin)
      + PartPage.discussion(spec.discussion)
      + TextLayout.section("Not available here", stage.absence.map(lines) ?? [])
      + TextLayout.section("Needs", ["  " + PartPage.facets(spec.needs)])
      + TextLayout.section("Gives", ["  " + PartPage.facets(spec.gives)])
      + PartPage.settings(stage.settings)
      + TextLayout.section("Choices in its decisions", choices)
      + TextLayout.section("Examples", Array(spec.examples.map(lines).joined(separator: [""])))
  }

  private static func lines(of absence: Diagnostic) -> [String] {
    TextLayout.wrapped(absence.summary + (absence.fix.map { ": \($0)" } ?? ""), indent: 2)
  }

  private static func lines(of example: Example) -> [String] {
    var about: [String] = []
    if let language = example.language { about.append("language: \(language)") }
    about += example.settings.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    if !example.after.isEmpty { about.append("after \(example.after.joined(separator: ", "))") }
    var lines = TextLayout.wrapped(example.reason, indent: 2)
    if !about.isEmpty { lines.append("    with \(about.joined(separator: "; "))") }
    lines.append("    input")
    switch example.input {
    case .text(let text): lines += TextLayout.quoted(text, indent: 4)
    case .blocks(let blocks):
      for (index, block) in blocks.enumerated() {
        lines += block.map { "    | B\(index + 1) \(place($0.box))  \($0.text)" }
      }
    case .articles(let articles):
      for article in articles {
        lines.append("    | \(article.type.rawValue)")
        lines += article.components.flatMap { TextLayout.quoted("\($0.role.rawValue): \($0.text)", indent: 6) }
      }
    }
    return lines + outcome(of: example.expect)
  }

  private static func outcome(of expectation: Expectation) -> [String] {
    var lines: [String] = []
    if let text = expectation.text { lines += ["    text"] + TextLayout.quoted(text, indent: 4) }
    if let articles = expectation.articles { lines += ["    articles"] + TextLayout.quoted(articles, indent: 4) }
    if let headlines = expectation.headlines {
      lines += ["    headlines"] + headlines.flatMap { TextLayout.quoted($0, indent: 4) }
    }
    if let labels = expectation.labels { lines += ["    labels"] + TextLayout.quoted(labels, indent: 4) }
    if let languages = expectation.languages { lines.append("    languages " + languages.joined(separator: ", ")) }
    return lines
  }

  private static func place(_ box: Box) -> String { "(\(box.left),\(box.top) \(box.width)x\(box.height))" }
}
