import OffprintModel
import OffprintXML

/// The structure as the British Library has it: articles without pointers, the areas of each page in a physical
/// structure, and a group of links from each article to its areas.
struct METSPageAreas {
  let issue: Issue
  let ids: METSNames
  let map: String
  let label: String
  let descriptions: [String: String]
  /// Ids of the scans' files by page, where the METS file names them beside the ALTO files.
  let images: [Int: String]
  private let units: [METSUnits.Unit]
  /// By page, each area with the division it has.
  private var areas: [Int: [(id: String, area: METSPointers.Area)]] = [:]
  /// By article, the areas in reading order: their ids, pages and numbers on the page.
  private var links: [Int: [(id: String, label: String)]] = [:]

  init(
    issue: Issue, units: METSUnits, ids: METSNames, label: String, descriptions: [String: String],
    images: [Int: String], _ identifiers: inout METSIdentifiers
  ) {
    self.issue = issue
    self.ids = ids
    self.label = label
    self.descriptions = descriptions
    self.images = images
    self.units = units.all
    map = identifiers.fresh("AREAS")
    for unit in self.units {
      for area in unit.areas {
        let id = identifiers.fresh("PA_\(area.page + 1)_\((areas[area.page]?.count ?? 0) + 1)")
        areas[area.page, default: []].append((id, area))
        let name = "page\(area.page + 1)-area\(areas[area.page]?.count ?? 0)"
        links[unit.article, default: []].append((id, name))
      }
    }
    for (_, area) in units.leftovers {
      let id = identifiers.fresh("PA_\(area.page + 1)_\((areas[area.page]?.count ?? 0) + 1)")
      areas[area.page, default: []].append((id, area))
    }
  }

  func writeMaps(_ xml: XMLWriter) {
    xml.element("mets:structMap", ["ID": ids.map, "TYPE": "LOGICAL", "LABEL": "Logical Structure"]) {
      xml.element("mets:div", ["TYPE": "ISSUE", "LABEL": label, "DMDID": descriptions["ISSUE"]]) {
        for (place, unit) in units.enumerated() {
          let type = METSStructure.type(of: issue.articles[unit.article])
          xml.element(
            "mets:div",
            [
              "ID": ids.division[unit.article], "TYPE": type == "ADVERTISEMENT" ? "ADVERT" : type,
              "ORDER": String(place + 1), "DMDID": ids.description[unit.article],
              "LABEL": ids.headline[unit.article],
            ])
        }
      }
    }
    xml.element("mets:structMap", ["ID": map, "TYPE": "PHYSICAL", "LABEL": "Page Areas"]) {
      xml.element("mets:div", ["TYPE": "physSequence", "LABEL": label]) {
        for (place, own) in areas.sorted(by: { $0.key < $1.key }) {
          xml.element(
            "mets:div",
            ["TYPE": "page", "ORDER": String(place + 1), "ORDERLABEL": issue.pages[place].printedNumber]
          ) {
            for (id, area) in own { write(xml, area, id) }
          }
        }
      }
    }
  }

  private func write(_ xml: XMLWriter, _ area: METSPointers.Area, _ id: String) {
    let isText = !issue.pages[area.page].blocks[area.block].lines.isEmpty
    xml.element("mets:div", ["ID": id, "TYPE": "pagearea", "LABEL": isText ? "Textblock" : "Block"]) {
      if let image = images[area.page], area.box.isKnown {
        let box = area.box
        let corners = [box.left, box.top, box.right, box.bottom].map(String.init).joined(separator: ",")
        xml.element("mets:fptr") {
          xml.element("mets:area", ["FILEID": image, "SHAPE": "RECT", "COORDS": corners])
        }
      }
      xml.element("mets:fptr") { METSStructure.write(xml, area) }
    }
  }

  /// The groups of links, to stand in a structLink.
  func writeLinks(_ xml: XMLWriter, declares xlink: String?) {
    for unit in units {
      guard let targets = links[unit.article], let division = ids.division[unit.article] else { continue }
      let type = issue.articles[unit.article].type.rawValue
      xml.element("mets:smLinkGrp", ["xmlns:xlink": xlink]) {
        xml.element(
          "mets:smLocatorLink", ["xlink:type": "locator", "xlink:href": "#\(division)", "xlink:label": type])
        for target in targets {
          xml.element(
            "mets:smLocatorLink",
            ["xlink:type": "locator", "xlink:href": "#\(target.id)", "xlink:label": target.label])
        }
        for target in targets {
          xml.element(
            "mets:smArcLink",
            [
              "xlink:type": "arc", "xlink:from": type, "xlink:to": target.label, "ARCTYPE": "logicalphysical",
            ])
        }
      }
    }
  }
}
