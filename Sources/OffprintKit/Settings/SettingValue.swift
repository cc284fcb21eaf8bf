import OffprintDiagnostics

/// A type that a setting may have. The declared type, not the look of the value, decides how it is read.
public protocol SettingValue: Sendable, Equatable {
  static var settingType: SettingType { get }
  /// Reads a value. Throws a `SettingFault` whose rule names the type in words.
  static func parse(_ input: SettingInput) throws -> Self
  /// The value as one would write it in a pipeline file.
  var written: String { get }
}

extension SettingValue {
  static func scalar(_ input: SettingInput) throws -> String {
    guard case .scalar(let text, _) = input else { throw fault(input) }
    return text
  }

  static func fault(_ input: SettingInput, fix: String? = nil) -> SettingFault {
    SettingFault(rule: "is \(settingType.words)", fix: fix, place: input.place)
  }
}

extension Int: SettingValue {
  public static var settingType: SettingType { .integer(min: nil, max: nil) }
  public static func parse(_ input: SettingInput) throws -> Int {
    guard let value = Int(try scalar(input)) else { throw fault(input) }
    return value
  }
  public var written: String { String(self) }
}

extension Double: SettingValue {
  public static var settingType: SettingType { .number(min: nil, max: nil) }
  public static func parse(_ input: SettingInput) throws -> Double {
    guard let value = Double(try scalar(input)), value.isFinite else { throw fault(input) }
    return value
  }
  public var written: String { String(self) }
}

extension Bool: SettingValue {
  public static var settingType: SettingType { .boolean }
  public static func parse(_ input: SettingInput) throws -> Bool {
    switch try scalar(input).lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default: throw fault(input)
    }
  }
  public var written: String { self ? "true" : "false" }
}

extension String: SettingValue {
  public static var settingType: SettingType { .text }
  public static func parse(_ input: SettingInput) throws -> String { try scalar(input) }
  public var written: String { self }
}

extension Optional: SettingValue where Wrapped: SettingValue {
  public static var settingType: SettingType { Wrapped.settingType }
  public static func parse(_ input: SettingInput) throws -> Wrapped? { try Wrapped.parse(input) }
  public var written: String { self?.written ?? "" }
}

extension Array: SettingValue where Element: SettingValue {
  public static var settingType: SettingType { .list(Element.settingType) }
  /// A single value counts as a list of one.
  public static func parse(_ input: SettingInput) throws -> [Element] {
    switch input {
    case .list(let values, _): try values.map(Element.parse)
    case .scalar: [try Element.parse(input)]
    }
  }
  public var written: String { "[" + map(\.written).joined(separator: ", ") + "]" }
}

/// A setting with a closed list of words: an enum of strings.
public protocol SettingChoice: SettingValue, CaseIterable, RawRepresentable where RawValue == String {}

extension SettingChoice {
  public static var settingType: SettingType { .choice(allCases.map(\.rawValue)) }
  public static func parse(_ input: SettingInput) throws -> Self {
    let text = try scalar(input)
    guard let value = Self(rawValue: text) else {
      throw fault(input, fix: NearestName.question(text, among: allCases.map(\.rawValue)))
    }
    return value
  }
  public var written: String { rawValue }
}

/// A path in a setting; relative ones are meant relative to the pipeline file and arrive here resolved.
public struct SettingPath: SettingValue, Hashable {
  public var path: String
  public init(_ path: String) { self.path = path }
  public static var settingType: SettingType { .path }
  public static func parse(_ input: SettingInput) throws -> SettingPath { SettingPath(try scalar(input)) }
  public var written: String { path }
}

/// A share of a whole, 0...1.
public struct SettingShare: SettingValue, Hashable {
  public var value: Double
  public init(_ value: Double) { self.value = value }
  public static var settingType: SettingType { .share }
  public static func parse(_ input: SettingInput) throws -> SettingShare {
    let text = try scalar(input)
    let percent = text.hasSuffix("%")
    guard let number = Double(percent ? String(text.dropLast()) : text), number.isFinite else { throw fault(input) }
    let value = percent ? number / 100 : number
    guard (0...1).contains(value) else { throw fault(input) }
    return SettingShare(value)
  }
  /// In per cent where that reads back as the same value: `7%`, not `7.000000000000001%`.
  public var written: String {
    let percent = (value * 1e6).rounded() / 1e4
    return percent / 100 == value ? "\(percent)%".replacing(".0%", with: "%") : String(value)
  }
}

/// A time span in seconds.
public struct SettingDuration: SettingValue, Hashable {
  public var seconds: Double
  public init(seconds: Double) { self.seconds = seconds }
  public static var settingType: SettingType { .duration }
  public static func parse(_ input: SettingInput) throws -> SettingDuration {
    let text = try scalar(input)
    let units: [(String, Double)] = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600)]
    guard let unit = units.first(where: { text.hasSuffix($0.0) }),
      let number = Double(text.dropLast(unit.0.count)), number.isFinite, number >= 0
    else { throw fault(input) }
    return SettingDuration(seconds: number * unit.1)
  }
  public var written: String { "\(seconds)s".replacing(".0s", with: "s") }
}
