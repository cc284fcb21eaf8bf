import OffprintDiagnostics

/// Turns the values of a pipeline file into a settings struct, and describes such a struct.
public enum SettingsBinder {
  /// The settings that a type declares, in the order of their declaration.
  public static func describe<S: StageSettings>(_: S.Type) -> [SettingDescription] {
    SettingsCollector.settings(of: S()).map { name, setting in
      SettingDescription(
        name: name, help: setting.help, type: setting.type, defaultValue: setting.writtenDefault)
    }
  }

  /// Makes settings from values by name; what is not named keeps its default.
  ///
  /// - Throws: `SettingFaults` with every value that does not suit and every name that is not declared.
  public static func bind<S: StageSettings>(_: S.Type, _ values: [String: SettingInput]) throws -> S {
    var settings: [String: any AnySetting] = [:]
    var faults: [SettingFaults.Fault] = []
    for (name, setting) in SettingsCollector.settings(of: S()) {
      do {
        settings[name] = try values[name].map { try setting.bound(to: $0) } ?? setting
      } catch let fault as SettingFault {
        faults.append(.init(setting: name, fault: fault))
      }
    }
    let names = Set(settings.keys).union(faults.map(\.setting))
    faults += unknown(values, among: names)
    guard faults.isEmpty else { throw SettingFaults(all: faults) }
    return try S(from: SettingsDecoder(settings: settings))
  }

  /// `_minEvidence`, as the property wrapper's storage is called, is `min_evidence` in a file.
  static func snakeCase(_ label: String) -> String {
    var out = ""
    for character in label where character != "_" {
      if character.isUppercase {
        out += "_" + character.lowercased()
      } else {
        out.append(character)
      }
    }
    return out
  }
}

/// All settings of one part that do not suit.
public struct SettingFaults: Error, Sendable {
  public struct Fault: Sendable {
    public var setting: String
    public var fault: SettingFault
    /// True when there is no such setting, false when its value does not suit.
    public var isUnknown = false
  }
  public var all: [Fault]
}
