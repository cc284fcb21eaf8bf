import OffprintKit

/// What a METS file is of, and in which of the ways that libraries and their contractors have.
enum METSIdentity {
  /// METS files are small beside their pages, and what tells stands at their ends.
  private static let most = 8 << 20

  static func identity(of head: XMLGlance, _ path: String) -> FileIdentity {
    let bytes = (try? SourceFile.head(path, count: most)) ?? []
    let glance = XMLGlance(GlanceText(bytes).text, atMost: 200_000) ?? head
    var oddities: [String] = []
    if glance.namespace == nil { oddities.append("no namespace") }
    let profile = glance.root.attributes["PROFILE"] ?? ""
    let type = glance.root.attributes["TYPE"] ?? ""
    let kinds = Set(glance.values("TYPE", of: "div").map { $0.uppercased() })
    let maker = glance.elements.first { $0.name == "name" && $0.text.contains("docWorks") }?.text
    if profile.contains("reel") || type.contains(":reel") {
      return FileIdentity("METS", ["NDNP reel"], use: .companion, remark: "of a film, not of an issue")
    }
    if isFirstPart(glance, kinds) {
      return FileIdentity(
        "METS", ["BnF manifest"], reader: "mets-alto", oddities: oddities)
    }
    let way = way(glance, profile, kinds)
    let hasArticles = glance.has("smLinkGrp") || kinds.contains { $0.contains("ARTICLE") }
    if !namesText(glance) { oddities.append("names no text of pages") }
    return FileIdentity(
      "METS", [way, maker, hasArticles ? "with articles" : "without articles"], reader: "mets-alto", oddities: oddities)
  }

  /// BnF: one METS file names all files, another has the articles.
  private static func isFirstPart(_ glance: XMLGlance, _ kinds: Set<String>) -> Bool {
    kinds.isSuperset(of: ["SET", "GROUP", "OBJECT"])
  }

  private static func way(_ glance: XMLGlance, _ profile: String, _ kinds: Set<String>) -> String? {
    if glance.has("smLinkGrp") { return "British Library (smLinkGrp)" }
    if profile.uppercased().contains("ENMAP") { return "ENMAP" }
    if kinds.contains("TITLESECTION"), kinds.contains("TEXTBLOCK") { return "BnF toc" }
    let begins = glance.values("BEGIN", of: "area")
    if begins.contains(where: { $0.wholeMatch(of: /P[0-9]+_(Ar|Ad|Pc)[0-9]+.*/) != nil }) { return "Olive" }
    if profile.contains("ndnp") { return "NDNP issue" }
    if kinds.contains("TITLE_SECTION") || kinds.contains("VOLUME") { return "docWorks" }
    return nil
  }

  /// True if a file that it names can be a page's text.
  private static func namesText(_ glance: XMLGlance) -> Bool {
    let uses =
      glance.values("USE", of: "fileGrp") + glance.values("USE", of: "file") + glance.values("ID", of: "fileGrp")
    let types = glance.values("MIMETYPE", of: "file")
    let hrefs = glance.values("xlink:href", of: "FLocat")
    return (uses + types).contains { use in
      ["ocr", "alto", "text", "fulltext", "xml"].contains { use.lowercased().contains($0) }
    } || hrefs.contains { $0.lowercased().contains(".xml") }
  }
}
