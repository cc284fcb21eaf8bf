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
}
