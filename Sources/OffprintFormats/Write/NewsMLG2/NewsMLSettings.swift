import OffprintDiagnostics
import OffprintKit

/// Which readers the items are for.
public enum NewsMLProfile: String, SettingChoice {
  /// All that the standard has a place for.
  case iptc
  /// Without what readers in use stop at: the hop history, and titles of package groups.
  case compat
}

/// What the scans were made from (IPTC digital source type).
public enum ScannedFrom: String, SettingChoice {
  case print
  case negativeFilm = "negative-film"
  case positiveFilm = "positive-film"

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
  @Setting("Who issues the items: the library or digitiser, not the newspaper.")
  public var provider = "Provider not stated"
  @Setting("A URI that names the provider.")
  public var providerUri: String? = nil
  @Setting("A domain of yours and a year in which you held it; item ids begin with them (RFC 4151). Set your own.")
  public var authority = "example.org,2026"
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
  public var scheme = "https://example.org/offprint/"
  @Setting("What the scans were made from.")
  public var scannedFrom = ScannedFrom.print
  @Setting("Whether each item is read back and checked before it is handed on.")
  public var selfCheck = true

  public init() {}

  /// - Throws: `OP403` for a value of the wrong form.
  func demandSound() throws {
    var faults: [Diagnostic] = []
    if !Self.isAuthority(authority) { faults.append(.badAuthority(authority)) }
    for (name, uri) in [("provider_uri", providerUri), ("rights_uri", rightsUri), ("scheme", Optional(scheme))] {
      if let uri, !Self.isURI(uri) { faults.append(.badURI(name, uri)) }
    }
    if let fault = OutputTime.fault(in: created) { faults.append(fault) }
    if !faults.isEmpty { throw Diagnostics(faults) }
  }

  /// A DNS name or an address, a comma, and a date (RFC 4151, 2.1).
  static func isAuthority(_ text: String) -> Bool {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return false }
    let date = parts[1].utf8
    let isName = parts[0].utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || [0x2D, 0x2E, 0x40, 0x5F].contains(byte)
    }
    let isDate = date.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D }
    return isName && isDate && [4, 7, 10].contains(date.count)
  }

  private static func isURI(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), colon != text.startIndex else { return false }
    return text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && ![0x22, 0x3C, 0x3E, 0x5C, 0x7B, 0x7D].contains($0) }
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
