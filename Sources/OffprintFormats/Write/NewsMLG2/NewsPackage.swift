import OffprintModel
import OffprintXML

/// One issue as a packageItem: its items in reading order, a group for each section.
struct NewsPackage {
  let document: NewsMLDocument
  let members: [Member]
  /// Guids of items of an earlier delivery whose articles are no more.
  var withdrawn: [String] = []

  /// An item of the package.
  struct Member {
    var item: NewsItem
    var version: Int
  }

  /// What the property of a package is called that names a withdrawn item.
  static let withdrawn = "oprel:withdrawn"

  var id: String { "\(document.issue.id)-package" }
  var guid: String { document.tag("\(document.issue.id)/\(id)") }

  func bytes(_ version: ItemVersion) throws -> [UInt8] {
    let issue = document.issue
    let xml = XMLWriter()
    let language = LanguageTag.usable(issue.language)
    xml.element(
      "packageItem",
      [
        "xmlns": NewsMLDocument.namespace, "standard": "NewsML-G2", "standardversion": "2.35", "conformance": "power",
        "guid": guid, "version": String(version.number), "xml:lang": language,
      ]
    ) {
      document.catalogues(xml)
      document.published(xml, pages: issue.pages.map(\.printedNumber))
      document.rights(xml)
      document.itemMeta(xml, kind: "composite", guid: guid, title: title, version) {
        for guid in withdrawn { xml.element("itemMetaExtProperty", ["rel": Self.withdrawn, "value": guid]) }
      }
      xml.element("contentMeta") {
        xml.leaf("contentCreated", text: issue.date?.iso)
        if let language { xml.element("language", ["tag": language]) }
        xml.leaf("headline", text: title)
      }
      groups(xml)
    }
    return try xml.finish()
  }

  private var title: String {
    let parts = [document.title, issue.date?.iso, NewsMLDocument.flat(issue.edition)]
    let known = parts.compactMap { $0 }.filter { !$0.isEmpty }
    return known.isEmpty ? issue.id : known.joined(separator: ", ")
  }

  private var issue: Issue { document.issue }

  private func groups(_ xml: XMLWriter) {
    var sections: [(name: String?, members: [Member])] = []
    for member in members {
      let name = member.item.article.section
      if let known = sections.firstIndex(where: { $0.name == name }) {
        sections[known].members.append(member)
      } else {
        sections.append((name, [member]))
      }
    }
    func id(_ name: String) -> String { "i-\(issue.id)-\(name)" }
    xml.element("groupSet", ["root": id("root")]) {
      xml.element("group", ["id": id("root"), "role": "oprole:issue", "mode": "pgrmod:seq"]) {
        for number in sections.indices { xml.element("groupRef", ["idref": id("section\(number + 1)")]) }
      }
      for (number, section) in sections.enumerated() {
        xml.element("group", ["id": id("section\(number + 1)"), "role": "oprole:section", "mode": "pgrmod:seq"]) {
          if !document.isCompat { xml.leaf("title", text: NewsMLDocument.flat(section.name)) }
          for member in section.members { reference(xml, to: member) }
        }
      }
    }
  }

  private func reference(_ xml: XMLWriter, to member: Member) {
    xml.element(
      "itemRef",
      [
        "residref": member.item.guid, "version": String(member.version),
        "contenttype": "application/vnd.iptc.g2.newsitem+xml",
      ]
    ) {
      xml.element("itemClass", ["qcode": "ninat:text"])
      document.provider(xml)
      xml.element("pubStatus", ["qcode": "stat:usable"])
      xml.leaf("title", text: member.item.title)
    }
  }
}
