import OffprintKit
import OffprintModel
import OffprintXML

/// What the item of an article and the package of an issue have in common.
struct NewsMLDocument {
  let index: IssueIndex
  let settings: NewsMLSettings
  let created: String
  /// What every item says in the same words, on one line each.
  let title: String?
  let newspaper: String?
  let software: String?
  let recognised: String?
  private let provider: String?

  init(_ issue: Issue, _ settings: NewsMLSettings) {
    index = IssueIndex(issue)
    self.settings = settings
    created = OutputTime.created(settings.created, for: issue)
    title = Self.flat(issue.publication.title)
    newspaper = Self.flat(issue.publication.publisher ?? issue.publication.title)
    software = Self.flat(issue.ocrSoftware)
    recognised = issue.sourceCreated.flatMap(OutputTime.normalised)
    provider = Self.flat(settings.provider)
  }

  var issue: Issue { index.issue }
  var isCompat: Bool { settings.profile == .compat }

  /// Items are made of articles, advertisements and notices, but not of what belongs to the page.
  static func isItem(_ article: Article) -> Bool { !article.type.isOfPage }

  func tag(_ path: String) -> String { "tag:\(settings.authority):\(path)" }
  func guid(of article: Article) -> String { tag("\(issue.id)/\(article.id)") }

  static let namespace = "http://iptc.org/std/nar/2006-10-01/"

  func catalogues(_ xml: XMLWriter) {
    xml.element("catalogRef", ["href": NewsMLSchemes.catalogue])
    xml.element("catalog") {
      for scheme in NewsMLSchemes.own {
        xml.element("scheme", ["alias": scheme.alias, "uri": settings.scheme + scheme.path]) {
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
    if let issn = issue.publication.issn, Self.isISSN(issn) { return "urn:ISSN:\(issn)" }
    if let id = issue.publication.identifier ?? issue.publication.title { return tag("title/\(Issue.identifier(id))") }
    return tag("issue/\(issue.id)")
  }

  private static func isISSN(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 9, bytes[4] == UInt8(ascii: "-") else { return false }
    return bytes.enumerated().allSatisfy { place, byte in
      place == 4 || (0x30...0x39).contains(byte) || (place == 8 && byte | 0x20 == UInt8(ascii: "x"))
    }
  }

  func rights(_ xml: XMLWriter) {
    guard settings.rights != nil || settings.rightsUri != nil || settings.usageTerms != nil else { return }
    xml.element("rightsInfo") {
      xml.leaf("copyrightNotice", text: settings.rights)
      xml.leaf("usageTerms", text: settings.usageTerms)
      if let uri = settings.rightsUri { xml.element("link", ["rel": "irel:rightspolicy", "href": uri]) }
    }
  }

  func provider(_ xml: XMLWriter) {
    xml.element("provider", ["uri": settings.providerUri, "literal": settings.providerUri == nil ? provider : nil]) {
      xml.leaf("name", text: provider)
    }
  }

  func itemMeta(_ xml: XMLWriter, kind: StaticString, title: String) {
    xml.element("itemMeta") {
      xml.element("itemClass", ["qcode": "ninat:\(kind)"])
      provider(xml)
      xml.leaf("versionCreated", text: created)
      xml.leaf("firstCreated", text: created)
      xml.element("pubStatus", ["qcode": "stat:usable"])
      xml.leaf("generator", ["role": "oprole:text-recognition"], text: software)
      xml.leaf("generator", ["versioninfo": offprintVersion, "role": "oprole:item-writing"], text: "Offprint")
      xml.leaf("title", text: title)
      if let date = issue.date, date.day == nil {
        xml.leaf("edNote", ["xml:lang": "en"], text: "The printed date is known only as \(date.iso).")
      }
    }
  }

  /// One line, as the standard wants its normalised strings.
  static func flat(_ text: String?) -> String? {
    text.map { $0.split { $0 == " " || $0.isNewline || $0 == "\t" }.joined(separator: " ") }
  }
}
