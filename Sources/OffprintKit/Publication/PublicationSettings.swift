import OffprintModel

extension ScannedMedium: SettingChoice {}

/// What the source of an issue may say too, and `overrule:` may name.
public enum PublicationField: String, SettingChoice {
  case title, issn, identifier, publisher, place, language, edition
}

/// The values of `publication:` that stand in it directly.
struct PublicationSettings: StageSettings {
  @Setting("The newspaper's title.")
  var title: String? = nil
  @Setting("The newspaper's ISSN.")
  var issn: String? = nil
  @Setting("The library's own id for the title.")
  var identifier: String? = nil
  @Setting("Who published the newspaper.")
  var publisher: String? = nil
  @Setting("Where the newspaper appeared.")
  var place: String? = nil
  @Setting("BCP 47; the language of all that does not say for itself.")
  var language: String? = nil
  @Setting("The edition, such as Morgenblatt.")
  var edition: String? = nil
  @Setting("What is taken from here even where the source says otherwise.")
  var overrule: [PublicationField] = []
  @Setting("A domain of yours and a year in which you held it; ids of items begin with them (RFC 4151).")
  var authority: String? = nil
  @Setting("The URI of the licence under which you hand the outputs on.")
  var licence: String? = nil
  @Setting("The URI that those of Offprint's own vocabularies begin with, where you can have them looked up.")
  var schemes: String? = nil
  @Setting("What the scans were made from.")
  var media: ScannedMedium? = nil

  /// Values that have the type but not the form.
  var faults: [SettingFaults.Fault] {
    var faults: [SettingFaults.Fault] = []
    func demand(_ name: String, _ value: String?, _ rule: String, fix: String? = nil, _ isGood: (String) -> Bool) {
      guard let value, !isGood(value) else { return }
      faults.append(.init(setting: name, fault: SettingFault(rule: rule, fix: fix)))
    }
    demand("issn", issn, "is an ISSN such as 0317-8471", ValueForm.isISSN)
    if let issn, ValueForm.isISSN(issn) {
      let right = ValueForm.issnCheck(issn)
      demand("issn", issn, "is an ISSN with its check digit", fix: "did you mean '\(right)'?") {
        $0.uppercased() == right
      }
    }
    demand("language", language, "is a language tag such as de or zh-Hans (BCP 47)", ValueForm.isLanguageTag)
    demand(
      "authority", authority, "is a domain and a year in which you held it, such as example.org,2026",
      ValueForm.isAuthority)
    demand("licence", licence, "is an absolute URI without spaces", ValueForm.isURI)
    demand("schemes", schemes, "is an absolute URI without spaces", ValueForm.isURI)
    return faults
  }
}

/// `provider:` of a publication.
struct ProviderSettings: StageSettings {
  @Setting("Who issues the outputs, as their readers should see it: the library or digitiser, not the newspaper.")
  var name: String? = nil
  @Setting("A URI that names the provider.")
  var uri: String? = nil

  var faults: [SettingFaults.Fault] {
    guard let uri, !ValueForm.isURI(uri) else { return [] }
    return [.init(setting: "uri", fault: SettingFault(rule: "is an absolute URI without spaces"))]
  }
}

/// `rights:` of a publication.
struct RightsSettings: StageSettings {
  @Setting("The copyright notice.")
  var notice: String? = nil
  @Setting("What users may do.")
  var terms: String? = nil
  @Setting("The URI of a rights statement, such as http://rightsstatements.org/vocab/NoC-OKLR/1.0/.")
  var statement: String? = nil

  var faults: [SettingFaults.Fault] {
    guard let statement, !ValueForm.isURI(statement) else { return [] }
    return [.init(setting: "statement", fault: SettingFault(rule: "is an absolute URI without spaces"))]
  }
}
