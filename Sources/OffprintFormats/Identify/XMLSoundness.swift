import OffprintDiagnostics
import OffprintKit
import OffprintXML

/// Whether an XML file will be refused, as far as its first 64 KB and its last bytes tell.
///
/// The beginning is read as a reader reads it, so that the two agree on a DOCTYPE, an entity or a broken tag; of the
/// rest only the end is looked at, since to read a delivery as a whole only to say what it is would take as long as to
/// use it. The end of a long file that is packed or in an archive is not: all of it would have to be unpacked.
enum XMLSoundness {
  private static let tailSize = 4096

  /// What is wrong and what to do; nil if nothing is seen.
  static func fault(of head: [UInt8], _ path: String) -> String? {
    let isWhole = head.count < FileIdentifier.headSize
    if let found = XMLReader.fault(inBeginning: head, isWhole: isWhole, file: path) { return words(found, path) }
    guard !isWhole, let root = XMLSniff.rootElement(head), let tail = tail(of: path), !ends(tail, root) else {
      return nil
    }
    return "not well-formed XML: the file does not end with '</\(root)>' and is cut off; ask the deliverer for it"
  }

  /// True for an HTML file whose end is seen and is none.
  static func isCutOff(html head: [UInt8], _ path: String) -> Bool {
    let isWhole = head.count < FileIdentifier.headSize
    guard let end = isWhole ? Array(head.suffix(tailSize)) : tail(of: path) else { return false }
    return !text(end).lowercased().contains("</html")
  }

  private static func words(_ found: Diagnostic, _ path: String) -> String {
    let what = found.summary.replacing("'\(path)' is ", with: "").replacing(" in '\(path)'", with: "")
    let line = found.place?.line.map { " (line \($0))" } ?? ""
    return "\(what)\(line); \(found.fix ?? "mend the file, or ask the deliverer for it")"
  }

  private static func tail(of path: String) -> [UInt8]? { try? SourceFile.tail(path, count: tailSize) }

  /// True if the end tag of the root element is there. A comment behind it may be longer than what is looked at.
  private static func ends(_ tail: [UInt8], _ root: String) -> Bool {
    let end = text(tail)
    let hasTag = end.ranges(of: "</").contains { tag in
      let rest = end[tag.upperBound...]
      let name = rest.prefix { $0 != ">" && !$0.isWhitespace }
      return rest.contains(">") && name.split(separator: ":").last.map(String.init) == root
    }
    return hasTag || end.reversed().drop(while: \.isWhitespace).starts(with: ">--")
  }

  /// Without the zeros of UTF-16.
  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self) }
}
