/// Who hands on what is made of an issue, and under which terms: what no source says and every format has a place for.
/// It comes from the pipeline's `publication:`.
public struct Issuance: Hashable, Sendable {
  /// The library or digitiser, as readers of the outputs should see it; not the newspaper.
  public var provider: String?
  /// A URI that names the provider.
  public var providerURI: String?
  /// A domain of the provider and a date on which it held the domain, such as `example.org,2026` (RFC 4151): what ids
  /// begin with.
  public var authority: String?
  /// The copyright notice.
  public var rights: String?
  /// What users may do.
  public var usageTerms: String?
  /// The URI of a rights statement, such as one of rightsstatements.org.
  public var rightsURI: String?
  /// The URI of a licence.
  public var licence: String?
  /// The URI that those of Offprint's own vocabularies begin with.
  public var schemes: String?
  /// What the scans were made from.
  public var medium: ScannedMedium?

  public init() {}

  /// The URI of the terms: the licence, or else the rights statement.
  public var termsURI: String? { licence ?? rightsURI }

  /// The same, where `other` says something as `other` has it.
  public func overruled(by other: Issuance) -> Issuance {
    var all = self
    all.provider = other.provider ?? provider
    // A URI names the provider that it was given with.
    all.providerURI = other.providerURI ?? (other.provider == nil ? providerURI : nil)
    all.authority = other.authority ?? authority
    all.rights = other.rights ?? rights
    all.usageTerms = other.usageTerms ?? usageTerms
    all.rightsURI = other.rightsURI ?? rightsURI
    all.licence = other.licence ?? licence
    all.schemes = other.schemes ?? schemes
    all.medium = other.medium ?? medium
    return all
  }
}

/// What scans were made from, in the three words that IPTC's digital source types have for it.
public enum ScannedMedium: String, Hashable, Sendable, CaseIterable {
  case print
  case negativeFilm = "negative-film"
  case positiveFilm = "positive-film"
}
