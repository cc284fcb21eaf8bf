import OffprintKit
import OffprintModel
import OffprintXML

/// What the item of an article and the package of an issue have in common.
struct NewsMLDocument {
  let index: IssueIndex
  let settings: NewsMLSettings
  /// What the pipeline declares, where the writer's settings do not say otherwise.
  let issuance: Issuance
  let created: String
  /// What every item says in the same words, on one line each.
  let title: String?
  let newspaper: String?
  let software: String?
  let provider: String

  /// What the items say where nobody states it.
  static let unstated = (provider: "Provider not stated", authority: "example.org,2026")
  private static let schemes = "https://example.org/offprint/"

  init(_ issue: Issue, _ settings: NewsMLSettings) {
    index = IssueIndex(issue)
    self.settings = settings
    issuance = issue.issuance.overruled(by: settings.issuance)
    created = OutputTime.created(settings.created, for: issue)
    title = Self.flat(issue.publication.title)
    newspaper = Self.flat(issue.publication.publisher ?? issue.publication.title)
    software = Self.flat(issue.ocrSoftware)
    provider = Self.flat(issuance.provider) ?? Self.unstated.provider
  }

  var issue: Issue { index.issue }
  var isCompat: Bool { settings.profile == .compat }

  /// Items are made of articles, advertisements and notices, but not of what belongs to the page.
  static func isItem(_ article: Article) -> Bool { !article.type.isOfPage }

  var authority: String { issuance.authority ?? Self.unstated.authority }
  var medium: ScannedMedium { issuance.medium ?? .print }

  func tag(_ path: String) -> String { "tag:\(authority):\(path)" }
  func guid(of article: Article) -> String { tag("\(issue.id)/\(article.id)") }

  static let namespace = "http://iptc.org/std/nar/2006-10-01/"
  static let schema = FormatSchema.Part(
    namespace, at: "http://www.iptc.org/std/NewsML-G2/2.35/specification/NewsML-G2_2.35-spec-All-Power.xsd")

  func catalogues(_ xml: XMLWriter) {
    xml.element("catalogRef", ["href": NewsMLSchemes.catalogue])
    xml.element("catalog") {
      for scheme in NewsMLSchemes.own {
        xml.element("scheme", ["alias": scheme.alias, "uri": (issuance.schemes ?? Self.schemes) + scheme.path]) {
          xml.leaf("definition", ["xml:lang": "en"], text: scheme.definition)
        }
      }
    }
  }

  /// Where the printed newspaper stood: the title by its ISSN or by an id, and what is printed on the issue.
  func published(_ xml: XMLWriter, pages: [String]) {
    let publication = issue.publication
    xml.element("pubHistory") {
      xml.element("published", ["uri": publicationURI]) {
        xml.leaf("timestamp", text: issue.date?.iso)
        xml.leaf("name", text: title)
        for (code, value) in [
          ("issue", issue.id), ("volume", issue.volume), ("number", issue.number), ("edition", issue.edition),
          ("publisher", publication.publisher), ("place", publication.place),
        ] {
          guard let value, !value.isEmpty else { continue }
          xml.element("publishedExtProperty", ["rel": "oprel:\(code)", "value": value])
        }
        for page in pages { xml.element("publishedExtProperty", ["rel": "oprel:page", "value": page]) }
      }
    }
  }

  private var publicationURI: String {
    if let issn = issue.publication.issn, ValueForm.isISSN(issn) { return "urn:ISSN:\(issn)" }
    if let id = issue.publication.identifier ?? issue.publication.title { return tag("title/\(Issue.identifier(id))") }
    return tag("issue/\(issue.id)")
  }

  func rights(_ xml: XMLWriter) {
    let links = [issuance.rightsURI, issuance.licence].compactMap(\.self)
    guard issuance.rights != nil || issuance.usageTerms != nil || !links.isEmpty else { return }
    xml.element("rightsInfo") {
      xml.leaf("copyrightNotice", text: Self.flat(issuance.rights))
      xml.leaf("usageTerms", text: Self.flat(issuance.usageTerms))
      for uri in links { xml.element("link", ["rel": "irel:rightspolicy", "href": uri]) }
    }
  }

  func provider(_ xml: XMLWriter) {
    let uri = issuance.providerURI
    xml.element("provider", ["uri": uri, "literal": uri == nil ? provider : nil]) {
      xml.leaf("name", text: provider)
    }
  }

  func itemMeta(
    _ xml: XMLWriter, kind: StaticString, guid: String, title: String, _ version: ItemVersion,
    more: () -> Void = {}
  ) {
    xml.element("itemMeta") {
      xml.element("itemClass", ["qcode": "ninat:\(kind)"])
      provider(xml)
      xml.leaf("versionCreated", text: version.created)
      xml.leaf("firstCreated", text: version.first)
      xml.element("pubStatus", ["qcode": "stat:\(version.status)"])
      xml.leaf("generator", ["role": "oprole:text-recognition"], text: software)
      xml.leaf("generator", ["versioninfo": offprintVersion, "role": "oprole:item-writing"], text: "Offprint")
      xml.leaf("title", text: title)
      if let date = issue.date, date.day == nil {
        xml.leaf("edNote", ["xml:lang": "en"], text: "The printed date is known only as \(date.iso).")
      }
      version.writeNote(xml)
      version.writeSignal(xml)
      version.writeLink(xml, guid: guid)
      more()
    }
  }

  /// One line, as the standard wants its normalised strings.
  static func flat(_ text: String?) -> String? {
    text.map { $0.split { $0 == " " || $0.isNewline || $0 == "\t" }.joined(separator: " ") }
  }
}
