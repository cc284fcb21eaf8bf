/// How bad a message is.
public enum Severity: String, Sendable, Comparable {
  case note, warning, error

  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// One message: what is wrong, where, what is allowed there, and one likely fix.
///
/// Errors in Offprint are values of this type. The console shows one as
/// ```
/// error[OP103]: 'dehyphenate' has no setting 'dictonary'
///   --> pipelines/luxemburger-zeitung.yaml:12:13
///    |
/// 12 |     with: { dictonary: lexicon/de-1850.txt }
///    |             ^^^^^^^^^ did you mean 'dictionary'?
///    |
///    = settings: dictionary, keep_suspended, language
///    = more: offprint explain dehyphenate
/// ```
public struct Diagnostic: Error, Hashable, Sendable {
  public var severity: Severity
  public var code: DiagnosticCode
  /// The whole matter in one line, the most specific word first; no full stop.
  public var summary: String
  /// Where it is; nil only for what has no place, such as a missing command-line value.
  public var place: SourcePlace?
  /// What to do, in a few words beside the marked text, such as `did you mean 'dictionary'?`.
  public var fix: String?
  /// Further facts in order: a label (`settings`, `block`, `stage`, `kept`, `more`) and its text.
  public var notes: [Note]
  /// True if the same may go well a moment later: a network drive that does not answer, a file that somebody is still
  /// writing. Trying again is of no use for anything else.
  public var mayPass: Bool

  public struct Note: Hashable, Sendable {
    public var label: String
    public var text: String

    public init(_ label: String, _ text: String) {
      self.label = label
      self.text = text
    }
  }

  public init(
    _ code: DiagnosticCode, _ summary: String, severity: Severity = .error, at place: SourcePlace? = nil,
    fix: String? = nil, notes: [Note] = [], mayPass: Bool = false
  ) {
    self.severity = severity
    self.code = code
    self.summary = summary
    self.place = place
    self.fix = fix
    self.notes = notes
    self.mayPass = mayPass
  }

  /// The same message with one more fact, unless a fact of that label is there already.
  public func noting(_ label: String, _ text: String) -> Diagnostic {
    guard !notes.contains(where: { $0.label == label }) else { return self }
    var copy = self
    copy.notes.append(Note(label, text))
    return copy
  }
}

/// Several messages thrown at once: all mistakes of a file, not only the first.
public struct Diagnostics: Error, Sendable {
  public private(set) var all: [Diagnostic]

  public init(_ all: [Diagnostic] = []) { self.all = all }

  public var hasErrors: Bool { all.contains { $0.severity == .error } }
  public var isEmpty: Bool { all.isEmpty }

  public mutating func add(_ diagnostic: Diagnostic) { all.append(diagnostic) }
  public mutating func add(contentsOf more: [Diagnostic]) { all += more }

  /// Ends here if there is an error among the messages.
  public func throwIfErrors() throws {
    if hasErrors { throw self }
  }

  /// The messages behind any error that our code throws: itself, its parts, or a report of our own fault.
  public static func messages(of error: any Error) -> [Diagnostic] {
    switch error {
    case let one as Diagnostic: [one]
    case let several as Diagnostics: several.all
    default: [Diagnostic(.internalFault, "an error without a message of its own: \(error)")]
    }
  }
}
