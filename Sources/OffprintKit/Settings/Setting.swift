/// Declares one setting of a stage, reader, writer or check. The one declaration gives its name (in snake_case),
/// type, default, bounds, help, JSON Schema and the words of the message when a value does not suit.
///
/// ```swift
/// public struct Settings: StageSettings {
///   @Setting("How often a joined form must occur in the issue before it is trusted.", in: 1...)
///   public var minEvidence = 2
///   public init() {}
/// }
/// ```
///
/// The struct itself asks nothing of `Value`, so that no conformance is searched for when the type is first used: a
/// start of the program looks at dozens of settings, and each such search goes through all libraries.
@propertyWrapper
public struct Setting<Value: Sendable>: Sendable {
  public var wrappedValue: Value
  let help: String
  let type: SettingType
}

extension Setting where Value: SettingValue {
  public init(wrappedValue: Value, _ help: String) {
    self.wrappedValue = wrappedValue
    self.help = help
    type = Value.settingType
  }
}

extension Setting where Value == Int {
  public init(wrappedValue: Int, _ help: String, in range: ClosedRange<Int>) {
    self.wrappedValue = wrappedValue
    self.help = help
    type = .integer(min: range.lowerBound, max: range.upperBound)
  }

  public init(wrappedValue: Int, _ help: String, in range: PartialRangeFrom<Int>) {
    self.wrappedValue = wrappedValue
    self.help = help
    type = .integer(min: range.lowerBound, max: nil)
  }
}

extension Setting where Value == Double {
  public init(wrappedValue: Double, _ help: String, in range: ClosedRange<Double>) {
    self.wrappedValue = wrappedValue
    self.help = help
    type = .number(min: range.lowerBound, max: range.upperBound)
  }

  public init(wrappedValue: Double, _ help: String, in range: PartialRangeFrom<Double>) {
    self.wrappedValue = wrappedValue
    self.help = help
    type = .number(min: range.lowerBound, max: nil)
  }
}

extension Setting where Value == Double? {
  public init(wrappedValue: Double?, _ help: String, in range: ClosedRange<Double>) {
    self.wrappedValue = wrappedValue
    self.help = help
    type = .number(min: range.lowerBound, max: range.upperBound)
  }
}

extension Setting: Codable where Value: SettingValue {
  /// Only for `SettingsCollector`, which takes settings as they are; settings are not written by other coders.
  public func encode(to encoder: any Encoder) throws {
    guard let collector = encoder as? SettingsCollector else {
      throw EncodingError.invalidValue(
        wrappedValue, .init(codingPath: encoder.codingPath, debugDescription: "settings are told by SettingsBinder"))
    }
    collector.take(self)
  }

  /// Only for `SettingsDecoder`, which hands over ready values; settings are not read from other coders.
  public init(from decoder: any Decoder) throws {
    throw DecodingError.dataCorrupted(
      .init(codingPath: decoder.codingPath, debugDescription: "settings are bound by SettingsBinder"))
  }
}

/// What the binder needs of a `Setting` of any type.
protocol AnySetting: Sendable {
  var help: String { get }
  var type: SettingType { get }
  var writtenDefault: String { get }
  var isOptional: Bool { get }
  /// The same setting with the value read from `input`.
  func bound(to input: SettingInput) throws -> any AnySetting
}

extension Setting: AnySetting where Value: SettingValue {
  var writtenDefault: String { wrappedValue.written }
  var isOptional: Bool { Value.self is any OptionalValue.Type }

  func bound(to input: SettingInput) throws -> any AnySetting {
    var copy = self
    do {
      copy.wrappedValue = try Value.parse(input)
    } catch var fault as SettingFault {
      fault.rule = "is \(type.words)"
      throw fault
    }
    guard withinBounds(copy.wrappedValue) else {
      throw SettingFault(rule: "is \(type.words)", place: input.place)
    }
    return copy
  }

  private func withinBounds(_ value: Value) -> Bool {
    switch type {
    case .integer(let min, let max):
      guard let value = value as? Int else { return true }
      return value >= min ?? .min && value <= max ?? .max
    case .number(let min, let max):
      guard let value = value as? Double else { return true }
      return value >= min ?? -.infinity && value <= max ?? .infinity
    default: return true
    }
  }
}

private protocol OptionalValue {}
extension Optional: OptionalValue {}
