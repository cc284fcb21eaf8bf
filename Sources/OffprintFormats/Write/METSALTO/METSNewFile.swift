import OffprintModel
import OffprintXML

/// A METS file of our own, for pages that came without one.
struct METSNewFile {
  let content: METSContent
  /// By page: the ID and the path of its ALTO file, and the ID of its scan if it is known.
  let files: [(id: String, href: String)]
  let images: [Int: String]
  let issueID: String
  /// CREATEDATE and LASTMODDATE; nil if nothing is known.
  let created: String?

  private var issue: Issue { content.issue }

  func bytes() throws -> [UInt8] {
    let xml = XMLWriter()
    xml.element(
      "mets:mets",
      [
        "xmlns:mets": "http://www.loc.gov/METS/", "xmlns:mods": METSDescriptions.namespace,
        "xmlns:xlink": "http://www.w3.org/1999/xlink", "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": """
        http://www.loc.gov/METS/ http://www.loc.gov/standards/mets/mets.xsd \
        http://www.loc.gov/mods/v3 http://www.loc.gov/standards/mods/v3/mods-3-7.xsd
        """,
        "OBJID": issue.id, "LABEL": content.label, "TYPE": "Newspaper",
      ]
    ) {
      xml.element("mets:metsHdr", ["CREATEDATE": created, "LASTMODDATE": created]) {
        content.writeAgent(xml, role: "CREATOR")
      }
      METSDescriptions(issue: issue, names: content.names, declaresMODS: false).write(xml, issue: issueID)
      content.writeDescriptions(xml, declaresMODS: false)
      if !files.isEmpty { xml.element("mets:fileSec") { groups(xml) } }
      physical(xml)
      content.writeMaps(xml)
      if content.hasLinks { xml.element("mets:structLink") { content.writeLinks(xml) } }
    }
    return try xml.finish()
  }

  private func groups(_ xml: XMLWriter) {
    if !images.isEmpty {
      xml.element("mets:fileGrp", ["ID": "IMGGRP", "USE": "Images"]) {
        for (page, id) in images.sorted(by: { $0.key < $1.key }) {
          guard let image = issue.pages[page].image else { continue }
          let type = ScanReference.mediaType(image)
          file(xml, id, type, ScanReference.uri(image), page)
        }
      }
    }
    xml.element("mets:fileGrp", ["ID": "ALTOGRP", "USE": "Text"]) {
      var written: Set<String> = []
      for (page, own) in files.enumerated() where written.insert(own.id).inserted {
        file(xml, own.id, "text/xml", ScanReference.reference(toFile: own.href), page)
      }
    }
  }

  private func file(_ xml: XMLWriter, _ id: String, _ type: String, _ href: String, _ page: Int) {
    xml.element("mets:file", ["ID": id, "MIMETYPE": type, "SEQ": String(page + 1), "GROUPID": "PAGE\(page + 1)"]) {
      xml.element("mets:FLocat", ["LOCTYPE": "URL", "xlink:type": "simple", "xlink:href": href])
    }
  }

  private func physical(_ xml: XMLWriter) {
    xml.element("mets:structMap", ["TYPE": "PHYSICAL", "LABEL": "Physical Structure"]) {
      xml.element("mets:div", ["TYPE": "Newspaper", "LABEL": content.label, "DMDID": issueID]) {
        for (place, page) in issue.pages.enumerated() {
          xml.element(
            "mets:div", ["TYPE": "PAGE", "ORDER": String(place + 1), "ORDERLABEL": page.printedNumber]
          ) {
            if let image = images[place] { xml.element("mets:fptr", ["FILEID": image]) }
            xml.element("mets:fptr", ["FILEID": files[place].id])
          }
        }
      }
    }
  }
}
