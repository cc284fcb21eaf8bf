import OffprintDiagnostics
import OffprintKit

/// Says what files are, by their first bytes. Of METS files, whose end tells more than their beginning, all is looked
/// at; of others 64 KB, and of XML files the last bytes too.
public enum FileIdentifier {
  static let headSize = 1 << 16

  /// What a file is. Never throws: what cannot be read is said to be that.
  ///
  /// - Parameter path: of a file, perhaps in an archive.
  public static func identity(of path: String) -> FileIdentity {
    let bytes: [UInt8]
    do {
      bytes = try SourceFile.head(path, count: headSize)
    } catch {
      let words = Diagnostics.messages(of: error).first?.summary.replacing("'\(path)' ", with: "") ?? "unreadable"
      return FileIdentity("unreadable", use: .unusable, remark: words)
    }
    var identity = identity(of: bytes, path)
    if identity.use == .text { check(&identity, bytes, path) }
    let name = FilePath.last(path)
    if FilePath.isLeftover(path) {
      identity.use = .companion
      identity.reader = nil
      identity.remark = "left over by a program, passed over"
    } else {
      identity.oddities += SuffixOddity.of(name, identity.kind)
      if let packing = packing(of: path) { identity.oddities.append(packing) }
    }
    return identity
  }

  static func identity(of bytes: [UInt8], _ path: String) -> FileIdentity {
    guard !bytes.isEmpty else {
      return FileIdentity("empty", use: .unusable, remark: "it has no bytes; ask the deliverer for it")
    }
    if let known = Signature.identity(of: bytes, FilePath.last(path)) { return known }
    let text = GlanceText(bytes)
    if let glance = XMLGlance(text.text) {
      var identity = XMLIdentity.identity(of: glance, text, path)
      identity.oddities += text.oddities(glance)
      identity.isXML = true
      return identity
    }
    return TextIdentity.identity(of: text, bytes, path)
  }

  /// A file that its reader would refuse has none.
  private static func check(_ identity: inout FileIdentity, _ bytes: [UInt8], _ path: String) {
    if identity.kind == "hOCR" {
      if XMLSoundness.isCutOff(html: bytes, path) { identity.oddities.append("no '</html>' at its end") }
    } else if identity.isXML, let fault = XMLSoundness.fault(of: bytes, path) {
      identity.use = .unusable
      identity.reader = nil
      identity.remark = fault
    }
  }

  private static func packing(of path: String) -> String? {
    let name = FilePath.last(path)
    let plain = SourceTree.unpackedName(name)
    return plain == name ? nil : "packed as \(name.dropFirst(plain.count))"
  }
}

/// Names that say something else than the file is.
private enum SuffixOddity {
  private static let suffixes: [String: Set<String>] = [
    "ALTO": ["xml", "alto"], "METS": ["xml", "mets"], "PAGE-XML": ["xml", "page"],
    "hOCR": ["html", "htm", "hocr", "xhtml", "xml"],
    "ABBYY XML": ["xml"], "DIDL": ["xml", "didl"], "TEI": ["xml", "tei"], "PDF": ["pdf"],
    "text": ["txt", "text", "asc"],
    "TIFF image": ["tif", "tiff"], "JPEG image": ["jpg", "jpeg"], "PNG image": ["png"],
    "JPEG 2000 image": ["jp2", "jpx", "j2k"],
  ]

  static func of(_ name: String, _ kind: String) -> [String] {
    guard let right = suffixes[kind] else { return [] }
    let parts = SourceTree.unpackedName(name).lowercased().split(separator: ".")
    guard parts.count > 1, let last = parts.last else { return ["no suffix"] }
    return right.contains(String(last)) ? [] : ["called .\(last)"]
  }
}
