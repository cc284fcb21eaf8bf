import OffprintArchives

/// Whether a file is an archive: by its name, or by its first bytes where the name does not say what it is.
///
/// Files are not opened for it whose names say that they are something else: a delivery may have a million pages, on a
/// drive that is far away. Of those names some are zips by their bytes (`.docx`, `.epub`), and are no deliveries.
enum ArchiveLook {
  private static let otherEndings: Set<String> = [
    // Text of pages, and what leads to it.
    "xml", "alto", "mets", "page", "didl", "tei", "html", "htm", "xhtml", "hocr", "txt", "text", "asc", "tsv", "csv",
    "json", "jsonl", "pdf", "rtf", "yaml", "yml", "md5", "sha1", "sha256", "sha512",
    // Images.
    "tif", "tiff", "jpg", "jpeg", "png", "jp2", "jpx", "j2k", "gif", "webp", "djvu", "bmp",
    // Documents that are zips.
    "doc", "docx", "odt", "xls", "xlsx", "ods", "ppt", "pptx", "odp", "epub", "jar",
  ]

  static func isArchive(_ path: String) -> Bool {
    if ArchiveKind(name: path) != nil { return SourceTree.isFile(path) }
    guard !saysWhatItIs(path), SourceTree.isFile(path) else { return false }
    guard let head = try? SourceFile.rawHead(path, count: 512) else { return false }
    guard Packing(head: head.prefix(8)) != nil else { return ArchiveKind(head: head, isPacked: false) != nil }
    guard let inner = try? SourceFile.head(path, count: 512) else { return false }
    return ArchiveKind(head: inner, isPacked: true) != nil
  }

  private static func saysWhatItIs(_ path: String) -> Bool {
    let plain = SourceTree.unpackedName(path)
    let name = plain.utf8.lastIndex(of: UInt8(ascii: "/")).map { plain[plain.utf8.index(after: $0)...] } ?? plain[...]
    guard let point = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return otherEndings.contains(name[name.utf8.index(after: point)...].lowercased())
  }
}
