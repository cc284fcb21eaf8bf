/// What is no text, by the bytes that such files begin with.
enum Signature {
  static func identity(of bytes: [UInt8], _ name: String) -> FileIdentity? {
    func begins(_ magic: [UInt8], at: Int = 0) -> Bool { bytes.dropFirst(at).starts(with: magic) }
    func begins(_ text: String, at: Int = 0) -> Bool { bytes.dropFirst(at).starts(with: text.utf8) }
    if begins("%PDF-") {
      let version = String(decoding: bytes[5..<min(8, bytes.count)], as: UTF8.self)
      return FileIdentity("PDF", [version], reader: "pdf")
    }
    if begins([0x49, 0x49, 0x2A, 0]) || begins([0x4D, 0x4D, 0, 0x2A]) { return image("TIFF image") }
    if begins([0xFF, 0xD8, 0xFF]) { return image("JPEG image") }
    if begins([0x89, 0x50, 0x4E, 0x47]) { return image("PNG image") }
    if begins([0, 0, 0, 12, 0x6A, 0x50, 0x20, 0x20]) || begins([0xFF, 0x4F, 0xFF, 0x51]) {
      return image("JPEG 2000 image")
    }
    if begins("GIF8") { return image("GIF image") }
    if begins("RIFF"), begins("WEBP", at: 8) { return image("WebP image") }
    if begins("AT&TFORM") {
      return FileIdentity("DjVu", use: .unusable, remark: "take its text out with djvutxt, or its hOCR with djvu2hocr")
    }
    if begins([0x50, 0x4B, 3, 4]) || begins([0x50, 0x4B, 5, 6]) { return zip(name) }
    if begins("ustar", at: 257) { return archive("tar") }
    if begins([0x37, 0x7A, 0xBC, 0xAF]) { return foreign("7z archive") }
    if begins("Rar!") { return foreign("RAR archive") }
    if begins([0xD0, 0xCF, 0x11, 0xE0]) {
      return FileIdentity("Microsoft Office file", use: .unusable, remark: "save it as plain text")
    }
    if begins("{\\rtf") { return FileIdentity("RTF", use: .unusable, remark: "save it as plain text") }
    if begins([0, 5, 0x16, 7]) || begins([0, 0, 0, 1]) && bytes.dropFirst(4).starts(with: "Bud1".utf8) {
      return FileIdentity("file of macOS", use: .companion, remark: "passed over")
    }
    return nil
  }

  private static func image(_ kind: String) -> FileIdentity {
    FileIdentity(kind, use: .companion, remark: "a scan; its text is in other files, or has to be recognised first")
  }

  /// Word processors and spreadsheets pack what they write in the same way.
  private static func zip(_ name: String) -> FileIdentity {
    let ending = name.split(separator: ".").last?.lowercased() ?? ""
    guard ["docx", "odt", "xlsx", "ods", "pptx", "odp"].contains(ending) else { return archive("zip") }
    return FileIdentity("office document", use: .unusable, remark: "save it as plain text")
  }

  /// One whose name says something else, so that it is not looked into.
  private static func archive(_ kind: String) -> FileIdentity {
    FileIdentity(kind, use: .unusable, remark: "an archive that is called something else; call it .\(kind)")
  }

  private static func foreign(_ kind: String) -> FileIdentity {
    FileIdentity(kind, use: .unusable, remark: "unpack it, and look at the folder")
  }
}
