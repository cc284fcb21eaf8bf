import ArgumentParser
import OffprintDiagnostics

/// When messages are coloured.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  func isOn(_ console: Console) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: console.errorIsTerminal && !console.refusesColour
    }
  }
}

/// What every verb understands.
struct GlobalOptions: ParsableArguments {
  @Option(name: .customLong("color"), help: "Colour messages: auto (on a terminal), always or never.")
  var colour = ColourChoice.auto

  @Option(
    help: ArgumentHelp(
      "A folder with plugins, or one plugin; may be given several times. OFFPRINT_PLUGINS names more, with colons.",
      valueName: "folder"))
  var plugins: [String] = []
}
