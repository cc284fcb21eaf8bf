import OffprintKit
import OffprintModel
import OffprintXML

/// contentMeta and partMeta of an article: what it is, what it says of itself, where it stands.
extension NewsItem {
  func contentMeta(_ xml: XMLWriter, replaced: Int) {
    let issue = document.issue
    xml.element("contentMeta") {
      xml.leaf("contentCreated", text: issue.date?.iso)
      if pages.contains(where: { issue.pages[$0].unit != .character }) {
        xml.element("digitalSourceType", ["qcode": "digsrctype:\(document.medium.code)"])
      }
      if let name = document.title, !name.isEmpty {
        xml.element("infoSource", ["literal": name]) { xml.leaf("name", text: name) }
      }
      if let language { xml.element("language", ["tag": language]) }
      xml.element("genre", ["qcode": "optype:\(article.type.rawValue)", "how": how])
      if article.type == .advertisement {
        xml.element("genre", ["qcode": "genre:Advertiser_Supplied", "how": how])
      }
      labels(xml)
      headlines(xml)
      for part in text.parts where part.role == .dateline {
        xml.leaf("dateline", ["how": how], text: part.text.utf8)
      }
      for part in text.parts where part.role == .byline { xml.leaf("by", ["how": how], text: part.text.utf8) }
      properties(xml, replaced: replaced)
    }
  }

  private func labels(_ xml: XMLWriter) {
    for label in article.labels {
      let confidence = label.confidence.map(Decimals.hundred)
      let value = NewsMLDocument.flat(label.value) ?? ""
      switch label.kind {
      case "genre":
        xml.element(
          "genre", ["qcode": NewsMLGenres.qcode(value), "how": "howextr:tool", "confidence": confidence])
      case "subject", "place":
        let code = value.hasPrefix("medtop:") && !value.contains(" ") ? value : nil
        xml.element(
          "subject",
          [
            "qcode": code, "literal": code == nil ? value : nil, "how": "howextr:tool", "confidence": confidence,
          ]
        ) {
          if code == nil { xml.leaf("name", text: value) }
        }
      default: break
      }
    }
  }

  /// The main headline has rank 1; the others follow as they stand.
  private func headlines(_ xml: XMLWriter) {
    let heads = text.parts.filter { [.headline, .overline, .subheadline].contains($0.role) }
    guard let main = heads.first(where: { $0.role == .headline }) ?? heads.first else { return }
    let ordered = [main] + heads.filter { $0.component != main.component }
    for (rank, part) in ordered.enumerated() {
      xml.leaf(
        "headline",
        [
          "rank": String(rank + 1), "role": NewsMLSchemes.code("oprole", part.role.rawValue), "how": how,
          "confidence": part.confidence.map(Decimals.hundred),
        ], text: part.text.utf8)
    }
  }

  private func properties(_ xml: XMLWriter, replaced: Int) {
    func property(_ code: String, _ value: String?, type: String? = nil) {
      guard let value, !value.isEmpty else { return }
      xml.element(
        "contentMetaExtProperty",
        ["rel": NewsMLSchemes.code("oprel", code), "value": value, "valuedatatype": type])
    }
    if let mean = confidence.mean {
      property("ocr-confidence", Decimals.share(mean), type: "xs:decimal")
      property("ocr-confidence-coverage", Decimals.share(confidence.coverage), type: "xs:decimal")
    }
    property("section", article.section)
    if case .publisher(let id) = article.origin { property("publisher-article-id", id) }
    for label in article.labels where !["genre", "subject", "place"].contains(label.kind) {
      property("label-\(label.kind)", label.value)
    }
    for flag in document.index.flags(of: place, replaced: replaced) {
      property(
        "\(flag.scope == .article ? "" : flag.scope.rawValue + "-")flag-\(flag.code)", String(flag.count),
        type: "xs:integer")
    }
  }

  /// One for each printed part, in reading order. Pixels are those of the scan that `contentrefs` names.
  func partMeta(_ xml: XMLWriter) {
    for (number, part) in parts.enumerated() {
      let page = document.issue.pages[part.page]
      xml.element(
        "partMeta",
        [
          "partid": id("part\(number + 1)"), "seq": String(number + 1),
          "contentrefs": page.image == nil ? nil : id("scan\(page.number)"),
        ]
      ) {
        if page.unit != .character, part.box.isKnown {
          xml.element(
            "regionDelim",
            [
              "x": String(part.box.left), "y": String(part.box.top), "width": String(part.box.width),
              "height": String(part.box.height),
            ])
        }
        partProperties(xml, part, page)
      }
    }
  }

  private func partProperties(_ xml: XMLWriter, _ part: PrintedPart, _ page: Page) {
    func property(_ code: String, _ value: String, type: String? = nil) {
      xml.element("partMetaExtProperty", ["rel": code, "value": value, "valuedatatype": type])
    }
    property("oprel:page", page.printedNumber)
    property("oprel:page-sequence", String(page.number), type: "xs:integer")
    property("oprel:page-file", page.file)
    if let column = part.column { property("oprel:column", String(column + 1), type: "xs:integer") }
    property("oprel:lines", names(of: part.lines))
  }

  /// The names of lines with a space between them, and so none within them.
  private func names(of lines: [LineRef]) -> String {
    var list: [UInt8] = []
    var name: [UInt8] = []
    for line in lines {
      name.removeAll(keepingCapacity: true)
      document.issue.appendLineName(line, to: &name)
      if !list.isEmpty { list.append(0x20) }
      for byte in name {
        switch byte {
        case 0x20: list.append(contentsOf: "%20".utf8)
        case UInt8(ascii: "%"): list.append(contentsOf: "%25".utf8)
        default: list.append(byte)
        }
      }
    }
    return String(decoding: list, as: UTF8.self)
  }
}
