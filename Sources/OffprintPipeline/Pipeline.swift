import OffprintDiagnostics
import OffprintKit
import OffprintModel

/// A pipeline file, loaded: names resolved, settings bound, order of stages checked. Ready to run.
public struct Pipeline: Sendable {
  public var name: String
  public var about: String
  /// Path of the pipeline file as given.
  public var file: String
  public var read: ReadStep
  public var stages: [StageStep]
  public var checks: [CheckStep]
  public var writes: [WriteStep]
  public var run: RunPolicy
  public var tests: [PipelineTest]
}

/// `read:`, bound.
public struct ReadStep: Sendable {
  public var format: String
  public var reader: any Reader
  /// A file, a folder or a pattern with `*`, `**` and `?`; resolved against the pipeline file's folder.
  public var from: String
  /// Where `from` stands, for messages.
  public var place: SourcePlace?
  /// What becomes of a document with a file that is not the one its BagIt bag vouches for.
  public var checksums = ChecksumPolicy.fail
  public var meaning = PartMeaning()
  /// `publication:`, which goes into each issue as soon as it is read.
  public var publication = PublicationDeclaration()
  /// What `publication:` states, for the journal.
  public var publicationMeaning = PartMeaning()

  /// Reads one document, and completes it by what the pipeline declares of the publication.
  ///
  /// - Throws: what the reader throws.
  public func read(_ source: DocumentSource, _ context: inout ReadContext) throws -> Issue {
    var issue = try reader.read(source, &context)
    if let contradiction = publication.contradiction(in: issue, file: source.files.first) {
      context.warn(contradiction)
    }
    publication.complete(&issue)
    return issue
  }
}

/// What is done about the checksums that a delivery has for its files.
public enum ChecksumPolicy: String, Sendable, CaseIterable {
  /// The document fails.
  case fail
  /// It is exported, flagged `checksum-wrong`, and told of.
  case warn
  /// They are not looked at.
  case ignore
}

/// What a part of a pipeline means, whatever the file calls it: what makes two runs do the same.
public struct PartMeaning: Hashable, Sendable {
  /// The plugin that it comes from and its version; nil if built in.
  public var plugin: String?
  /// The files that make the plugin what it is; none if it is part of the program.
  public var pluginFiles: [String] = []
  /// Every setting with its value, defaults included, in the form that its type gives it.
  public var settings: [String: String] = [:]
  /// Names of the settings above that are files or folders.
  public var paths: Set<String> = []
  /// Its `when:`.
  public var condition: String?

  public init() {}
}

/// One entry of `stages:`, bound.
public struct StageStep: Sendable {
  /// Unique in the pipeline; the stage's name unless `id:` says otherwise.
  public var id: String
  public var stage: AnyStage
  /// Which pages or articles its `when:` leaves to it.
  public var selection: StageSelection
  /// Asked once for each document, for a `when:` over fields of the issue alone.
  public var isWanted: @Sendable (Issue) -> Bool
  /// What becomes of a document at which the stage fails; nil if `run:` decides.
  public var onError: RunPolicy.OnError?
  /// What it was made of, for the journal.
  public var meaning = PartMeaning()
}

/// One entry of `checks:`, bound.
public struct CheckStep: Sendable {
  public var id: String
  public var check: any Measuring
  public var spec: CheckSpec
  public var limit: Limit
  public var consequence: Consequence
  public var meaning = PartMeaning()

  public enum Consequence: String, Sendable, CaseIterable {
    /// The document is written, with a warning.
    case warn
    /// The document fails and `on_error` says what becomes of it.
    case fail
    /// The document is quarantined.
    case quarantine
  }
}

/// A limit in words and units, such as `0 lost`, `at least 0.90`, `2%`.
public struct Limit: Hashable, Sendable {
  public var bound: CheckSpec.Bound
  public var value: Double
  /// As it stands in the file.
  public var written: String

  public func holds(_ measured: Double) -> Bool {
    switch bound {
    case .atMost: measured <= value
    case .atLeast: measured >= value
    }
  }
}

/// One entry of `write:`, bound.
public struct WriteStep: Sendable {
  public var id: String
  public var format: String
  public var writer: any ProductMaking
  public var spec: WriterSpec
  public var to: OutputPath
  /// Where what was last handed on lies, laid out as `to`; nil if items have no versions.
  public var earlier: OutputPath?
  /// What every file is checked against before it is handed on; nil for no check.
  public var validator: (any ProductValidating)?
  public var meaning = PartMeaning()
}

/// `run:`.
public struct RunPolicy: Sendable {
  public enum OnError: String, Sendable, CaseIterable {
    /// End the run at the first document that fails.
    case stop
    /// Report the document and go on.
    case skip
    /// The same, and keep a record of it under `quarantine/` in the run's folder.
    case quarantine
    /// Go on with the document as it was before the stage that failed, and warn. Where there is no such document,
    /// since it could not be read, checked or written, report it and go on with the next.
    case keepInput = "keep-input"
  }

  public enum StopAfter: Hashable, Sendable {
    case issues(Int)
    /// 0...1 of the documents.
    case share(Double)
  }

  public var onError: OnError = .skip
  public var stopAfter: StopAfter?
  /// Seconds for one document.
  public var timeLimit: Double?
  /// How often what may pass, such as a drive that does not answer, is tried again.
  public var retry = 0
  /// Where `run.json` and `quarantine/` are put; resolved.
  public var folder: String

  public init(folder: String) { self.folder = folder }
}

/// One entry of `tests:`, bound.
public struct PipelineTest: Sendable {
  public var name: String
  public var stages: [StageStep]
  public var input: Input
  public var language: String?
  public var expect: Expectation
  public var place: SourcePlace?

  public enum Input: Sendable {
    case text(String)
    /// A file or folder that the pipeline's own reader reads; resolved.
    case path(String)
  }
}
