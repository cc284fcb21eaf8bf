import OffprintDiagnostics
import OffprintKit

/// A registered part as the binder sees it, whatever its kind.
struct BindablePart<Made> {
  var name: String
  var settings: [SettingDescription]
  /// The name of the plugin that it comes from; nil if built in.
  var plugin: String?
  /// The name of the page about it.
  var page: String? = nil
  var make: ([String: SettingInput]) throws -> Made
}

/// A part with its settings, and what they mean.
struct BoundPart<Made> {
  var made: Made
  var meaning: PartMeaning
}

/// Binds `with:` to the settings of a part.
struct SettingsBinding {
  let registry: Registry
  let variables: Variables
  let findings: Findings

  /// The part with its settings; nil, with messages, if something does not suit.
  func bind<Made>(_ part: BindablePart<Made>, with node: PipelineNode?, at place: SourcePlace) -> BoundPart<Made>? {
    var values: [String: SettingInput] = [:]
    let names = part.settings.map(\.name)
    var isGood = true
    for entry in node.flatMap({ settingEntries($0, of: part.name) }) ?? [] {
      guard let setting = part.settings.first(where: { $0.name == entry.key }) else {
        findings.add(Self.unknownSetting(entry, of: part.name, names, page: part.page ?? part.name))
        isGood = false
        continue
      }
      guard let value = input(entry.value, setting.type, of: entry.key) else {
        isGood = false
        continue
      }
      // A variable without a value says nothing of the setting.
      if !variables.isOpen(entry.value) { values[entry.key] = value }
    }
    do {
      let made = try part.make(values)
      guard isGood else { return nil }
      var meaning = PartMeaning(part.settings, values)
      let plugin = registry.plugins.first { $0.name == part.plugin }
      meaning.plugin = plugin.map { "\($0.name) \($0.version)" } ?? part.plugin
      meaning.pluginFiles = plugin?.files ?? []
      return BoundPart(made: made, meaning: meaning)
    } catch let faults as SettingFaults {
      for fault in faults.all {
        let written: String? = if case .scalar(let text, _) = values[fault.setting] { text } else { nil }
        let at = values[fault.setting]?.place ?? place
        findings.add(Self.unsuited(fault, written, at: at, page: part.page ?? part.name))
      }
    } catch {
      for var diagnostic in Diagnostics.messages(of: error) {
        if let file = diagnostic.place?.file {
          // The mistake is in a file that a setting names, or that it is not there.
          let named = values.values.first { if case .scalar(file, _) = $0 { true } else { false } }
          diagnostic.notes.append(.init("named in", (named?.place ?? place).label))
        } else {
          // What a part says of a setting begins with its name in quotes.
          let named = values.first { diagnostic.summary.hasPrefix("'\($0.key)' ") }
          diagnostic.place = named?.value.place ?? place
        }
        findings.add(diagnostic)
      }
    }
    return nil
  }

  private func settingEntries(_ node: PipelineNode, of part: String) -> [PipelineNode.Entry]? {
    guard let entries = node.entries else {
      _ = findings.map(node, "'with'", keys: [], example: "{ SETTING: value }; offprint explain \(part) has them")
      return nil
    }
    return entries
  }

  private func input(_ node: PipelineNode, _ type: SettingType, of name: String) -> SettingInput? {
    switch node.content {
    case .scalar:
      // Asked first without findings, so that a mistake is told of once.
      let isPath = type.isPath(variables.text(of: node, Findings()))
      let text = isPath ? variables.path(of: node, findings) : variables.text(of: node, findings)
      return .scalar(text, at: node.place)
    case .list(let nodes):
      let values = nodes.map { input($0, type, of: name) }
      return values.contains(nil) ? nil : .list(values.compactMap(\.self), at: node.place)
    case .map:
      findings.add(Self.keysInSetting(name, type, at: node.place))
      return nil
    }
  }

  fileprivate static func unknownSetting(
    _ entry: PipelineNode.Entry, of part: String, _ names: [String], page: String
  ) -> Diagnostic {
    Diagnostic(
      .unknownSetting, "'\(part)' has no setting '\(entry.key)'", at: entry.keyPlace,
      fix: NearestName.question(entry.key, among: names),
      notes: [
        .init("settings", names.isEmpty ? "none" : names.sorted().joined(separator: ", ")),
        .init("more", "offprint explain \(page)"),
      ])
  }

  fileprivate static func keysInSetting(_ name: String, _ type: SettingType, at place: SourcePlace) -> Diagnostic {
    Diagnostic(.wrongShape, "'\(name)' is \(type.words), not a set of keys", at: place)
  }

  fileprivate static func unsuited(
    _ fault: SettingFaults.Fault, _ written: String?, at place: SourcePlace, page: String
  ) -> Diagnostic {
    let value = written.map { ", not '\($0)'" } ?? ""
    return Diagnostic(
      .valueUnsuited, "'\(fault.setting)' \(fault.fault.rule)\(value)", at: fault.fault.place ?? place,
      fix: fault.fault.fix, notes: [.init("more", "offprint explain \(page)")])
  }
}
