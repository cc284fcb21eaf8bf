import ArgumentParser
import OffprintPipeline

/// `offprint schema`: the JSON Schema of pipeline files, with every stage and format that this command knows.
struct SchemaVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of pipeline files, for editors.",
    discussion: """
      Examples:
        offprint schema > pipeline.schema.json
      """)

  @OptionGroup var global: GlobalOptions

  func perform(in surroundings: Surroundings) -> ExitStatus {
    surroundings.console.write(PipelineSchema.generate(registry: surroundings.registry))
    return .done
  }
}
