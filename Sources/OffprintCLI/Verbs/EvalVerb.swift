import ArgumentParser

/// `offprint eval`: measures a pipeline on issues whose truth is known.
struct EvalVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Measure a pipeline on issues whose truth is known.",
    discussion: """
      Examples:
        offprint eval lines my-paper.yaml --truth marked-issues
        offprint eval articles my-paper.yaml --truth marked-issues
      """,
    subcommands: [EvalLinesVerb.self, EvalArticlesVerb.self])
}
