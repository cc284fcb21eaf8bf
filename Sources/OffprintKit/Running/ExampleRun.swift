import OffprintDiagnostics
import OffprintModel

/// Runs an example of a stage the way a pipeline would.
public enum ExampleRun {
  /// The document that an example or a pipeline's test starts from.
  public static func document(_ input: Example.Input, language: String?, name: String = "example") -> Issue {
    var issue = Issue(id: name)
    issue.language = language
    switch input {
    case .text(let text):
      let pages = text.split(separator: "\u{0C}", omittingEmptySubsequences: false)
      issue.pages = pages.enumerated().map { index, text in
        PageBuilder.textPage(name: "page\(index + 1)", number: index + 1, text: Array(text.utf8))
      }
    case .blocks(let blocks):
      var builder = PageBuilder(name: "page1")
      for (number, lines) in blocks.enumerated() {
        builder.beginBlock(id: "B\(number + 1)")
        for line in lines { place(line, in: &builder) }
      }
      var page = builder.finish()
      page.size = page.blocks.reduce(Box.unknown) { $0.union($1.box) }
      issue.pages = [page]
    }
    return issue
  }

  /// Words get the share of the line's width that their letters have.
  private static func place(_ line: Example.PlacedLine, in builder: inout PageBuilder) {
    builder.beginLine(box: line.box)
    let letters = max(1, line.text.unicodeScalars.count)
    var at = 0
    for word in line.text.split(separator: " ", omittingEmptySubsequences: false) {
      let count = word.unicodeScalars.count
      let left = line.box.left + line.box.width * at / letters
      let right = line.box.left + line.box.width * (at + count) / letters
      builder.addWord(
        word.utf8, box: Box(left: left, top: line.box.top, right: right, bottom: line.box.bottom))
      at += count + 1
    }
  }

  /// What differs from what the example expects; empty if it holds.
  ///
  /// - Throws: `SettingFaults` or a `Diagnostic`, as the stages do.
  public static func differences(
    _ example: Example, of stage: StageEntry, in registry: Registry
  ) throws -> [Expectation.Difference] {
    example.expect.differences(from: try outcome(example, of: stage, in: registry))
  }

  /// The document after the stage.
  public static func outcome(_ example: Example, of stage: StageEntry, in registry: Registry) throws -> Issue {
    var issue = document(example.input, language: example.language)
    for name in example.after {
      guard let before = registry.stages[name] else {
        throw Diagnostic(.internalFault, "an example of '\(stage.spec.name)' runs after '\(name)', which is not there")
      }
      try before.make([:]).run(on: &issue)
    }
    try stage.make(example.settings.mapValues { .scalar($0) }).run(on: &issue)
    return issue
  }
}
