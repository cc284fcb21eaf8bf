import OffprintModel
import OffprintXML

/// The logical structure of an issue: the tree of ENMAP and docWorks, from the newspaper down to areas of ALTO files.
struct METSStructure {
  let issue: Issue
  let units: METSUnits
  let ids: METSNames
  /// DMDID of the divisions around, by their type, where the file has descriptions for them.
  let descriptions: [String: String]
  let label: String

  func write(_ xml: XMLWriter) {
    xml.element("mets:structMap", ["ID": ids.map, "TYPE": "LOGICAL", "LABEL": "Logical Structure"]) {
      xml.element("mets:div", ["TYPE": "Newspaper", "LABEL": label, "DMDID": descriptions["NEWSPAPER"]]) {
        xml.element("mets:div", ["TYPE": "VOLUME", "LABEL": label, "DMDID": descriptions["VOLUME"]]) {
          xml.element("mets:div", ["TYPE": "ISSUE", "LABEL": label, "DMDID": descriptions["ISSUE"]]) { parts(xml) }
        }
      }
    }
  }

  private func parts(_ xml: XMLWriter) {
    var order = METSOrder()
    for unit in units.front { blocks(xml, unit, order.next()) }
    if !units.content.isEmpty {
      xml.element("mets:div", ["TYPE": "CONTENT", "ORDER": order.next()]) {
        var order = METSOrder()
        for entry in units.content {
          switch entry {
          case .unit(let unit): write(xml, unit, order.next())
          case .section(let name, let own, let inner): section(xml, name, own, inner, order.next())
          }
        }
      }
    }
    for unit in units.back { blocks(xml, unit, order.next()) }
    leftovers(xml, &order)
  }

  private func section(
    _ xml: XMLWriter, _ name: String, _ own: METSUnits.Unit?, _ inner: [METSUnits.Unit], _ place: String
  ) {
    xml.element(
      "mets:div",
      [
        "ID": own.flatMap { ids.division[$0.article] }, "TYPE": "SECTION", "ORDER": place,
        "DMDID": own.flatMap { ids.description[$0.article] }, "LABEL": RunningText(cleaning: name).string,
      ]
    ) {
      var order = METSOrder()
      if let own { headingAndBody(xml, own, &order, isSection: true) }
      for unit in inner { write(xml, unit, order.next()) }
    }
  }

  private func write(_ xml: XMLWriter, _ unit: METSUnits.Unit, _ place: String) {
    let article = issue.articles[unit.article]
    xml.element(
      "mets:div",
      [
        "ID": ids.division[unit.article], "TYPE": Self.type(of: article), "ORDER": place,
        "DMDID": ids.description[unit.article], "LABEL": ids.headline[unit.article],
      ]
    ) {
      // An advertisement that is nothing but text, or a lone table, points at its blocks by itself.
      if unit.heading.isEmpty, unit.body.count == 1, let leaf = unit.body.first,
        (article.type, leaf.role) == (.advertisement, .advertisementText)
          || (article.type, leaf.role) == (.table, .table)
      {
        pointer(xml, leaf.areas)
      } else if article.type == .table || article.type == .illustration {
        for leaf in unit.heading + unit.body { write(xml, leaf, nil, isIllustration: article.type == .illustration) }
      } else {
        var order = METSOrder()
        headingAndBody(xml, unit, &order)
      }
    }
  }

  private func headingAndBody(
    _ xml: XMLWriter, _ unit: METSUnits.Unit, _ order: inout METSOrder, isSection: Bool = false
  ) {
    if !unit.heading.isEmpty {
      xml.element("mets:div", ["TYPE": "HEADING", "ORDER": order.next()]) {
        var inner = METSOrder()
        for leaf in unit.heading { write(xml, leaf, inner.next(), isSection: isSection) }
      }
    }
    guard !unit.body.isEmpty else { return }
    xml.element("mets:div", ["TYPE": "BODY", "ORDER": order.next()]) {
      xml.element("mets:div", ["TYPE": "BODY_CONTENT"]) {
        var inner = METSOrder()
        for leaf in unit.body { write(xml, leaf, inner.next()) }
      }
    }
  }

  private func write(
    _ xml: XMLWriter, _ leaf: METSUnits.Leaf, _ place: String?, isIllustration: Bool = false, isSection: Bool = false
  ) {
    func division(_ type: String) {
      xml.element("mets:div", ["TYPE": type, "ORDER": place]) { pointer(xml, leaf.areas) }
    }
    func caption() {
      if let picture = leaf.picture { xml.element("mets:div", ["TYPE": "IMAGE"]) { pointer(xml, [picture]) } }
      xml.element("mets:div", ["TYPE": "CAPTION"]) { pointer(xml, leaf.areas) }
    }
    switch leaf.role {
    case .headline: division("TITLE")
    case .overline: division("OVERLINE")
    case .subheadline: division("SUBHEADLINE")
    case .byline: division("AUTHOR")
    case .dateline: division("DATELINE")
    case .sectionLabel: division(isSection ? "TITLE" : "SECTION_LABEL")
    case .crosshead: division("CROSSHEADING")
    case .jumpLine: division("JUMP_LINE")
    case .table: division("TABLE")
    case .masthead, .furniture: division("TEXTBLOCK")
    case .caption:
      if isIllustration { return caption() }
      xml.element("mets:div", ["TYPE": "ILLUSTRATION", "ORDER": place], caption)
    case .paragraph, .advertisementText:
      xml.element("mets:div", ["TYPE": "PARAGRAPH", "ORDER": place]) {
        xml.element("mets:div", ["TYPE": "TEXT"]) { pointer(xml, leaf.areas) }
      }
    }
  }

  /// A unit of the page: its blocks and nothing else.
  private func blocks(_ xml: XMLWriter, _ unit: METSUnits.Unit, _ place: String) {
    let type = Self.type(of: issue.articles[unit.article])
    xml.element("mets:div", ["ID": ids.division[unit.article], "TYPE": type, "ORDER": place]) {
      var order = METSOrder()
      for leaf in unit.heading + unit.body {
        xml.element("mets:div", ["TYPE": "TEXTBLOCK", "ORDER": order.next()]) { pointer(xml, leaf.areas) }
      }
    }
  }

  private func leftovers(_ xml: XMLWriter, _ order: inout METSOrder) {
    guard !units.leftovers.isEmpty else { return }
    xml.element("mets:div", ["TYPE": "LEFTOVER", "ORDER": order.next(), "LABEL": "Blocks and lines of no unit"]) {
      for (isPicture, area) in units.leftovers {
        xml.element("mets:div", ["TYPE": isPicture ? "ILLUSTRATION" : "TEXTBLOCK"]) { pointer(xml, [area]) }
      }
    }
  }

  private func pointer(_ xml: XMLWriter, _ areas: [METSPointers.Area]) {
    guard !areas.isEmpty else { return }
    xml.element("mets:fptr") {
      if areas.count == 1 {
        Self.write(xml, areas[0])
      } else {
        xml.element("mets:seq") { for area in areas { Self.write(xml, area) } }
      }
    }
  }

  static func write(_ xml: XMLWriter, _ area: METSPointers.Area) {
    xml.element(
      "mets:area",
      [
        "FILEID": area.fileID, "SHAPE": area.coordinates.map { _ in "RECT" }, "COORDS": area.coordinates,
        "BEGIN": area.begin, "END": area.end, "BETYPE": area.begin.map { _ in "IDREF" },
      ])
  }

  static func type(of article: Article) -> String {
    switch article.type {
    case .article: "ARTICLE"
    case .advertisement: "ADVERTISEMENT"
    case .notice: "NOTICE"
    case .table: "TABLE"
    case .illustration: "ILLUSTRATION"
    case .masthead: "TITLE_SECTION"
    case .furniture: "FURNITURE"
    }
  }
}

/// Counts the divisions of one parent.
struct METSOrder {
  private var last = 0

  mutating func next() -> String {
    last += 1
    return String(last)
  }
}

/// What the divisions of articles are called, by the articles' indices.
struct METSNames {
  let map: String
  private(set) var division: [Int: String] = [:]
  private(set) var description: [Int: String] = [:]
  private(set) var headline: [Int: String] = [:]
  /// Articles that are the text of a section.
  private(set) var sections: Set<Int> = []

  init(of issue: Issue, _ units: METSUnits, _ identifiers: inout METSIdentifiers) {
    map = identifiers.fresh("LOGICAL")
    for case .section(_, let own?, _) in units.content { sections.insert(own.article) }
    for unit in units.all {
      division[unit.article] = identifiers.fresh("DIV_\(issue.articles[unit.article].id)")
    }
    for unit in units.described {
      let article = issue.articles[unit.article]
      description[unit.article] = identifiers.fresh("MODS_\(article.id)")
      let headline = ArticleText(of: article, in: issue).headline
      if !headline.isEmpty { self.headline[unit.article] = headline }
    }
  }
}
