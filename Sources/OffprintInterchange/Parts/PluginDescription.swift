import OffprintJSON
import OffprintKit

/// What a plugin says of itself when it is asked to `describe`.
public struct PluginDescription: Sendable {
  public var name: String
  public var summary: String
  public var version: String
  /// True if a loaded plugin may be called by several threads at once.
  public var isThreadSafe: Bool
  public var stages: [StagePart]
  public var checks: [CheckPart]
  public var writers: [WriterPart]

  /// A stage of a plugin.
  public struct StagePart: Sendable {
    public var spec: StageSpec
    public var kind: StageKind
    public var wants: Set<Want>
    public var settings: [DeclaredSetting]
    /// Why this machine cannot run it (`OP312`): a library that it does not have. Nil if it can.
    public var missing: Diagnostic?
  }

  /// A check of a plugin.
  public struct CheckPart: Sendable {
    public var spec: CheckSpec
    public var wants: Set<Want>
    public var settings: [DeclaredSetting]
  }

  /// A writer of a plugin.
  public struct WriterPart: Sendable {
    public var spec: WriterSpec
    public var unit: ProductUnit
    public var wants: Set<Want>
    public var settings: [DeclaredSetting]
  }

  /// Reads the answer to `describe`, and sees to it that it can be true: kinds, facets, types and names are those that
  /// there are, nothing stands twice, defaults suit their own type.
  ///
  /// - Throws: a `Diagnostic` (`OP601`) with the place in the answer.
  public init(_ form: Form) throws {
    try form.only(["offprint", "request", "name", "summary", "version", "threads", "stages", "checks", "writers"])
    name = try form.required("name").name(.kebab)
    summary = try form.required("summary").sentence()
    version = try form["version"]?.text() ?? "0"
    isThreadSafe = try form["threads"]?.boolean() ?? false
    stages = try form["stages"]?.list().map { try $0.stagePart() } ?? []
    checks = try form["checks"]?.list().map { try $0.checkPart() } ?? []
    writers = try form["writers"]?.list().map { try $0.writerPart() } ?? []
    guard !stages.isEmpty || !checks.isEmpty || !writers.isEmpty else {
      throw form.fault("names no stage, check or writer", fix: "add a list 'stages'")
    }
    try form.refuseTwice(stages.map(\.spec.name), "stages")
    try form.refuseTwice(checks.map(\.spec.name), "checks")
    try form.refuseTwice(writers.map(\.spec.name), "writers")
  }
}

extension Form {
  /// How words are put together in a name.
  enum NameStyle: String {
    case kebab = "-"
    case snake = "_"

    var words: String { self == .kebab ? "small letters, digits and hyphens" : "small letters, digits and underscores" }
  }

  /// A name that begins with a letter.
  func name(_ style: NameStyle) throws -> String {
    let text = try self.text()
    let parts = text.split(separator: Character(style.rawValue), omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    }
    guard isPlain, let first = text.utf8.first, (0x61...0x7A).contains(first), text.utf8.count <= 100 else {
      throw fault("is a name of \(style.words) that begins with a letter, not '\(text)'")
    }
    return text
  }

  /// One sentence without a full stop, for lists.
  func sentence() throws -> String {
    let text = try self.text()
    guard !text.isEmpty, !text.hasSuffix("."), !text.contains("\n") else {
      throw fault("is one sentence without a full stop, not '\(text)'")
    }
    return text
  }

  func refuseTwice(_ names: [String], _ what: String) throws {
    var seen: Set<String> = []
    for name in names where !seen.insert(name).inserted { throw fault("has '\(name)' twice among its \(what)") }
  }

  func facets() throws -> Set<Facet> { Set(try list().map { try $0.word(Facet.self) }) }
}
