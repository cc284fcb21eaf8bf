import OffprintDiagnostics
import OffprintModel

/// What an operator declares of the newspaper and of who hands its articles on: `publication:` of a pipeline file.
///
/// What the source says of the newspaper stands, and the declaration fills the gaps; what `overrule` names is taken
/// from the declaration all the same. Who issues the outputs, and under which terms, no source says.
public struct PublicationDeclaration: Hashable, Sendable {
  public var publication = Publication()
  /// BCP 47.
  public var language: String?
  public var edition: String?
  public var overrule: Set<PublicationField> = []
  public var issuance = Issuance()

  public init() {}

  /// Puts what is declared into an issue as it was read.
  public func complete(_ issue: inout Issue) {
    func settle(_ field: PublicationField, _ value: inout String?, _ declared: String?) {
      guard let declared, overrule.contains(field) || value?.isEmpty ?? true else { return }
      value = declared
    }
    settle(.title, &issue.publication.title, publication.title)
    settle(.issn, &issue.publication.issn, publication.issn)
    settle(.identifier, &issue.publication.identifier, publication.identifier)
    settle(.publisher, &issue.publication.publisher, publication.publisher)
    settle(.place, &issue.publication.place, publication.place)
    settle(.language, &issue.language, language)
    settle(.edition, &issue.edition, edition)
    issue.issuance = issue.issuance.overruled(by: issuance)
  }

  /// Told where the source has another ISSN than the declaration, and the declaration does not overrule it: most often
  /// the pipeline is one for another newspaper.
  public func contradiction(in issue: Issue, file: String?) -> Diagnostic? {
    guard !overrule.contains(.issn), let declared = publication.issn, let found = issue.publication.issn,
      ValueForm.isISSN(found), found.uppercased() != declared.uppercased()
    else { return nil }
    return Diagnostic(
      .publicationContradicted, "the source has the ISSN '\(found)', and 'publication' says '\(declared)'",
      at: file.map { SourcePlace(file: $0) },
      fix: "look whether the pipeline is meant for this newspaper; 'overrule: [issn]' takes the declared one",
      notes: [.init("kept", "the ISSN of the source")])
  }
}

/// How `publication:` is written in a pipeline file: its keys with their types and help, and how values become a
/// declaration.
public enum PublicationForm {
  /// A part of the declaration: the keys that stand in it directly (with the name ""), or under a key of their own.
  public struct Section: Sendable {
    public var name: String
    public var help: String
    public var settings: [SettingDescription]
    /// The key that a single value in the section's place stands for; nil for the declaration itself.
    public var short: String?
    fileprivate var take: @Sendable ([String: SettingInput], inout PublicationDeclaration) throws -> Void

    /// Puts values by name into a declaration.
    ///
    /// - Throws: `SettingFaults`.
    public func take(_ values: [String: SettingInput], into declaration: inout PublicationDeclaration) throws {
      try take(values, &declaration)
    }
  }

  public static let sections: [Section] = [
    Section(
      name: "", help: "The newspaper, and who hands its articles on.",
      settings: SettingsBinder.describe(PublicationSettings.self), short: nil,
      take: { values, declaration in
        let settings = try SettingsBinder.bind(PublicationSettings.self, values)
        guard settings.faults.isEmpty else { throw SettingFaults(all: settings.faults) }
        declaration.publication = Publication(
          title: settings.title, issn: settings.issn, identifier: settings.identifier, publisher: settings.publisher,
          place: settings.place)
        declaration.language = settings.language
        declaration.edition = settings.edition
        declaration.overrule = Set(settings.overrule)
        declaration.issuance.authority = settings.authority
        declaration.issuance.licence = settings.licence
        declaration.issuance.schemes = settings.schemes
        declaration.issuance.medium = settings.media
      }),
    Section(
      name: "provider", help: "Who issues the outputs; a single value is its name.",
      settings: SettingsBinder.describe(ProviderSettings.self), short: "name",
      take: { values, declaration in
        let settings = try SettingsBinder.bind(ProviderSettings.self, values)
        guard settings.faults.isEmpty else { throw SettingFaults(all: settings.faults) }
        declaration.issuance.provider = settings.name
        declaration.issuance.providerURI = settings.uri
      }),
    Section(
      name: "rights", help: "Under which terms; a single value is the notice.",
      settings: SettingsBinder.describe(RightsSettings.self), short: "notice",
      take: { values, declaration in
        let settings = try SettingsBinder.bind(RightsSettings.self, values)
        guard settings.faults.isEmpty else { throw SettingFaults(all: settings.faults) }
        declaration.issuance.rights = settings.notice
        declaration.issuance.usageTerms = settings.terms
        declaration.issuance.rightsURI = settings.statement
      }),
  ]
}
