import OffprintDiagnostics

/// A value as it stands in a pipeline file, before the declared type of its setting gives it a meaning.
public indirect enum SettingInput: Hashable, Sendable {
  /// The text as written, never guessed at: `no` is the two letters n and o.
  case scalar(String, at: SourcePlace? = nil)
  case list([SettingInput], at: SourcePlace? = nil)

  public var place: SourcePlace? {
    switch self {
    case .scalar(_, let place), .list(_, let place): place
    }
  }
}

/// Why a value does not suit its setting, in words for the operator. The loader adds the place.
public struct SettingFault: Error, Hashable, Sendable {
  /// The rule, such as `'min_evidence' is a whole number of at least 1`.
  public var rule: String
  /// One likely mend, such as `did you mean 'keep'?`.
  public var fix: String?
  public var place: SourcePlace?

  public init(rule: String, fix: String? = nil, place: SourcePlace? = nil) {
    self.rule = rule
    self.fix = fix
    self.place = place
  }
}
