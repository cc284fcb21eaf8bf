import OffprintKit

/// What an XML or HTML file is, by its root element and what follows.
enum XMLIdentity {
  static func identity(of glance: XMLGlance, _ text: GlanceText, _ path: String) -> FileIdentity {
    switch glance.root.name {
    case "alto": alto(glance)
    case "mets": METSIdentity.identity(of: glance, path)
    case "PcGts": page(glance)
    case "html", "HTML": html(glance)
    case "document" where isABBYY(glance): abbyy(glance)
    case "page" where glance.elements.prefix(20).contains { $0.name == "block" && $0.attributes["blockType"] != nil }:
      FileIdentity("ABBYY XML", ["a page by itself"], reader: "abbyy-xml", oddities: ["no document element"])
    case "DIDL": didl(glance)
    case "Xmd_toc": olive(glance, "table of contents")
    case "XMD-PAGE": olive(glance, "page")
    case "XMD-entity": olive(glance, "article or advertisement")
    case "TEI", "TEI.2", "teiCorpus": tei(glance)
    case "text"
    where glance.elements.prefix(40).allSatisfy({ ["text", "title", "p", "article", "head"].contains($0.name) }):
      FileIdentity(
        "article text", ["KB"], use: .companion, remark: "read with the DIDL file beside it, by 'didl-alto'")
    case "batch" where glance.namespace?.contains("ndnp") == true || glance.has("reel"):
      FileIdentity("NDNP batch", use: .companion, remark: "a list of issues and reels; run on the folder")
    case "newsItem", "packageItem", "newsMessage":
      FileIdentity(
        "NewsML-G2", [glance.root.attributes["standardversion"], glance.root.name], reader: "newsml-g2",
        remark: "articles already, not pages")
    case "nitf": FileIdentity("NITF", use: .unusable, remark: "articles already, not pages")
    case "mods", "modsCollection", "premis", "mix", "record", "collection", "dc", "qualifieddc", "ead", "object",
      "manifest",
      "mag", "metadigit":
      FileIdentity("metadata", [glance.root.name], use: .companion, remark: "it has no text of pages")
    case "ticket": FileIdentity("ticket of a scanning workflow", use: .companion, remark: "it has no text of pages")
    default:
      FileIdentity(
        "XML", ["root element '\(glance.root.name)'"], use: .unknown,
        remark: "no reader takes XML files with this root element")
    }
  }

  // MARK: ALTO

  private static func alto(_ glance: XMLGlance) -> FileIdentity {
    let software = [glance.first("softwareName")?.text, glance.first("softwareVersion")?.text]
      .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
    let unit = glance.first("MeasurementUnit")?.text
    var oddities: [String] = []
    if glance.namespace == nil { oddities.append("no namespace") }
    if let page = glance.first("Page") {
      let (width, height) = (page.attributes["WIDTH"] ?? "", page.attributes["HEIGHT"] ?? "")
      if width.isEmpty || height.isEmpty || width == "0" { oddities.append("no page size") }
    }
    if unit == nil { oddities.append("no unit of measurement") }
    return FileIdentity(
      "ALTO", [altoVersion(glance), unit, software], reader: "alto", oddities: oddities)
  }

  /// By the version of the schema, else by the namespace, of which each is for several versions.
  private static func altoVersion(_ glance: XMLGlance) -> String? {
    let attributes = glance.root.attributes
    if let said = attributes["SCHEMAVERSION"], !said.isEmpty { return said }
    let schema = (attributes["xsi:schemaLocation"] ?? "") + " " + (attributes["xsi:noNamespaceSchemaLocation"] ?? "")
    if let match = schema.firstMatch(of: /alto[-_]v?([0-9]+)[-._]([0-9]+)/) { return "\(match.1).\(match.2)" }
    if let match = glance.namespace?.firstMatch(of: /ns-v([0-9])/) { return "\(match.1)" }
    return glance.namespace?.contains("ccs-gmbh") == true ? "1" : nil
  }

  // MARK: PAGE

  private static func page(_ glance: XMLGlance) -> FileIdentity {
    let year = glance.namespace?.firstMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/).map { String($0.output.prefix(4)) }
    let creator = glance.first("Creator")?.text ?? ""
    let maker =
      creator.contains("Transkribus")
      ? "Transkribus" : creator.isEmpty ? glance.has("TranskribusMetadata") ? "Transkribus" : nil : creator
    let page = glance.first("Page")?.attributes ?? [:]
    var oddities: [String] = []
    if glance.namespace == nil { oddities.append("no namespace") }
    if page["imageWidth"] == nil, !page.isEmpty { oddities.append("no page size") }
    return FileIdentity("PAGE-XML", [year, maker], reader: "page-xml", oddities: oddities)
  }

  // MARK: hOCR and other HTML

  private static func html(_ glance: XMLGlance) -> FileIdentity {
    let metas = glance.elements.filter { $0.name == "meta" }
    let system = metas.first { $0.attributes["name"] == "ocr-system" }?.attributes["content"]
    let isHOCR =
      system != nil || metas.contains { $0.attributes["name"] == "ocr-capabilities" }
      || glance.elements.contains { $0.attributes["class"]?.hasPrefix("ocr") == true }
    guard isHOCR else {
      return FileIdentity(
        "HTML", use: .unusable, remark: "no hOCR; what a server sends in place of a file looks like this")
    }
    var oddities: [String] = []
    if let page = glance.elements.first(where: { $0.attributes["class"] == "ocr_page" }),
      page.attributes["title"]?.contains("bbox") != true
    {
      oddities.append("no page size")
    }
    return FileIdentity(
      "hOCR", [system.map { $0.split(separator: " ").joined(separator: " ") }], reader: "hocr", oddities: oddities)
  }

  // MARK: ABBYY XML

  private static func isABBYY(_ glance: XMLGlance) -> Bool {
    glance.namespace?.lowercased().contains("finereader") == true || glance.root.attributes["producer"] != nil
      || glance.elements.prefix(40).contains { $0.attributes["blockType"] != nil }
  }

  private static func abbyy(_ glance: XMLGlance) -> FileIdentity {
    let schema = glance.namespace?.firstMatch(of: /FineReader([0-9]+)-schema/).map { "FineReader \($0.1)" }
    let pages = glance.root.attributes["pagesCount"].map { "\($0) pages" }
    return FileIdentity(
      "ABBYY XML", [schema, glance.root.attributes["producer"], pages], reader: "abbyy-xml",
      oddities: glance.namespace == nil ? ["no namespace"] : [])
  }

  // MARK: the others

  private static func didl(_ glance: XMLGlance) -> FileIdentity {
    let isKB = glance.root.attributes.values.contains { $0.contains("kb.nl") }
    return FileIdentity("DIDL", [isKB ? "KB" : nil], reader: "didl-alto")
  }

  private static func olive(_ glance: XMLGlance, _ part: String) -> FileIdentity {
    FileIdentity("Olive XMD", [part], reader: "olive-xmd")
  }

  private static func tei(_ glance: XMLGlance) -> FileIdentity {
    switch glance.root.name {
    case "TEI.2":
      FileIdentity(
        "TEI", ["P4"], use: .unusable, remark: "'tei' takes TEI P5; convert it to that")
    case "teiCorpus":
      FileIdentity(
        "TEI", ["P5", "corpus"], use: .unusable,
        remark: "'tei' takes files whose root element is 'TEI'; make a file of each TEI in it")
    default:
      FileIdentity(
        "TEI", ["P5", glance.has("facsimile") ? "with facsimile" : nil], reader: "tei",
        oddities: glance.namespace == nil ? ["no namespace"] : [])
    }
  }
}
