import OffprintKit
import OffprintModel
import OffprintXML

/// One page as a PAGE file.
struct PAGEPageFile {
  let issue: Issue
  let place: Int
  let page: Page
  let pairs: ALTOPairs
  let marks: PAGEMarks
  let created: String
  private let identifiers: ALTOIdentifiers
  private let regions: PAGETextRegions
  private let ids: (order: String, group: String, tables: [Int: String])

  init(issue: Issue, page place: Int, pairs: ALTOPairs, created: String) {
    self.issue = issue
    self.place = place
    self.pairs = pairs
    self.created = created
    page = issue.pages[place]
    marks = PAGEMarks(of: issue, page: place)
    var identifiers = ALTOIdentifiers(of: page)
    var tables: [Int: String] = [:]
    let leaders = page.tableLeaders
    for block in page.blocks where Self.isWrapped(block) || leaders[block.index] == block.index {
      let own = identifiers.blocks[block.index]
      let known = leaders[block.index].flatMap { tables[$0] }
      // A table's region without lines of its own is that region; it needs none around it.
      tables[block.index] = known ?? (Self.isWrapped(block) ? identifiers.fresh("\(own)_region") : own)
    }
    regions = PAGETextRegions(of: page, &identifiers)
    ids = (identifiers.fresh("reading_order"), identifiers.fresh("ordered_group"), tables)
    self.identifiers = identifiers
  }

  /// Only regions of text have lines: those of tables and pictures stand in one inside of them.
  private static func isWrapped(_ block: Block) -> Bool { block.kind != .text && !block.lines.isEmpty }

  func bytes() throws -> [UInt8] {
    let namespace = StandardSchemas.page.namespace
    let xml = XMLWriter()
    xml.element(
      "PcGts",
      [
        "xmlns": namespace, "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": "\(namespace) \(StandardSchemas.page.location)",
      ]
    ) {
      metadata(xml)
      let size = sizes
      xml.element(
        "Page",
        [
          "imageFilename": page.image ?? page.file, "imageWidth": String(size.width),
          "imageHeight": String(size.height),
          "primaryLanguage": PAGELanguage.name(page.language ?? issue.language),
        ]
      ) {
        readingOrder(xml)
        let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        let leaders = page.tableLeaders
        for block in page.blocks where leaders[block.index] ?? block.index == block.index {
          let own = page.blocks.filter { leaders[$0.index] == block.index }
          write(xml, own.isEmpty ? [block] : own, index: places[block.index])
        }
      }
    }
    return try xml.finish()
  }

  private func metadata(_ xml: XMLWriter) {
    xml.element("Metadata") {
      xml.leaf("Creator", text: "Offprint \(offprintVersion)")
      xml.leaf("Created", text: created.utf8)
      xml.leaf("LastChange", text: created.utf8)
      if let ocr = issue.ocrSoftware {
        xml.element("MetadataItem", ["type": "processingStep", "name": "text recognition", "value": ocr])
      }
      xml.element(
        "MetadataItem",
        ["type": "processingStep", "name": "article separation", "value": "Offprint \(offprintVersion)"])
    }
  }

  /// The page's own size; where it is not known, that of all that stands on it.
  private var sizes: (width: Int, height: Int) {
    let box = page.size.isKnown ? page.size : page.blocks.reduce(Box.unknown) { $0.union($1.box) }
    return box.isKnown ? (max(0, box.right), max(0, box.bottom)) : (0, 0)
  }

  /// Blocks that have lines in the order in which they are read, then the others.
  private var order: [Int] {
    var seen: Set<Int> = []
    let leaders = page.tableLeaders
    let read = marks.order.map { page.lines[$0].block.index } + page.blocks.filter { !$0.lines.isEmpty }.map(\.index)
    // A table of several blocks is one region.
    return read.map { leaders[$0] ?? $0 }.filter { seen.insert($0).inserted }
  }

  private func readingOrder(_ xml: XMLWriter) {
    guard !marks.order.isEmpty else { return }
    xml.element("ReadingOrder") {
      xml.element("OrderedGroup", ["id": ids.group, "caption": "Regions reading order"]) {
        for (index, block) in order.enumerated() {
          xml.element(
            "RegionRefIndexed",
            ["index": String(index), "regionRef": ids.tables[block] ?? identifiers.blocks[block]])
        }
      }
    }
  }

  /// - Parameter blocks: one, or those of a table.
  private func write(_ xml: XMLWriter, _ blocks: [Block], index: Int?) {
    let block = blocks[0]
    let custom = marks.order.isEmpty ? nil : index.map { "readingOrder {index:\($0);}" }
    guard block.kind != .text else { return text(xml, block, custom) }
    let name: StaticString =
      switch block.kind {
      case .table: "TableRegion"
      case .illustration: "ImageRegion"
      case .separator, .text: "SeparatorRegion"
      }
    let id = ids.tables[block.index] ?? identifiers.blocks[block.index]
    xml.element(name, ["id": id, "custom": custom]) {
      coordinates(xml, blocks.reduce(Box.unknown) { $0.union($1.box) })
      for block in blocks where Self.isWrapped(block) { text(xml, block, nil) }
    }
  }

  private func text(_ xml: XMLWriter, _ block: Block, _ custom: String?) {
    for region in regions.regions(of: block, id: identifiers.blocks[block.index]) {
      xml.element(
        "TextRegion",
        [
          "id": region.id, "custom": custom, "type": marks.type(ofRegion: region.lines),
          "primaryLanguage": PAGELanguage.name(block.language),
        ]
      ) {
        coordinates(xml, region.box)
        if let cell = region.cell { role(xml, cell) }
        for (index, line) in region.lines.enumerated() { write(xml, line, index: index) }
        var text: [UInt8] = []
        for line in region.lines {
          if line > region.lines.lowerBound { text.append(0x0A) }
          text += page.lines[line].utf8
        }
        if !region.lines.isEmpty { equivalent(xml, text) }
      }
    }
  }

  private func role(_ xml: XMLWriter, _ cell: TableCell) {
    xml.element("Roles") {
      xml.element(
        "TableCellRole",
        [
          "rowIndex": String(cell.row), "columnIndex": String(cell.column),
          "rowSpan": cell.rowSpan > 1 ? String(cell.rowSpan) : nil,
          "colSpan": cell.columnSpan > 1 ? String(cell.columnSpan) : nil, "header": cell.isHead ? "true" : nil,
        ])
    }
  }

  private func write(_ xml: XMLWriter, _ index: Int, index place: Int) {
    let line = page.lines[index]
    let id = identifiers.lines[index]
    let ref = LineRef(page: self.place, line: index)
    // The look of all words is that of the line.
    let look = line.words.first?.style ?? TextStyle()
    let isOneLook = line.words.allSatisfy { $0.style == look }
    xml.element("TextLine", ["id": id, "custom": marks.custom(ofLine: index, index: place)]) {
      xml.piece {
        coordinates(xml, line.box)
        for (number, word) in line.words.enumerated() {
          let begun = number == line.words.count - 1 ? pairs.wholeWord(beginningAt: ref) : nil
          let ended = pairs.wholeWord(
            endingAt: ref, byte: word.utf8.startIndex - line.utf8.startIndex, isFirst: number == 0)
          xml.element("Word", tag: { $0.attribute("id") { Self.add(word: number + 1, of: id, to: $0) } }) {
            coordinates(xml, word.box)
            let whole = begun ?? ended
            equivalent(xml, word.utf8, confidence: word.confidence, index: whole == nil ? nil : 0)
            if let whole {
              xml.element("TextEquiv", ["index": "1", "comments": "the whole word, mended"]) {
                xml.leaf("Unicode", text: whole)
              }
            }
            if !isOneLook { style(xml, word.style) }
          }
        }
        equivalent(xml, line.utf8)
        if isOneLook { style(xml, look) }
      }
    }
  }

  private func equivalent(
    _ xml: XMLWriter, _ text: some Sequence<UInt8>, confidence: Double? = nil, index: Int? = nil
  ) {
    xml.element(
      "TextEquiv",
      tag: {
        if let index { $0.attribute("index", index) }
        if let confidence { $0.attribute("conf") { Decimals.add(share: confidence, to: $0) } }
      }
    ) { xml.leaf("Unicode", text: text) }
  }

  private static func add(word number: Int, of line: String, to id: XMLValue) {
    id.add(text: line.utf8)
    id.add("_w")
    id.add(number)
  }

  private func style(_ xml: XMLWriter, _ style: TextStyle) {
    guard style != TextStyle() else { return }
    xml.element(
      "TextStyle",
      [
        "fontFamily": style.family, "fontSize": style.size > 0 ? Self.figure(style.size) : nil,
        "bold": style.isBold ? "true" : nil, "italic": style.isItalic ? "true" : nil,
      ])
  }

  private static func figure(_ size: Double) -> String {
    size == size.rounded() && size < 1e6 ? String(Int(size)) : "\(size)"
  }

  /// The four corners, clockwise from the upper left; two times the origin where the place is not known.
  private func coordinates(_ xml: XMLWriter, _ box: Box) {
    guard box.isKnown else { return xml.element("Coords", ["points": "0,0 0,0"]) }
    let (left, top, right, bottom) = (max(0, box.left), max(0, box.top), max(0, box.right), max(0, box.bottom))
    xml.element(
      "Coords",
      tag: {
        $0.attribute("points") { points in
          func corner(_ x: Int, _ y: Int) {
            points.add(x)
            points.add(",")
            points.add(y)
          }
          corner(left, top)
          points.add(" ")
          corner(right, top)
          points.add(" ")
          corner(right, bottom)
          points.add(" ")
          corner(left, bottom)
        }
      })
  }
}
