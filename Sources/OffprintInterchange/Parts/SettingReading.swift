import OffprintJSON
import OffprintKit

extension Form {
  /// The member `settings`, if there is one.
  func declaredSettings() throws -> [DeclaredSetting] {
    let settings = try self["settings"]?.list().map { try $0.declaredSetting() } ?? []
    try refuseTwice(settings.map(\.description.name), "settings")
    return settings
  }

  private func declaredSetting() throws -> DeclaredSetting {
    try only(["name", "help", "type", "min", "max", "choices", "words", "of", "default"])
    let name = try required("name").name(.snake)
    let help = try required("help").text()
    let type = try settingType()
    guard let given = self["default"] else {
      return DeclaredSetting(
        SettingDescription(name: name, help: help, type: type, defaultValue: ""), defaultContent: .nothing)
    }
    let input = try given.settingInput()
    do {
      let content = try type.read(input)
      let description = SettingDescription(name: name, help: help, type: type, defaultValue: input.written)
      return DeclaredSetting(description, defaultContent: content)
    } catch let fault as SettingFault {
      throw given.fault(fault.rule, fix: fault.fix)
    }
  }

  /// The names of types are those of `offprint explain`, in one word.
  private enum TypeName: String, CaseIterable {
    case integer, number, boolean, text, path
    case pathOr = "path-or"
    case duration, share, choice, list
  }

  private func settingType() throws -> SettingType {
    switch try required("type").word(TypeName.self) {
    case .integer: return .integer(min: try self["min"]?.integer(), max: try self["max"]?.integer())
    case .number: return .number(min: try self["min"]?.number(), max: try self["max"]?.number())
    case .boolean: return .boolean
    case .text: return .text
    case .path: return .path
    case .pathOr: return .pathOr(words: try required("words").texts())
    case .duration: return .duration
    case .share: return .share
    case .choice:
      let names = try required("choices").texts()
      guard !names.isEmpty else { throw try required("choices").fault("has at least one word") }
      return .choice(names)
    case .list: return .list(try required("of").settingType())
    }
  }

  func texts() throws -> [String] { try list().map { try $0.text() } }

  /// A value as it would stand in a pipeline file.
  func settingInput() throws -> SettingInput {
    switch value {
    case .array: .list(try list().map { try $0.settingInput() })
    case .string(let text): .scalar(text)
    case .number(let number): .scalar(JSONText.number(number))
    case .boolean(let value): .scalar(value ? "true" : "false")
    case .null, .object: throw wrongKind("a text, a number, true, false or a list")
    }
  }
}

extension SettingInput {
  /// As one would write it in a pipeline file.
  var written: String {
    switch self {
    case .scalar(let text, _): text
    case .list(let values, _): "[" + values.map(\.written).joined(separator: ", ") + "]"
    }
  }
}

extension SettingContent {
  /// The value as a plugin is handed it.
  ///
  /// - Parameter folder: that which relative paths are meant from; a plugin may run in another.
  public func json(in folder: String) -> JSONValue {
    switch self {
    case .nothing: .null
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .boolean(let value): .boolean(value)
    case .text(let text): .string(text)
    case .path(let path): .string(path.hasPrefix("/") ? path : "\(folder)/\(path)")
    case .list(let values): .array(values.map { $0.json(in: folder) })
    }
  }
}
