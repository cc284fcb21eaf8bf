import OffprintDiagnostics

/// The value of a setting that no Swift type stands behind: one that a plugin outside of this program declares.
public indirect enum SettingContent: Hashable, Sendable {
  /// Not set, and without a default.
  case nothing
  case integer(Int)
  /// A number, a share as 0...1, or a time in seconds.
  case number(Double)
  case boolean(Bool)
  /// A text, or a word of a list.
  case text(String)
  /// A file or folder, relative to the folder that the command runs in.
  case path(String)
  case list([SettingContent])
}

/// A setting as a plugin outside of this program declares it.
public struct DeclaredSetting: Hashable, Sendable {
  public var description: SettingDescription
  public var defaultContent: SettingContent

  public init(_ description: SettingDescription, defaultContent: SettingContent) {
    self.description = description
    self.defaultContent = defaultContent
  }
}

extension SettingType {
  /// Reads a value by the rules that settings with a Swift type are read by, bounds included.
  ///
  /// - Throws: a `SettingFault` with the same words.
  public func read(_ input: SettingInput) throws -> SettingContent {
    do {
      let content = try content(of: input)
      guard isWithinBounds(content) else { throw SettingFault(rule: "", place: input.place) }
      return content
    } catch var fault as SettingFault {
      fault.rule = "is \(words)"
      throw fault
    }
  }

  private func content(of input: SettingInput) throws -> SettingContent {
    switch self {
    case .integer: return .integer(try Int.parse(input))
    case .number: return .number(try Double.parse(input))
    case .boolean: return .boolean(try Bool.parse(input))
    case .text: return .text(try String.parse(input))
    case .path: return .path(try String.parse(input))
    case .pathOr:
      let text = try String.parse(input)
      return isPath(text) ? .path(text) : .text(text)
    case .duration: return .number(try SettingDuration.parse(input).seconds)
    case .share: return .number(try SettingShare.parse(input).value)
    case .choice(let names):
      let text = try String.parse(input)
      guard names.contains(text) else {
        throw SettingFault(rule: "", fix: NearestName.question(text, among: names), place: input.place)
      }
      return .text(text)
    case .list(let element):
      guard case .list(let values, _) = input else { return .list([try element.read(input)]) }
      return .list(try values.map(element.read))
    }
  }

  private func isWithinBounds(_ content: SettingContent) -> Bool {
    switch (self, content) {
    case (.integer(let min, let max), .integer(let value)): value >= min ?? .min && value <= max ?? .max
    case (.number(let min, let max), .number(let value)): value >= min ?? -.infinity && value <= max ?? .infinity
    default: true
    }
  }
}

extension SettingsBinder {
  /// The values of declared settings, in the order of their declaration; what is not named has its default.
  ///
  /// - Throws: `SettingFaults` with every value that does not suit and every name that is not declared.
  public static func bind(
    _ declared: [DeclaredSetting], _ values: [String: SettingInput]
  ) throws -> [(name: String, content: SettingContent)] {
    var bound: [(String, SettingContent)] = []
    var faults: [SettingFaults.Fault] = []
    for setting in declared {
      let name = setting.description.name
      do {
        bound.append((name, try values[name].map(setting.description.type.read) ?? setting.defaultContent))
      } catch let fault as SettingFault {
        faults.append(.init(setting: name, fault: fault))
      }
    }
    faults += unknown(values, among: Set(declared.map(\.description.name)))
    guard faults.isEmpty else { throw SettingFaults(all: faults) }
    return bound
  }

  /// Names that are no settings.
  static func unknown(_ values: [String: SettingInput], among names: Set<String>) -> [SettingFaults.Fault] {
    values.sorted { $0.key < $1.key }.filter { !names.contains($0.key) }.map { name, value in
      .init(
        setting: name,
        fault: SettingFault(
          rule: "is not a setting", fix: NearestName.question(name, among: names), place: value.place),
        isUnknown: true)
    }
  }
}
