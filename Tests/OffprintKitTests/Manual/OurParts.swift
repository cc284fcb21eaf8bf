import OffprintCLI
import OffprintFormats
import OffprintKit
import OffprintStages

/// What this package brings.
enum OurParts: Plugin {
  static let name = "our-parts"
  static let summary = "Word lists in, headline lists out"
  static let version = "1.0.0"

  static func register(in registry: inout Registry) {
    registry.register(WordListReader.self)
    registry.register(HeadlineListWriter.self)
    registry.register(LabelLength.self)
  }
}

func ourRegistry() -> Registry {
  var registry = Registry()
  registry.add(BuiltinFormats.self)
  registry.add(BuiltinStages.self)
  registry.add(OurParts.self)
  return registry
}

func runOurCommand() { OffprintMain.main(registry: ourRegistry()) }
