/// A plugin as `offprint list` and `offprint plugins` show it.
public struct PluginInfo: Hashable, Sendable {
  public var name: String
  public var summary: String
  public var version: String
  public var attachment: Attachment
  /// The file it was loaded from or is described by; nil if it is part of the program.
  public var place: String?
  /// The files that make it what it is, as far as they are known: where one has changed, so may its answers.
  public var files: [String]

  /// How a plugin comes to the program.
  public enum Attachment: String, Sendable, CaseIterable {
    /// What comes with Offprint itself, and is a plugin only by the seam that it uses.
    case builtIn = "built in"
    /// Built into the program by whoever put it together.
    case linked
    /// A library, loaded at run time.
    case loaded
    /// A program of its own, fed documents through its standard input.
    case process
  }

  /// True if it was there before any folder was looked into.
  public var isPartOfProgram: Bool { attachment == .builtIn || attachment == .linked }

  public init(
    name: String, summary: String, version: String, attachment: Attachment = .linked, place: String? = nil,
    files: [String]? = nil
  ) {
    self.name = name
    self.summary = summary
    self.version = version
    self.attachment = attachment
    self.place = place
    self.files = files ?? place.map { [$0] } ?? []
  }
}

/// A plugin that is not part of the program, with its parts, ready to be registered.
public struct AttachedPlugin: Sendable {
  public var info: PluginInfo
  public var stages: [StageEntry]
  public var checks: [CheckEntry]
  public var writers: [WriterEntry]

  public init(
    _ info: PluginInfo, stages: [StageEntry] = [], checks: [CheckEntry] = [], writers: [WriterEntry] = []
  ) {
    self.info = info
    self.stages = stages
    self.checks = checks
    self.writers = writers
  }
}
