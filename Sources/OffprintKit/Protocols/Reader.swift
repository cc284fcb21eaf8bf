import OffprintDiagnostics
import OffprintModel

/// Turns files of one format into issues.
public protocol Reader: Sendable {
  associatedtype Settings: StageSettings = NoSettings
  static var spec: ReaderSpec { get }
  init(_ settings: Settings) throws

  /// Finds the documents among the files: which files make an issue. Only looks as far into files as it must.
  func documents(in input: InputSelection) throws -> DocumentListing

  /// Reads one document. The whole issue, or an error with a place: never a part of it, unless a setting says so.
  func read(_ document: DocumentSource, _ context: inout ReadContext) throws -> Issue
}

/// What a reader is, for the loader, the manual and `explain`.
public struct ReaderSpec: Sendable {
  /// kebab-case, such as `mets-alto`.
  public var name: String
  public var summary: String
  public var discussion: String
  /// Besides `lines`, which every reader gives.
  public var gives: Set<Facet>
  /// What its files state of who issues them, where they are files of a format that asks for it.
  public var tells: Set<AskedFact.Fact>
  /// A few lines of such a file, for the manual.
  public var sample: String
  /// What it reads, and what becomes of it, for the manual.
  public var fields: [Field]

  /// A place in the file, and what becomes of what stands there.
  public struct Field: Hashable, Sendable {
    public var place: String
    public var becomes: String

    public init(_ place: String, _ becomes: String) {
      self.place = place
      self.becomes = becomes
    }
  }

  public init(
    name: String, summary: String, discussion: String = "", gives: Set<Facet>, tells: Set<AskedFact.Fact> = [],
    sample: String = "", fields: [Field] = []
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.gives = gives
    self.tells = tells
    self.sample = sample
    self.fields = fields
  }
}

/// The files that a pipeline's `from:` stands for.
public struct InputSelection: Sendable {
  /// The folder that was named, or that of the file: nothing outside of it is read.
  public var root: String
  /// Files as paths that `SourceFile` can open, those in archives included (see `SourceTree`), sorted by their UTF-8
  /// bytes.
  public var files: [String]
  /// True if `from:` named just one file.
  public var isSingleFile: Bool

  /// What is to be said of files before a reader has looked at them. An error is an archive that cannot be unpacked,
  /// of which no file is among `files`.
  public var messages: [Diagnostic]

  /// The folder in which links must stay; nil if the user named the file itself.
  public var bounds: String? { isSingleFile ? nil : root }

  public init(root: String, files: [String], isSingleFile: Bool = false, messages: [Diagnostic] = []) {
    self.root = root
    self.files = files
    self.isSingleFile = isSingleFile
    self.messages = messages
  }
}

/// One document to be: its name in messages and the files to read it from.
public struct DocumentSource: Hashable, Sendable {
  /// Short and telling: the path of its main file or folder, relative to the input.
  public var name: String
  /// Nothing outside of this folder belongs to it.
  public var root: String
  /// Paths that can be opened; the first is the main one.
  public var files: [String]
  /// The folder that `from:` names: files that are links lead to places in it. Nil if `from:` names one file, which
  /// may be a link to anywhere.
  public var input: String?

  public init(name: String, root: String, files: [String], input: String? = nil) {
    self.name = name
    self.root = root
    self.files = files
    self.input = input
  }
}

/// The documents that a reader found, and what it has to say of files that are part of none.
public struct DocumentListing: Sendable {
  public var documents: [DocumentSource]
  public var diagnostics: [Diagnostic]

  public init(documents: [DocumentSource] = [], diagnostics: [Diagnostic] = []) {
    self.documents = documents
    self.diagnostics = diagnostics
  }
}

/// What a reader tells while it reads: warnings that do not stop it.
public struct ReadContext: Sendable {
  public private(set) var warnings: [Diagnostic] = []

  public init() {}

  public mutating func warn(_ diagnostic: Diagnostic) {
    var warning = diagnostic
    warning.severity = .warning
    warnings.append(warning)
  }
}
