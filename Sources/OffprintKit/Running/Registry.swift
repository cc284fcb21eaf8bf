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
  /// What plugins brought and nobody gets, since the name is another's.
  public private(set) var refusals: [Diagnostic] = []
  /// How a stage is made to run in a process of its own; nil where the program cannot do that.
  public var isolation: (any StageIsolating)?
  /// Who knows schemas; nil where the program cannot validate.
  public private(set) var schemas: (any SchemaSource)?
  private var provider: String?
  private var place: String?

  public init() {}

  /// Adds a plugin that is not part of the program. What it brings under a name that is there already is refused.
  public mutating func add(_ plugin: AttachedPlugin) {
    if plugins.contains(where: { $0.name == plugin.info.name }) {
      refusals.append(
        Diagnostic(
          .nameTaken, "there is a plugin '\(plugin.info.name)' already",
          at: plugin.info.place.map { SourcePlace(file: $0) }, fix: "rename one of the two"))
      return
    }
    plugins.append(plugin.info)
    (provider, place) = (plugin.info.name, plugin.info.place)
    plugin.stages.forEach { add($0) }
    plugin.checks.forEach { add($0) }
    plugin.writers.forEach { add($0) }
    (provider, place) = (nil, nil)
  }

  /// Lets a plugin register its parts; they are listed under its name.
  public mutating func add<P: Plugin>(_ plugin: P.Type) {
    plugins.append(PluginInfo(name: P.name, summary: P.summary, version: P.version, attachment: P.attachment))
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
    add(
      StageEntry(
        spec: S.spec, kind: kind, settings: SettingsBinder.describe(S.Settings.self), aids: aids,
        build: { try Self.made($0, $1, wrap) }))
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
  public mutating func register(_ source: any SchemaSource) { schemas = source }

  public mutating func register<R: Reader>(_: R.Type) {
    let entry = ReaderEntry(
      spec: R.spec, plugin: provider, describe: { SettingsBinder.describe(R.Settings.self) },
      make: { try R(SettingsBinder.bind(R.Settings.self, $0)) })
    if isFree(R.spec.name, "reader", readers[R.spec.name]?.plugin, in: readers.keys) { readers[R.spec.name] = entry }
  }

  public mutating func register<W: Writer>(_: W.Type) {
    add(
      WriterEntry(
        spec: W.spec, settings: SettingsBinder.describe(W.Settings.self),
        make: { try W(SettingsBinder.bind(W.Settings.self, $0)) }))
  }

  public mutating func register<C: Check>(_: C.Type) {
    add(
      CheckEntry(
        spec: C.spec, settings: SettingsBinder.describe(C.Settings.self),
        make: { try C(SettingsBinder.bind(C.Settings.self, $0)) }))
  }

  // MARK: Names

  private mutating func add(_ entry: StageEntry) {
    let name = entry.spec.name
    guard isFree(name, "stage", stages[name]?.plugin, in: stages.keys) else { return }
    stages[name] = entry
    stages[name]?.plugin = provider
  }

  private mutating func add(_ entry: WriterEntry) {
    let name = entry.spec.name
    guard isFree(name, "writer", writers[name]?.plugin, in: writers.keys) else { return }
    writers[name] = entry
    writers[name]?.plugin = provider
  }

  private mutating func add(_ entry: CheckEntry) {
    let name = entry.spec.name
    guard isFree(name, "check", checks[name]?.plugin, in: checks.keys) else { return }
    checks[name] = entry
    checks[name]?.plugin = provider
  }

  /// True if nobody has the name yet; else what was there stays, and a message is noted.
  private mutating func isFree(
    _ name: String, _ kind: String, _ owner: String?, in names: some Collection<String>
  ) -> Bool {
    guard names.contains(name) else { return true }
    refusals.append(
      Diagnostic(
        .nameTaken,
        "\(provider.map { "plugin '\($0)'" } ?? "the program") brings a \(kind) '\(name)', and "
          + "\(owner.map { "plugin '\($0)'" } ?? "the program") has one already",
        at: place.map { SourcePlace(file: $0) }, fix: "rename one of the two"))
    return false
  }
}
