import ArgumentParser
import OffprintDiagnostics
import OffprintEngine
import OffprintPlugins

/// `offprint new plugin`: a plugin that works, with a test and a README.
struct NewPluginVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "plugin",
    abstract: "Write a plugin that works as it is.",
    discussion: """
      The plugin has one stage, a test and a README. Kinds: process (a program, in Python), c (a library that is \
      loaded, in C) and swift (a package, built into a command of your own). A file that is there is never replaced: \
      all files are written or none. A name that is taken, or that its own files need for something else, is refused.

      Examples:
        offprint new plugin weather --kind process
        offprint new plugin weather --kind swift --package ../offprint --output plugins/weather
      """)

  @Argument(help: ArgumentHelp("The plugin's name: small letters, digits and hyphens.", valueName: "name"))
  var name: String

  @Option(help: "What it is: process, c or swift.")
  var kind: PluginTemplate.Kind

  @Option(help: ArgumentHelp("The folder to write (default: NAME).", valueName: "folder"))
  var output: String?

  @Option(help: ArgumentHelp("Where Offprint's own package is, for --kind swift.", valueName: "folder"))
  var package = "../offprint"

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    let isPlain = name.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
    }
    guard isPlain, let first = name.utf8.first, (0x61...0x7A).contains(first), !name.hasSuffix("-"),
      !name.contains("--")
    else {
      throw ValidationError("A plugin's name has small letters, digits and hyphens and begins with a letter.")
    }
  }

  func perform(in surroundings: Surroundings) -> ExitStatus {
    let console = surroundings.console
    let folder = output ?? name
    let template = PluginTemplate(name: name, kind: kind, package: package)
    if let fault = NewPluginName.fault(of: template, in: surroundings.registry) {
      console.show([fault], global.colour)
      return .usage
    }
    let files = template.files.map { (path: "\(folder)/\($0.path)", bytes: $0.bytes) }
    do {
      try WholeFile.writeNew(files)
    } catch {
      console.show(Diagnostics.messages(of: error), global.colour)
      return .cannotWrite
    }
    for file in files { console.line(file.path) }
    switch kind {
    case .process: console.errorLine("next: offprint plugins verify \(name) --plugins \(folder)")
    case .c: console.errorLine("next: make -C \(folder) && offprint plugins verify \(name) --plugins \(folder)")
    case .swift: console.errorLine("next: cd \(folder) && swift test")
    }
    return .done
  }
}

extension PluginTemplate.Kind: ExpressibleByArgument {}
