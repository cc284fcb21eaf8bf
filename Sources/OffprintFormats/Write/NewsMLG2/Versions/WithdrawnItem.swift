import OffprintXML

/// An item whose article is no more: all that is left of it is that it is withdrawn.
struct WithdrawnItem {
  let document: NewsMLDocument
  let guid: String
  let title: String

  func bytes(_ version: ItemVersion) throws -> [UInt8] {
    let xml = XMLWriter()
    xml.element(
      "newsItem",
      [
        "xmlns": NewsMLDocument.namespace, "standard": "NewsML-G2", "standardversion": "2.35", "conformance": "power",
        "guid": guid, "version": String(version.number),
      ]
    ) {
      document.catalogues(xml)
      document.itemMeta(xml, kind: "text", guid: guid, title: title, version)
    }
    return try xml.finish()
  }
}
