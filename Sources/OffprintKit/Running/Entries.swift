import OffprintDiagnostics
import OffprintModel

/// Tells the settings of a part. Every part is registered at each start and few are used; to reflect on the settings
/// of all took a fifth of the start.
public typealias SettingDescribing = @Sendable () -> [SettingDescription]

/// A registered stage: its spec, its settings, and how to make one. `make` throws `SettingFaults` for values that do
/// not suit, or a `Diagnostic`.
public struct StageEntry: Sendable {
  public let spec: StageSpec
  public let kind: StageKind
  /// Described when somebody asks.
  public var settings: [SettingDescription] { describe() }
  /// The plugin it comes from; nil if built in.
  public internal(set) var plugin: String?
  var aids: StageAids
  let describe: SettingDescribing
  let build: @Sendable ([String: SettingInput], StageAids) throws -> AnyStage

  init(
    spec: StageSpec, kind: StageKind, settings: @autoclosure @escaping SettingDescribing, aids: StageAids,
    build: @escaping @Sendable ([String: SettingInput], StageAids) throws -> AnyStage
  ) {
    self.spec = spec
    self.kind = kind
    self.aids = aids
    describe = settings
    self.build = build
  }

  /// A stage that no type of this program stands behind.
  public init(
    spec: StageSpec, kind: StageKind, settings: @autoclosure @escaping SettingDescribing,
    make: @escaping @Sendable ([String: SettingInput]) throws -> AnyStage
  ) {
    self.init(spec: spec, kind: kind, settings: settings(), aids: StageAids()) { values, _ in try make(values) }
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
  /// Described when somebody asks.
  public var settings: [SettingDescription] { describe() }
  public internal(set) var plugin: String?
  let describe: SettingDescribing
  public let make: @Sendable ([String: SettingInput]) throws -> any Reader
}

public struct WriterEntry: Sendable {
  public let spec: WriterSpec
  /// Described when somebody asks.
  public var settings: [SettingDescription] { describe() }
  public internal(set) var plugin: String?
  let describe: SettingDescribing
  public let make: @Sendable ([String: SettingInput]) throws -> any ProductMaking

  public init(
    spec: WriterSpec, settings: @autoclosure @escaping SettingDescribing,
    make: @escaping @Sendable ([String: SettingInput]) throws -> any ProductMaking
  ) {
    self.spec = spec
    describe = settings
    self.make = make
  }
}

public struct CheckEntry: Sendable {
  public let spec: CheckSpec
  /// Described when somebody asks.
  public var settings: [SettingDescription] { describe() }
  public internal(set) var plugin: String?
  let describe: SettingDescribing
  public let make: @Sendable ([String: SettingInput]) throws -> any Measuring

  public init(
    spec: CheckSpec, settings: @autoclosure @escaping SettingDescribing,
    make: @escaping @Sendable ([String: SettingInput]) throws -> any Measuring
  ) {
    self.spec = spec
    describe = settings
    self.make = make
  }
}
