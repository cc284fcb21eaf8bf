import ArgumentParser
import OffprintDiagnostics
import OffprintEngine
import OffprintKit

/// `offprint new`: begins something that the operator then edits.
struct NewVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a pipeline file or a plugin.",
    discussion: """
      Examples:
        offprint new pipeline my-paper
        offprint new pipeline my-paper --reader alto --output pipelines/my-paper.yaml
        offprint new plugin weather --kind process
      """,
    subcommands: [NewPipelineVerb.self, NewPluginVerb.self])
}

/// `offprint new pipeline`: a pipeline file that works, with comments and a test.
struct NewPipelineVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "pipeline",
    abstract: "Write a pipeline file that works as it is.",
    discussion: """
      The file has the default stages, two writers and a test. A file that is there is never replaced.

      Examples:
        offprint new pipeline my-paper
        offprint new pipeline my-paper --reader alto --output pipelines/my-paper.yaml
      """)

  @Argument(help: ArgumentHelp("The pipeline's name: small letters, digits and hyphens.", valueName: "name"))
  var name: String

  @Option(help: "What the pages come as: a reader, such as text-pages, alto or hocr; 'offprint list readers' has all.")
  var reader = "mets-alto"

  @Option(help: ArgumentHelp("The file to write (default: NAME.yaml).", valueName: "file"))
  var output: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    let isPlain = name.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
    }
    guard isPlain, let first = name.utf8.first, (0x61...0x7A).contains(first) else {
      throw ValidationError("A pipeline's name has small letters, digits and hyphens and begins with a letter.")
    }
  }

  func perform(in surroundings: Surroundings) -> ExitStatus {
    let console = surroundings.console
    let file = output ?? "\(name).yaml"
    guard surroundings.registry.readers[reader] != nil else {
      console.show([.unknownReader(reader, surroundings.registry)], global.colour)
      return .usage
    }
    do {
      try WholeFile.writeNew(Array(PipelineTemplate(name: name, reader: reader).text.utf8), to: file)
    } catch {
      console.show(Diagnostics.messages(of: error), global.colour)
      return .cannotWrite
    }
    console.line(file)
    console.errorLine("next: offprint test \(file)")
    console.errorLine("      offprint run \(file) --var input=FOLDER --var out=FOLDER")
    return .done
  }
}
