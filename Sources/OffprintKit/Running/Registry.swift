import OffprintDiagnostics
import OffprintModel

/// All stages, readers, writers and checks there are, by name; the only thing that the pipeline loader sees of them.
public struct Registry: Sendable {
  public private(set) var stages: [String: StageEntry] = [:]
  public private(set) var readers: [String: ReaderEntry] = [:]
  public private(set) var writers: [String: WriterEntry] = [:]
  public private(set) var checks: [String: CheckEntry] = [:]
  public private(set) var plugins: [PluginInfo] = []
  /// What stages are handed, whichever was registered first.
  public private(set) var aids = StageAids() {
    didSet { for name in stages.keys { stages[name]?.aids = aids } }
  }
  private var provider: String?

  public init() {}

  /// Lets a plugin register its parts; they are listed under its name.
  public mutating func add<P: Plugin>(_ plugin: P.Type) {
    plugins.append(PluginInfo(name: P.name, summary: P.summary, version: P.version))
    provider = P.name
    P.register(in: &self)
    provider = nil
  }

  public mutating func register<S: LineNormalising>(_: S.Type) {
    add(S.self, .normalising) { AnyStage(normalising: $0) }
  }
  public mutating func register<S: ColumnReflowing>(_: S.Type) {
    add(S.self, .reflowing) { AnyStage(reflowing: $0) }
  }
  public mutating func register<S: ArticleSegmenting>(_: S.Type) {
    add(S.self, .segmenting) { AnyStage(segmenting: $0) }
  }
  public mutating func register<S: Dehyphenating>(_: S.Type) {
    add(S.self, .dehyphenating) { AnyStage(dehyphenating: $0) }
  }
  public mutating func register<S: ArticleLabelling>(_: S.Type) {
    add(S.self, .labelling) { AnyStage(labelling: $0) }
  }

  public mutating func register<S: LanguageDetecting>(_: S.Type) {
    add(S.self, .detecting) { AnyStage(detecting: $0) }
  }

  private mutating func add<S: Stage>(_: S.Type, _ kind: StageKind, _ wrap: @escaping @Sendable (S) -> AnyStage) {
    stages[S.spec.name] = StageEntry(
      spec: S.spec, kind: kind, settings: SettingsBinder.describe(S.Settings.self), plugin: provider, aids: aids,
      build: { try Self.made($0, $1, wrap) })
  }

  private static func made<S: Stage>(
    _ values: [String: SettingInput], _ aids: StageAids, _ wrap: @escaping @Sendable (S) -> AnyStage
  ) throws -> AnyStage {
    let stage = try S(SettingsBinder.bind(S.Settings.self, values), aids: aids)
    var made = wrap(stage)
    if let surveying = stage as? any Surveying {
      made.survey = StageSurvey(surveying) { try Self.made(values, aids, wrap) }
    }
    return made
  }

  public mutating func register(_ source: any WordSource) { aids.words[source.name] = source }
  public mutating func register(_ source: any LanguageSource) { aids.languages = source }

  public mutating func register<R: Reader>(_: R.Type) {
    readers[R.spec.name] = ReaderEntry(
      spec: R.spec, settings: SettingsBinder.describe(R.Settings.self), plugin: provider,
      make: { try R(SettingsBinder.bind(R.Settings.self, $0)) })
  }

  public mutating func register<W: Writer>(_: W.Type) {
    writers[W.spec.name] = WriterEntry(
      spec: W.spec, settings: SettingsBinder.describe(W.Settings.self), plugin: provider,
      make: { try W(SettingsBinder.bind(W.Settings.self, $0)) })
  }

  public mutating func register<C: Check>(_: C.Type) {
    checks[C.spec.name] = CheckEntry(
      spec: C.spec, settings: SettingsBinder.describe(C.Settings.self), plugin: provider,
      make: { try C(SettingsBinder.bind(C.Settings.self, $0)) })
  }
}

/// A plugin as `offprint list` shows it.
public struct PluginInfo: Hashable, Sendable {
  public var name: String
  public var summary: String
  public var version: String
}

/// A registered stage: its spec, its settings, and how to make one. `make` throws `SettingFaults` for values that do
/// not suit, or a `Diagnostic`.
public struct StageEntry: Sendable {
  public let spec: StageSpec
  public let kind: StageKind
  public let settings: [SettingDescription]
  /// The plugin it comes from; nil if built in.
  public let plugin: String?
  var aids: StageAids
  let build: @Sendable ([String: SettingInput], StageAids) throws -> AnyStage

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
  public let plugin: String?
  public let make: @Sendable ([String: SettingInput]) throws -> any Reader
}

public struct WriterEntry: Sendable {
  public let spec: WriterSpec
  public let settings: [SettingDescription]
  public let plugin: String?
  public let make: @Sendable ([String: SettingInput]) throws -> any Writer
}

public struct CheckEntry: Sendable {
  public let spec: CheckSpec
  public let settings: [SettingDescription]
  public let plugin: String?
  public let make: @Sendable ([String: SettingInput]) throws -> any Check
}
