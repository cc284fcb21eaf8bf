import OffprintModel
import OffprintXML

/// Some articles of an issue as one TEI file.
struct TEIDocument {
  let index: IssueIndex
  /// Places in the issue's articles.
  let articles: [Int]
  let settings: TEIWriter.Settings

  func bytes() throws -> [UInt8] {
    let texts = articles.map { ArticleText(of: index.issue.articles[$0], in: index.issue) }
    let xml = XMLWriter()
    xml.element("TEI", ["xmlns": "http://www.tei-c.org/ns/1.0"]) {
      TEIHeader(index: index, articles: articles, texts: texts, settings: settings).write(xml)
      facsimile(xml)
      xml.element("text") {
        xml.element("body") {
          let lines = TEILines(xml: xml, index: index, lineEnds: settings.lineEnds)
          for place in articles { TEIDivision(index: index, place: place, lines: lines).write(xml) }
        }
      }
    }
    return try xml.finish()
  }

  private func facsimile(_ xml: XMLWriter) {
    let issue = index.issue
    var lines: [Int: [Int]] = [:]
    for ref in articles.flatMap({ issue.articles[$0].lines }) { lines[ref.page, default: []].append(ref.line) }
    guard !lines.isEmpty else { return }
    xml.element("facsimile") {
      for (number, own) in lines.sorted(by: { $0.key < $1.key }) {
        let page = issue.pages[number]
        let size = page.unit == .character ? Box.unknown : page.size
        xml.element("surface", TEIPlace.attributes(id: TEIPlace.id(ofPage: number), size)) {
          if let image = page.image {
            xml.element(
              "graphic", ["url": ScanReference.uri(image), "mimeType": ScanReference.mediaType(image)])
          }
          guard page.unit != .character else { return }
          for line in Set(own).sorted() where page.lines[line].box.isKnown {
            let id = TEIPlace.id(of: LineRef(page: number, line: line))
            xml.element("zone", TEIPlace.attributes(id: id, page.lines[line].box))
          }
        }
      }
    }
  }
}

/// The ids of pages and lines in a file, and their places on the scan.
enum TEIPlace {
  static func id(ofPage page: Int) -> String { "p\(page + 1)" }
  static func id(of ref: LineRef) -> String { "p\(ref.page + 1)-l\(ref.line)" }

  /// An id of ours as XML takes it: those that begin with a digit or a mark get `_` in front.
  static func xmlID(_ id: String) -> String {
    let first = id.utf8.first ?? UInt8(ascii: "-")
    return (0x61...0x7A).contains(first | 0x20) ? id : "_" + id
  }

  static func attributes(id: String, _ box: Box) -> XMLWriter.Attributes {
    [
      "xml:id": id, "ulx": box.isKnown ? String(box.left) : nil, "uly": box.isKnown ? String(box.top) : nil,
      "lrx": box.isKnown ? String(box.right) : nil, "lry": box.isKnown ? String(box.bottom) : nil,
    ]
  }
}
