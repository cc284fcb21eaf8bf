import OffprintDiagnostics
import OffprintKit
import OffprintModel

/// Which readers the items are for.
public enum NewsMLProfile: String, SettingChoice {
  /// All that the standard has a place for.
  case iptc
  /// Without what readers in use stop at: the hop history, and titles of package groups.
  case compat
}

extension NewsMLUnit: SettingChoice {}

extension ScannedMedium {
  /// The code of the IPTC digital source type.
  var code: String {
    switch self {
    case .print: "print"
    case .negativeFilm: "negativeFilm"
    case .positiveFilm: "positiveFilm"
    }
  }
}

/// Settings of the `newsml-g2` writer.
public struct NewsMLSettings: StageSettings {
  @Setting("What a file holds: one item, or a newsMessage with all items of the issue.")
  public var unit = NewsMLUnit.item
  @Setting("Who issues the items: the library or digitiser, not the newspaper.")
  public var provider: String? = nil
  @Setting("A URI that names the provider.")
  public var providerUri: String? = nil
  @Setting("A domain of yours and a year in which you held it; item ids begin with them (RFC 4151).")
  public var authority: String? = nil
  @Setting("The copyright notice.")
  public var rights: String? = nil
  @Setting("The URI of a rights statement, such as one of rightsstatements.org.")
  public var rightsUri: String? = nil
  @Setting("What users may do with the items.")
  public var usageTerms: String? = nil
  @Setting("When the items count as made, an ISO 8601 date-time; else what the source says of itself.")
  public var created: String? = nil
  @Setting("Which readers the items are for.")
  public var profile = NewsMLProfile.iptc
  @Setting("Where the codes of Offprint's own vocabularies are looked up; they are declared in each item.")
  public var scheme: String? = nil
  @Setting("What the scans were made from.")
  public var scannedFrom: ScannedMedium? = nil
  @Setting("Whether each item is read back and checked before it is handed on.")
  public var selfCheck = true

  public init() {}

  /// - Throws: `OP403` for a value of the wrong form.
  func demandSound() throws {
    var faults: [Diagnostic] = []
    if let authority, !ValueForm.isAuthority(authority) { faults.append(.badAuthority(authority)) }
    for (name, uri) in [("provider_uri", providerUri), ("rights_uri", rightsUri), ("scheme", scheme)] {
      if let uri, !ValueForm.isURI(uri) { faults.append(.badURI(name, uri)) }
    }
    if let fault = OutputTime.fault(in: created) { faults.append(fault) }
    if !faults.isEmpty { throw Diagnostics(faults) }
  }

  /// What the settings state, for what they overrule.
  var issuance: Issuance {
    var issuance = Issuance()
    issuance.provider = provider
    issuance.providerURI = providerUri
    issuance.authority = authority
    issuance.rights = rights
    issuance.rightsURI = rightsUri
    issuance.usageTerms = usageTerms
    issuance.schemes = scheme
    issuance.medium = scannedFrom
    return issuance
  }
}

extension Diagnostic {
  fileprivate static func badAuthority(_ text: String) -> Diagnostic {
    Diagnostic(
      .writerSetting, "'authority' is a domain and a year, such as example.org,2026, and '\(text)' is not",
      notes: [.init("why", "the year is one in which you held the domain, never the newspaper's")])
  }

  fileprivate static func badURI(_ name: String, _ text: String) -> Diagnostic {
    Diagnostic(.writerSetting, "'\(name)' is an absolute URI without spaces, and '\(text)' is not")
  }
}
