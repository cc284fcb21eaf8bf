/// The settings of a stage, reader, writer or check: a struct of `@Setting` properties, all with defaults.
public protocol StageSettings: Codable, Sendable {
  init()
}

/// For parts that have nothing to set.
public struct NoSettings: StageSettings {
  public init() {}
}

/// One setting, described for help, schema and messages.
public struct SettingDescription: Hashable, Sendable {
  /// As written in a pipeline file: snake_case.
  public var name: String
  public var help: String
  public var type: SettingType
  /// As written in a pipeline file; empty if the setting has no default.
  public var defaultValue: String

  public init(name: String, help: String, type: SettingType, defaultValue: String) {
    self.name = name
    self.help = help
    self.type = type
    self.defaultValue = defaultValue
  }
}
