import OffprintKit
import OffprintModel
import OffprintXML

/// One article as a newsItem.
struct NewsItem {
  let document: NewsMLDocument
  let place: Int
  let article: Article
  let text: ArticleText
  let parts: [PrintedPart]
  /// Indices of the pages it stands on, in order.
  let pages: [Int]
  let nitf: NITFBody
  let language: String?
  let confidence: RecognitionConfidence
  let guid: String
  let title: String

  init(_ document: NewsMLDocument, article place: Int) {
    self.document = document
    self.place = place
    article = document.issue.articles[place]
    text = ArticleText(of: article, in: document.issue)
    parts = PrintedPart.parts(of: article, in: document.index)
    pages = parts.reduce(into: []) { pages, part in
      if !pages.contains(part.page) { pages.append(part.page) }
    }
    nitf = NITFBody(article, text, in: document.issue)
    language = LanguageTag.usable(document.issue.language(of: article))
    confidence = RecognitionConfidence(of: article, in: document.issue)
    guid = document.guid(of: article)
    let title = text.title
    self.title = title.isEmpty ? article.id : title
  }

  /// `how` of what a program of ours found; nothing is claimed of what the publisher marked.
  var how: String? { article.origin == .found ? "howextr:tool" : nil }

  /// An id that stays unique when many items are put into one newsMessage.
  func id(_ name: String) -> String { "i-\(article.id)-\(name)" }

  /// The document. Where a text of the metadata had characters to replace, it is written a second time, so that it
  /// can state their number.
  func bytes(_ version: ItemVersion) throws -> [UInt8] {
    let first = XMLWriter()
    write(first, version, replaced: text.replaced)
    guard first.replaced > 0 else { return try first.finish() }
    let second = XMLWriter()
    write(second, version, replaced: text.replaced + first.replaced)
    return try second.finish()
  }

  private func write(_ xml: XMLWriter, _ version: ItemVersion, replaced: Int) {
    xml.element(
      "newsItem",
      [
        "xmlns": NewsMLDocument.namespace, "xmlns:xs": "http://www.w3.org/2001/XMLSchema", "standard": "NewsML-G2",
        "standardversion": "2.35", "conformance": "power", "guid": guid, "version": String(version.number),
        "xml:lang": language,
      ]
    ) {
      document.catalogues(xml)
      if !document.isCompat { hops(xml) }
      document.published(xml, pages: pages.map { document.issue.pages[$0].printedNumber })
      document.rights(xml)
      document.itemMeta(xml, kind: "text", guid: guid, title: title, version)
      contentMeta(xml, replaced: replaced)
      partMeta(xml)
      contentSet(xml, version)
    }
  }

  /// Printed, scanned, recognised, separated: as far as the source shows.
  private func hops(_ xml: XMLWriter) {
    let issue = document.issue
    let isScanned = pages.contains { issue.pages[$0].unit != .character }
    let day = issue.date.flatMap { $0.day == nil ? nil : $0.iso }
    var hops: [(action: String, party: String?, time: String?)] = [("printed", document.newspaper, day)]
    if isScanned { hops.append(("scanned", nil, nil)) }
    if isScanned || issue.ocrSoftware != nil {
      // No source tells when that was apart from when its file was made.
      hops.append(("recognised", document.software, nil))
    }
    hops.append(("separated", article.origin == .found ? "Offprint \(offprintVersion)" : nil, nil))
    xml.element("hopHistory") {
      for (number, hop) in hops.enumerated() {
        xml.element("hop", ["seq": String(number + 1)]) {
          if let party = hop.party, !party.isEmpty { xml.element("party", ["literal": party]) }
          xml.element("action", ["qcode": "opact:\(hop.action)", "timestamp": hop.time])
        }
      }
    }
  }
}
