import OffprintKit
import OffprintModel
import OffprintXML

/// One page as an ALTO file.
struct ALTOPageFile {
  let issue: Issue
  let place: Int
  let page: Page
  let pairs: ALTOPairs
  let identifiers: ALTOIdentifiers
  let styles: ALTOStyleTable
  private let order: ALTOReadingOrder
  /// Ids of tags by what the source calls blocks.
  private let labels: [String: String]
  private let labelsInOrder: [String]
  private let ids: (page: String, tables: [Int: String], ocr: String, offprint: String)

  init(issue: Issue, page place: Int, pairs: ALTOPairs) {
    let page = issue.pages[place]
    var identifiers = ALTOIdentifiers(of: page)
    styles = ALTOStyleTable(of: page, &identifiers)
    order = ALTOReadingOrder(of: issue, page: place, &identifiers)
    var labels: [String: String] = [:]
    var inOrder: [String] = []
    var tables: [Int: String] = [:]
    let leaders = page.tableLeaders
    var number = 0
    for block in page.blocks {
      if block.kind == .table {
        if let known = leaders[block.index].flatMap({ tables[$0] }) {
          tables[block.index] = known
        } else {
          number += 1
          tables[block.index] = identifiers.fresh("table\(number)")
        }
      }
      guard let label = block.label, labels[label] == nil else { continue }
      inOrder.append(label)
      labels[label] = identifiers.fresh("tag\(inOrder.count)")
    }
    ids = (
      identifiers.fresh("page\(page.number)"), tables, identifiers.fresh("ocr"), identifiers.fresh("offprint")
    )
    self.labels = labels
    labelsInOrder = inOrder
    self.identifiers = identifiers
    self.issue = issue
    self.place = place
    self.page = page
    self.pairs = pairs
  }

  func bytes() throws -> [UInt8] {
    let xml = XMLWriter()
    xml.element(
      "alto",
      [
        "xmlns": "http://www.loc.gov/standards/alto/ns-v4#",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation":
          "http://www.loc.gov/standards/alto/ns-v4# http://www.loc.gov/standards/alto/v4/alto-4-4.xsd",
        "SCHEMAVERSION": "4.4",
      ]
    ) {
      description(xml)
      styles.write(xml)
      if !labels.isEmpty || order.hasTags {
        xml.element("Tags") {
          for label in labelsInOrder { xml.element("LayoutTag", ["ID": labels[label], "LABEL": label]) }
          order.writeTags(xml)
        }
      }
      order.write(xml)
      xml.element("Layout") { layout(xml) }
    }
    return try xml.finish()
  }

  private func description(_ xml: XMLWriter) {
    xml.element("Description") {
      xml.leaf("MeasurementUnit", text: "pixel")
      xml.element("sourceImageInformation") { xml.leaf("fileName", text: page.image) }
      if issue.ocrSoftware != nil || issue.sourceCreated != nil {
        xml.element("Processing", ["ID": ids.ocr]) {
          xml.leaf("processingCategory", text: "contentGeneration")
          xml.leaf("processingDateTime", text: issue.sourceCreated.flatMap(OutputTime.normalised))
          xml.element("processingSoftware") { xml.leaf("softwareName", text: issue.ocrSoftware) }
        }
      }
      xml.element("Processing", ["ID": ids.offprint]) {
        xml.leaf("processingCategory", text: "contentModification")
        xml.leaf("processingAgency", text: issue.issuance.provider)
        xml.element("processingSoftware") {
          xml.leaf("softwareName", text: "Offprint")
          xml.leaf("softwareVersion", text: offprintVersion)
        }
      }
    }
  }

  private func layout(_ xml: XMLWriter) {
    // Whether an SP has been written: until then, readers cannot tell that the file has any.
    var hasSpaces = false
    xml.element(
      "Page",
      [
        "ID": ids.page, "PHYSICAL_IMG_NR": String(page.number), "PRINTED_IMG_NR": page.label,
        "WIDTH": page.size.isKnown ? String(page.size.right) : nil,
        "HEIGHT": page.size.isKnown ? String(page.size.bottom) : nil,
        "LANG": LanguageTag.usable(page.language ?? issue.language),
      ]
    ) {
      for (region, name) in Self.regions {
        let blocks = page.blocks.filter { $0.region == region }
        guard !blocks.isEmpty || region == .printSpace else { continue }
        let box = blocks.reduce(Box.unknown) { $0.union($1.box) }
        xml.element(name, tag: { $0.place(box) }) { write(blocks, xml, &hasSpaces) }
      }
    }
  }

  /// In the order that the schema asks for.
  private static let regions: [(PageRegion, StaticString)] = [
    (.topMargin, "TopMargin"), (.leftMargin, "LeftMargin"), (.rightMargin, "RightMargin"),
    (.bottomMargin, "BottomMargin"), (.printSpace, "PrintSpace"),
  ]

  private func write(_ blocks: [Block], _ xml: XMLWriter, _ hasSpaces: inout Bool) {
    var written: Set<String> = []
    for block in blocks {
      guard let table = ids.tables[block.index] else {
        write(block, xml, &hasSpaces)
        continue
      }
      // All blocks of one table stand where the first of them does.
      guard written.insert(table).inserted else { continue }
      let own = blocks.filter { ids.tables[$0.index] == table }
      let label = block.label.flatMap { $0.lowercased().contains("table") ? $0 : nil }
      xml.element(
        "ComposedBlock",
        tag: {
          $0.attribute("ID", table)
          $0.place(own.reduce(Box.unknown) { $0.union($1.box) })
          $0.attribute("TYPE", label ?? "Table")
        }
      ) { for block in own { write(block, xml, &hasSpaces) } }
    }
  }

  private func write(_ block: Block, _ xml: XMLWriter, _ hasSpaces: inout Bool) {
    let isText = !block.lines.isEmpty || block.kind == .text || block.kind == .table
    let name: StaticString =
      isText ? "TextBlock" : block.kind == .illustration ? "Illustration" : "GraphicalElement"
    xml.element(
      name,
      tag: {
        $0.attribute("ID", identifiers.blocks[block.index])
        $0.place(block.box)
        $0.attribute("STYLEREFS", styles.reference(to: block.style, within: TextStyle()))
        $0.attribute("TAGREFS", block.label.flatMap { labels[$0] })
        $0.attribute("LANG", isText ? LanguageTag.usable(block.language) : nil)
      }
    ) {
      for line in block.lines.indices { ALTOLineOut(file: self, line: line).write(xml, &hasSpaces) }
    }
  }
}

extension XMLTag {
  /// The place as ALTO's attributes have it; nothing if it is not known.
  mutating func place(_ box: Box) {
    guard box.isKnown else { return }
    attribute("HPOS", box.left)
    attribute("VPOS", box.top)
    attribute("WIDTH", box.width)
    attribute("HEIGHT", box.height)
  }
}
