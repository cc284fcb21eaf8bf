import OffprintModel

/// What a format should say of who issues it, so that those who take the files can use them.
public struct AskedFact: Hashable, Sendable {
  public enum Fact: String, Sendable, CaseIterable {
    case provider, authority
    /// A notice, terms, a rights statement or a licence: one of them is enough.
    case rights

    /// How it is stated under `publication:`.
    public var key: String {
      switch self {
      case .provider: "provider: NAME"
      case .authority: "authority: \"DOMAIN,YEAR\""
      case .rights: "rights: { statement: URI }"
      }
    }

    /// In words, after "asks for".
    public var words: String {
      switch self {
      case .provider: "a provider"
      case .authority: "an authority"
      case .rights: "a rights statement"
      }
    }

    /// True if it is among what is declared.
    public func isStated(in issuance: Issuance) -> Bool {
      switch self {
      case .provider: issuance.provider != nil
      case .authority: issuance.authority != nil
      case .rights:
        issuance.rights != nil || issuance.usageTerms != nil || issuance.rightsURI != nil || issuance.licence != nil
      }
    }
  }

  public var fact: Fact
  /// Settings of the writer that state it too.
  public var settings: [String]
  /// What stands in the files where nobody states it, as a clause.
  public var otherwise: String

  public init(_ fact: Fact, settings: [String] = [], otherwise: String) {
    self.fact = fact
    self.settings = settings
    self.otherwise = otherwise
  }
}
