import OffprintKit
import OffprintModel
import OffprintXML

/// Writes an article as NITF 3.6, in a newsItem or as a document of its own.
struct NITFDocument {
  let item: NewsItem
  var form = NITFForm.namespaced
  var version = 1

  static let namespace = "http://iptc.org/std/NITF/2006-10-18/"
  static let schema = FormatSchema.Part(
    namespace, at: "http://www.iptc.org/std/NITF/3.6/specification/nitf-3-6.xsd")

  func write(_ xml: XMLWriter) {
    xml.element(
      "nitf",
      [
        "xmlns": form == .namespaced ? Self.namespace : nil,
        "version": "-//IPTC//DTD NITF 3.6//EN",
        "change.date": "September 11, 2009", "change.time": "12:26", "baselang": item.language,
      ]
    ) {
      head(xml)
      xml.element("body") {
        bodyHead(xml)
        xml.element("body.content") {
          xml.element("block") {
            for block in item.nitf.blocks { write(xml, block) }
          }
        }
      }
    }
  }

  private func head(_ xml: XMLWriter) {
    let issuance = item.document.issuance
    let date = item.document.issue.date.map(Self.norm)
    xml.element("head") {
      xml.leaf("title", text: item.title)
      xml.element("docdata") {
        let owner = item.document.authority.split(separator: ",").first.map(String.init)
        xml.element("doc-id", ["regsrc": owner, "id-string": item.guid])
        if let date { xml.element("date.issue", ["norm": date]) }
        xml.element("du-key", ["key": item.article.id, "generation": "1", "version": String(version)])
        let limits = issuance.usageTerms ?? issuance.termsURI
        if issuance.rights != nil || limits != nil {
          xml.element(
            "doc.rights",
            ["owner": issuance.rights, "limitations": limits, "agent": issuance.provider])
        }
        let subjects = item.article.labels.filter { $0.kind == "subject" }
        if !subjects.isEmpty {
          xml.element("key-list") { for label in subjects { xml.element("keyword", ["key": label.value]) } }
        }
      }
      for page in item.pages { pubdata(xml, item.document.issue.pages[page], date) }
    }
  }

  private func pubdata(_ xml: XMLWriter, _ page: Page, _ date: String?) {
    let issue = item.document.issue
    xml.element(
      "pubdata",
      [
        "type": "print", "name": issue.publication.title, "issn": issue.publication.issn, "date.publication": date,
        "volume": issue.volume, "number": issue.number, "edition.name": issue.edition,
        "position.section": item.article.section, "position.sequence": page.printedNumber,
      ])
  }

  private func bodyHead(_ xml: XMLWriter) {
    let body = item.nitf
    guard body.main != nil || !body.bylines.isEmpty || !body.datelines.isEmpty else { return }
    xml.element("body.head") {
      if let main = body.main {
        xml.element("hedline") {
          xml.leaf("hl1", ["class": body.mainKind?.rawValue], text: main)
          for deck in body.decks { xml.leaf("hl2", ["class": deck.kind.rawValue], text: deck.text) }
        }
      }
      for text in body.bylines { xml.leaf("byline", text: text) }
      for text in body.datelines { xml.leaf("dateline", text: text) }
    }
  }

  private func write(_ xml: XMLWriter, _ block: NITFBody.Block) {
    switch block {
    case .crosshead(let text): xml.leaf("hl2", text: text)
    case .paragraph(let text, let kind, let isLede):
      xml.leaf("p", ["class": kind, "lede": isLede ? "true" : nil], text: text)
    case .table(let rows):
      xml.element("table") {
        for row in rows {
          xml.element("tr") {
            for cell in row {
              let spans: XMLWriter.Attributes = [
                "rowspan": cell.rowSpan > 1 ? String(cell.rowSpan) : nil,
                "colspan": cell.columnSpan > 1 ? String(cell.columnSpan) : nil,
              ]
              xml.leaf(cell.isHead ? "th" : "td", spans, text: cell.text.utf8)
            }
          }
        }
      }
    case .picture(let source, let name, let size, let caption):
      xml.element("media", ["media-type": "image"]) {
        xml.element(
          "media-reference",
          [
            "source": source, "name": name, "mime-type": source.map(ScanReference.mediaType),
            "height": String(size.height), "width": String(size.width), "units": "pixels",
          ])
        xml.leaf("media-caption", text: caption)
      }
    }
  }

  /// A date as NITF's `norm` has it: `18581207T000000Z`, or only the part that is known.
  static func norm(_ date: IssueDate) -> String {
    date.iso.replacing("-", with: "") + (date.day == nil ? "" : "T000000Z")
  }
}
