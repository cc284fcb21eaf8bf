import OffprintKit
import OffprintModel
import OffprintXML

/// The contentSet of an article: its scans by reference, its text as NITF.
extension NewsItem {
  func contentSet(_ xml: XMLWriter, _ version: ItemVersion) {
    let scans = pages.map { document.issue.pages[$0] }.filter { $0.image != nil }
    xml.element("contentSet", ["original": scans.first.map { id("scan\($0.number)") }]) {
      for page in scans { scan(xml, page) }
      let count = nitf.count
      xml.element(
        "inlineXML",
        [
          "id": id("text"), "contenttype": "application/nitf+xml", "contenttypestandardversion": "3.6",
          "rendition": "oprole:text", "generator": "Offprint \(offprintVersion)", "generated": version.created,
          "wordcount": String(count.words), "charcount": String(count.characters),
        ]
      ) {
        NITFDocument(item: self, version: version.number).write(xml)
      }
    }
  }

  private func scan(_ xml: XMLWriter, _ page: Page) {
    guard let image = page.image else { return }
    let size = page.unit != .character && page.size.isKnown ? page.size : nil
    let unit = size == nil ? nil : "dimensionunit:pixels"
    xml.element(
      "remoteContent",
      [
        "id": id("scan\(page.number)"), "rendition": "oprole:scan", "href": ScanReference.uri(image),
        "contenttype": ScanReference.mediaType(image), "width": size.map { String($0.width) }, "widthunit": unit,
        "height": size.map { String($0.height) }, "heightunit": unit,
      ])
  }
}
