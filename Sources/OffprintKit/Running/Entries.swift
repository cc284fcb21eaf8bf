import OffprintDiagnostics
import OffprintModel

/// A registered stage: its spec, its settings, and how to make one. `make` throws `SettingFaults` for values that do
/// not suit, or a `Diagnostic`.
public struct StageEntry: Sendable {
  public let spec: StageSpec
  public let kind: StageKind
  public let settings: [SettingDescription]
  /// The plugin it comes from; nil if built in.
  public internal(set) var plugin: String?
  var aids: StageAids
  let build: @Sendable ([String: SettingInput], StageAids) throws -> AnyStage

  init(
    spec: StageSpec, kind: StageKind, settings: [SettingDescription], aids: StageAids,
    build: @escaping @Sendable ([String: SettingInput], StageAids) throws -> AnyStage
  ) {
    self.spec = spec
    self.kind = kind
    self.settings = settings
    self.aids = aids
    self.build = build
  }

  /// A stage that no type of this program stands behind.
  public init(
    spec: StageSpec, kind: StageKind, settings: [SettingDescription],
    make: @escaping @Sendable ([String: SettingInput]) throws -> AnyStage
  ) {
    self.init(spec: spec, kind: kind, settings: settings, aids: StageAids()) { values, _ in try make(values) }
  }

  public func make(_ settings: [String: SettingInput]) throws -> AnyStage { try build(settings, aids) }

  /// Why this machine cannot run the stage at all: a library that it does not have (`OP312`). Nil if it can.
  public var absence: Diagnostic? {
    do { _ = try make([:]) } catch { return (error as? Diagnostic).flatMap { $0.code == .libraryMissing ? $0 : nil } }
    return nil
  }
}

public struct ReaderEntry: Sendable {
  public let spec: ReaderSpec
  public let settings: [SettingDescription]
  public internal(set) var plugin: String?
  public let make: @Sendable ([String: SettingInput]) throws -> any Reader
}

public struct WriterEntry: Sendable {
  public let spec: WriterSpec
  public let settings: [SettingDescription]
  public internal(set) var plugin: String?
  public let make: @Sendable ([String: SettingInput]) throws -> any ProductMaking

  public init(
    spec: WriterSpec, settings: [SettingDescription],
    make: @escaping @Sendable ([String: SettingInput]) throws -> any ProductMaking
  ) {
    self.spec = spec
    self.settings = settings
    self.make = make
  }
}

public struct CheckEntry: Sendable {
  public let spec: CheckSpec
  public let settings: [SettingDescription]
  public internal(set) var plugin: String?
  public let make: @Sendable ([String: SettingInput]) throws -> any Measuring

  public init(
    spec: CheckSpec, settings: [SettingDescription],
    make: @escaping @Sendable ([String: SettingInput]) throws -> any Measuring
  ) {
    self.spec = spec
    self.settings = settings
    self.make = make
  }
}
