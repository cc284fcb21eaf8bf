import OffprintDiagnostics
import OffprintModel
import OffprintXML

/// Adds the articles to a METS file that is there: every byte of it stays, and the new parts stand between them.
struct METSAddition {
  private let bytes: [UInt8]
  private let path: String
  private let places: XMLPlaces
  private let root: XMLPlaces.Element
  private let children: [XMLPlaces.Element]
  /// The prefixes of METS, MODS and XLink at the root; MODS and XLink are nil where the root has none.
  private let prefixes: (mets: String, mods: String?, xlink: String?)
  /// True if the file's lines end with carriage return and line feed.
  private let usesReturns: Bool
  private var edits: [(range: Range<Int>, bytes: [UInt8])] = []

  /// - Throws: `OP205` if the file is no METS 1, or in an encoding that cannot be added to.
  init(to delivery: Delivery) throws {
    bytes = delivery.bytes
    path = delivery.path
    places = try XMLPlaces(of: bytes, depth: 2, file: path)
    guard let root = places.elements.first, root.name == "mets" else { throw Self.noMETS(path) }
    self.root = root
    usesReturns = delivery.bytes.firstIndex(of: 0x0A).map { $0 > 0 && delivery.bytes[$0 - 1] == 0x0D } ?? false
    children = places.elements.filter { $0.depth == 1 }
    let spaces = Self.namespaces(of: root, bytes)
    if spaces.contains(where: { $0.uri == "http://www.loc.gov/METS/v2" }) { throw Self.second(path) }
    // The root and its children need not have the same prefix; that of most children is the file's habit.
    let uri = spaces.first { $0.prefix == root.prefix }?.uri
    let usable = Set(spaces.filter { $0.uri == uri }.map(\.prefix) + [root.prefix])
    let habit = children.last { usable.contains($0.prefix) && $0.name == "structMap" }?.prefix
    prefixes = (
      habit ?? root.prefix, spaces.first { $0.uri == METSDescriptions.namespace }?.prefix,
      spaces.first { $0.uri == Self.xlink && !$0.prefix.isEmpty }?.prefix
    )
  }

  var identifiers: METSIdentifiers { METSIdentifiers(besides: places.ids) }

  /// The file with the new parts.
  ///
  /// - Parameters:
  ///   - modified: LASTMODDATE; nil leaves the one that the file has.
  ///   - created: the same where the file has none; nil leaves it out.
  mutating func bytes(with content: METSContent, modified: String?, created: String?) throws -> [UInt8] {
    edits = []
    try addHeader(content, modified: modified, created: created)
    let descriptions = try fragment { content.writeDescriptions($0, declaresMODS: prefixes.mods == nil) }
    let beforeDescriptions = children.last { $0.name == "dmdSec" } ?? children.first { $0.name == "metsHdr" }
    insert(descriptions, at: beforeDescriptions?.range.upperBound ?? root.startTag.upperBound)
    let maps = try fragment { content.writeMaps($0) }
    let last = children.last { $0.name == "structMap" } ?? children.last { $0.name == "fileSec" }
    let end = last?.range.upperBound ?? root.contentEnd
    insert(maps, at: end)
    if content.hasLinks { try addLinks(content, after: end) }
    var out: [UInt8] = []
    var at = 0
    let inOrder = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for (_, edit) in inOrder {
      out += bytes[at..<edit.range.lowerBound]
      out += edit.bytes
      at = edit.range.upperBound
    }
    return out + bytes[at...]
  }

  private mutating func addHeader(_ content: METSContent, modified: String?, created: String?) throws {
    let agent = try fragment(depth: 2) { content.writeAgent($0, role: "EDITOR") }
    guard let header = children.first(where: { $0.name == "metsHdr" }) else {
      let new = try fragment { xml in
        xml.element("mets:metsHdr", ["LASTMODDATE": modified ?? created]) { content.writeAgent(xml, role: "EDITOR") }
      }
      return insert(new, at: root.startTag.upperBound)
    }
    if let date = header.attributes.first(where: { $0.name == "LASTMODDATE" }) {
      if let modified { edits.append((date.value, Array(modified.utf8))) }
    } else if let date = modified ?? created {
      let end = header.startTag.upperBound - (header.isSelfClosed ? 2 : 1)
      insert(Array(" LASTMODDATE=\"\(date)\"".utf8), at: end)
    }
    let agents = places.elements.filter {
      $0.depth == 2 && $0.name == "agent" && header.range.contains($0.range.lowerBound)
    }
    add(agent, in: header, at: agents.last?.range.upperBound ?? header.startTag.upperBound)
  }

  private mutating func addLinks(_ content: METSContent, after end: Int) throws {
    let declared = prefixes.xlink == nil ? Self.xlink : nil
    if let links = children.first(where: { $0.name == "structLink" }) {
      let inner = places.elements.last { $0.depth == 2 && links.range.contains($0.range.lowerBound) }
      let groups = try fragment(depth: 2) { content.writeLinks($0, declares: declared) }
      return add(groups, in: links, at: inner?.range.upperBound ?? links.startTag.upperBound)
    }
    insert(
      try fragment { xml in xml.element("mets:structLink") { content.writeLinks(xml, declares: declared) } }, at: end)
  }

  /// Adds to the content of an element, which is opened if it has none.
  private mutating func add(_ new: [UInt8], in element: XMLPlaces.Element, at place: Int) {
    guard element.isSelfClosed else { return insert(new, at: place) }
    let end = element.range.upperBound
    let name = element.prefix.isEmpty ? element.name : "\(element.prefix):\(element.name)"
    edits.append((end - 2..<end, Array(">".utf8) + new + Array("\(usesReturns ? "\r\n" : "\n")</\(name)>".utf8)))
  }

  private mutating func insert(_ new: [UInt8], at place: Int) { edits.append((place..<place, new)) }

  private func fragment(depth: Int = 1, _ content: (XMLWriter) -> Void) throws -> [UInt8] {
    var names = ["mets": prefixes.mets]
    if let mods = prefixes.mods { names["mods"] = mods }
    if let xlink = prefixes.xlink { names["xlink"] = xlink }
    let new = try XMLWriter.fragment(prefixes: names, depth: depth, isASCII: !places.isUTF8, content).bytes
    // Line feeds stand between elements alone: those of texts and values are references or spaces.
    guard usesReturns else { return new }
    return new.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
  }

  private static func namespaces(of root: XMLPlaces.Element, _ bytes: [UInt8]) -> [(prefix: String, uri: String)] {
    root.attributes.compactMap { name, value in
      guard name == "xmlns" || name.hasPrefix("xmlns:") else { return nil }
      return (String(name.dropFirst(name == "xmlns" ? 5 : 6)), String(decoding: bytes[value], as: UTF8.self))
    }
  }

  private static let xlink = "http://www.w3.org/1999/xlink"

  fileprivate static func noMETS(_ path: String) -> Diagnostic {
    Diagnostic(.formatUnexpected, "'\(path)' is no METS file", at: SourcePlace(file: path))
  }

  fileprivate static func second(_ path: String) -> Diagnostic {
    Diagnostic(
      .formatUnexpected, "'\(path)' is METS 2, and 'mets-alto' adds to METS 1 alone", at: SourcePlace(file: path),
      fix: "set 'base: new' to write a METS file of its own")
  }
}
