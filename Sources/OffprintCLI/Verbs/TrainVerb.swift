import ArgumentParser

/// `offprint train`: learns from issues that somebody marked.
struct TrainVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Learn from issues that somebody marked.",
    discussion: """
      Examples:
        offprint train articles --truth marked-issues --out my-articles.json
      """,
    subcommands: [TrainArticlesVerb.self])
}
