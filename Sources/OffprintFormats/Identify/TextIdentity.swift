import OffprintKit

/// What a file is that is neither XML nor known by its first bytes: text, a table, JSON, a list of checksums.
enum TextIdentity {
  static func identity(of text: GlanceText, _ bytes: [UInt8], _ path: String) -> FileIdentity {
    if text.hasControls, text.encoding == .utf8, isBinary(bytes) {
      return FileIdentity("binary file", use: .unknown, remark: "it is no text, and of no kind that is known")
    }
    let name = SourceTree.unpackedName(FilePath.last(path)).lowercased()
    let lines = text.text.prefix(8192).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).prefix(20)
      .map { String(decoding: $0, as: UTF8.self) }
    let first = lines.first ?? ""
    if name == "bagit.txt" {
      return FileIdentity("BagIt declaration", [value("BagIt-Version", lines)], use: .companion)
    }
    if name == "bag-info.txt" {
      return FileIdentity("BagIt description", [value("Bag-Size", lines)], use: .companion)
    }
    if let sums = checksums(lines, name) { return sums }
    if let olive = olive(name, first) { return olive }
    if ["{", "["].contains(first.first), name.hasSuffix("json") || name.hasSuffix("jsonl") || looksLikeJSON(text.text) {
      return FileIdentity("JSON", [json(text.text)], use: .companion, remark: "it has no text of pages")
    }
    if first.hasPrefix("level\tpage_num\tblock_num") { return FileIdentity("Tesseract TSV", reader: "tesseract-tsv") }
    if name.hasSuffix(".csv") || name.hasSuffix(".tsv") { return table(first) }
    if name.hasSuffix(".md") || name.hasSuffix(".rst") {
      return FileIdentity("documentation", use: .companion, remark: "for people")
    }
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      let isPipeline = lines.contains { $0.hasPrefix("offprint:") }
      return FileIdentity(isPipeline ? "pipeline file" : "YAML", use: .companion, remark: "it has no text of pages")
    }
    return plain(text)
  }

  private static func plain(_ text: GlanceText) -> FileIdentity {
    var oddities: [String] = []
    if text.encoding != .utf8 {
      oddities.append("in \(text.encoding.rawValue)" + (text.isSure ? "" : ", perhaps in another encoding"))
    } else if text.replaced > 0 {
      oddities.append("bytes that are not UTF-8")
    }
    if text.hasMark { oddities.append("byte order mark") }
    if text.hasControls { oddities.append("control characters") }
    let pages = text.text.count { $0 == 0x0C }
    if pages > 0 { oddities.append("form feeds between pages") }
    if text.text.count >= 2, text.text.contains(0x0D), !text.text.contains(0x0A) {
      oddities.append("lines end with CR")
    }
    return FileIdentity("text", [language(of: text.text)], reader: "text-pages", oddities: oddities)
  }

  private static func language(of text: [UInt8]) -> String? {
    switch Script.language(of: [text]) {
    case "zh": "Chinese"
    case "ja": "Japanese"
    case "ko": "Korean"
    default: nil
    }
  }

  /// Lines of `SUM  PATH`, or `sha256 (PATH) = SUM`.
  private static func checksums(_ lines: [String], _ name: String) -> FileIdentity? {
    guard let first = lines.first else { return nil }
    var kind: String?
    if let match = first.wholeMatch(of: /([0-9A-Fa-f]{32,128})[ \t]+\*?\S.*/) {
      kind = [32: "md5", 40: "sha1", 64: "sha256", 96: "sha384", 128: "sha512"][match.1.count]
    } else if let match = first.wholeMatch(of: /([A-Za-z0-9-]+) ?\(.+\) ?= ?[0-9A-Fa-f]{32,128}/) {
      kind = match.1.lowercased()
    }
    guard let kind else { return nil }
    let what =
      name.hasPrefix("manifest-")
      ? "BagIt manifest" : name.hasPrefix("tagmanifest-") ? "BagIt tag manifest" : "list of checksums"
    return FileIdentity(what, [kind], use: .companion)
  }

  private static func olive(_ name: String, _ first: String) -> FileIdentity? {
    if name == "stylegallery.txt", first.contains("=\"") {
      return FileIdentity("Olive XMD", ["styles"], reader: "olive-xmd")
    }
    if first.contains("Olive segmentation file") {
      return FileIdentity("Olive segmentation", use: .companion, remark: "read from the XMD files instead")
    }
    return nil
  }

  private static func table(_ first: String) -> FileIdentity {
    let columns = first.split(separator: first.contains("\t") ? "\t" : first.contains(";") ? ";" : ",").count
    let isTagged = first.lowercased().contains("tag") || first.lowercased().contains("article")
    return FileIdentity(
      "table", ["\(columns) columns"], use: isTagged ? .text : .companion, reader: isTagged ? "tagged-text" : nil,
      remark: isTagged ? nil : "it has no text of pages")
  }

  private static func json(_ text: [UInt8]) -> String? {
    let head = String(decoding: text.prefix(4096), as: UTF8.self)
    if head.contains("iiif.io/api/presentation") { return "IIIF manifest" }
    if head.contains("SourceFile") && head.contains("ExifTool") { return "Exif" }
    return nil
  }

  private static func looksLikeJSON(_ text: [UInt8]) -> Bool {
    let head = String(decoding: text.prefix(512), as: UTF8.self)
    return head.firstMatch(of: /^\s*[\[{]\s*("[^"]*"\s*:|\{|\[|\])/) != nil
  }

  private static func value(_ key: String, _ lines: [String]) -> String? {
    lines.first { $0.hasPrefix(key + ":") }.map { line in
      line.dropFirst(key.count + 1).split(separator: " ").joined(separator: " ")
    }
  }

  /// More than one in twenty bytes are of no text.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(8192)
    return head.count { $0 < 9 || (0x0E...0x1F).contains($0) && $0 != 0x1A && $0 != 0x1B || $0 == 0x7F } * 20
      > head.count
  }
}
