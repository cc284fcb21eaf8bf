import ArgumentParser
import OffprintKit

/// `offprint plugins`: what there is of plugins, and whether they keep their promises.
struct PluginsVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugins",
    abstract: "List, describe and verify plugins.",
    discussion: """
      Plugins are built into the command, or found in the folders that --plugins and OFFPRINT_PLUGINS name: libraries \
      (NAME.so) and programs (NAME.plugin.json). Nothing is loaded from a folder that was not named.

      Examples:
        offprint plugins list --plugins Plugins/PriceLists
        offprint plugins verify price-lists --plugins Plugins/PriceLists
      """,
    subcommands: [PluginsListVerb.self, PluginsInfoVerb.self, PluginsVerifyVerb.self])
}

/// `offprint plugins list`: every plugin, with what could not be used.
struct PluginsListVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List plugins: how each is attached, and where it is.",
    discussion: """
      Ends with 1 if something in the named folders cannot be used.

      Examples:
        offprint plugins list
        offprint plugins list --plugins /opt/archive/plugins
      """)
  static let needsWholePlugins = false

  @OptionGroup var global: GlobalOptions

  func perform(in surroundings: Surroundings) -> ExitStatus {
    let console = surroundings.console
    let rows = surroundings.registry.plugins.sorted { $0.name < $1.name }.map { info in
      let place = info.place.map { ", \($0)" } ?? ""
      return ("\(info.name) \(info.version)", "\(info.attachment.rawValue)\(place): \(info.summary)")
    }
    TextLayout.columns(rows).forEach(console.line)
    let messages = PluginMessages.all(surroundings)
    console.show(messages, global.colour)
    return messages.isEmpty ? .done : .answerIsNo
  }
}

/// `offprint plugins info`: what one plugin is and brings.
struct PluginsInfoVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Describe one plugin and the parts it brings.",
    discussion: """
      Examples:
        offprint plugins info family-notices
        offprint plugins info price-lists --plugins Plugins/PriceLists
      """)
  static let needsWholePlugins = false

  @Argument(help: ArgumentHelp("The plugin's name, as offprint plugins list shows it.", valueName: "name"))
  var name: String

  @OptionGroup var global: GlobalOptions

  func perform(in surroundings: Surroundings) -> ExitStatus {
    let registry = surroundings.registry
    guard let info = registry.plugins.first(where: { $0.name == name }) else {
      return PluginMessages.showUnknown(name, among: registry.plugins, surroundings, global.colour)
    }
    let rows = PluginParts(of: name, in: registry).all.map { ("  \($0.name)", "\($0.kind): \($0.summary)") }
    let head = [
      "\(info.name) \(info.version)", "  \(info.summary)", "", "Attached", "  \(info.attachment.rawValue)",
    ]
    let place = info.place.map { ["  \($0)"] } ?? []
    (head + place + TextLayout.section("Parts", TextLayout.columns(rows))).forEach(surroundings.console.line)
    return .done
  }
}
