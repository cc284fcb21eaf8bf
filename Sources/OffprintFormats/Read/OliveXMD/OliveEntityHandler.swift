import OffprintDiagnostics
import OffprintModel
import OffprintXML

/// Collects the file of an entity.
struct OliveEntityHandler: XMLHandler {
  static let vocabulary = OliveName.vocabulary

  private(set) var entity: OliveEntity
  private(set) var description = OliveDescription()
  private(set) var findings = OliveFindings()
  private var part: OliveName?
  private var primitive: OlivePrimitive?
  private var piece: OlivePiece?
  /// QID of the QW that is open.
  private var whole: String?
  private var collected: [UInt8] = []

  init(path: String) { entity = OliveEntity(path: path) }

  mutating func start(_ element: Int, _ attributes: XMLAttributes) {
    guard let name = OliveName.named(element) else { return }
    switch name {
    case .W, .Q, .q: beginPiece(attributes, isClosed: name == .Q || attributes.bytes(.NS)?.equals("y") == true)
    case .QW:
      whole = attributes.olive(.QID) ?? ""
      collected.removeAll(keepingCapacity: true)
    case .L:
      openPrimitive(attributes)
      let box = box(attributes)
      primitive?.beginLine(box: box, opensParagraph: attributes.bytes(.P)?.bytes.first == UInt8(ascii: "S"))
    case .primitive:
      endPrimitive()
      primitive = OlivePrimitive(id: attributes.olive(.ID), box: box(attributes), element: part?.rawValue)
    case .image:
      entity.images.append(
        OliveImage(id: attributes.olive(.ID), box: box(attributes), isFrame: part == .frame))
    case .entityRoot:
      entity.id = attributes.olive(.ID) ?? FilePath.pageName(entity.path)
      entity.type = attributes.olive(.entityType)
      entity.language = attributes.olive(.language)
      entity.index = attributes.bytes(.index)?.int
      takeLinks(attributes)
    case .meta:
      entity.name = entity.name ?? attributes.olive(.name)
      entity.section = entity.section ?? attributes.olive(.section)
      description.take(attributes)
    case .link: takeLinks(attributes)
    default: if name.isPart { part = name }
    }
  }

  mutating func end(_ element: Int) {
    guard let name = OliveName.named(element) else { return }
    switch name {
    case .W, .Q, .q:
      piece?.text = collected
      if let piece { primitive?.add(piece) }
      piece = nil
    case .QW:
      if let whole { primitive?.end(whole, whole: collected.filter { $0 > 0x20 }) }
      whole = nil
    case .primitive, .entityRoot: endPrimitive()
    default: if name == part { part = nil }
    }
  }

  mutating func text(_ text: XMLBytes) {
    if piece != nil || whole != nil { collected.append(contentsOf: text.bytes) }
  }

  private mutating func beginPiece(_ attributes: XMLAttributes, isClosed: Bool) {
    openPrimitive(attributes)
    collected.removeAll(keepingCapacity: true)
    piece = OlivePiece(
      box: box(attributes), style: attributes.bytes(.style)?.int ?? 0, isClosed: isClosed,
      group: attributes.olive(.QID))
  }

  /// Text outside of all primitives is a block of its own.
  private mutating func openPrimitive(_ attributes: XMLAttributes) {
    guard primitive == nil else { return }
    findings.count(.outsidePrimitive, entity.path, attributes.line)
    primitive = OlivePrimitive(id: nil, box: .unknown, element: part?.rawValue)
  }

  private mutating func endPrimitive() {
    guard var done = primitive else { return }
    done.finish()
    entity.primitives.append(done)
    primitive = nil
  }

  private mutating func box(_ attributes: XMLAttributes) -> Box {
    if let box = attributes.oliveBox() { return box }
    findings.count(.badBox, entity.path, attributes.line)
    return .unknown
  }

  /// Programs differ in whether they say it at the root or in Link.
  private mutating func takeLinks(_ attributes: XMLAttributes) {
    guard attributes.olive(.from) != nil || attributes.olive(.to) != nil else { return }
    entity.previous = entity.previous ?? attributes.olive(.from)
    entity.next = entity.next ?? attributes.olive(.to)
    entity.linkLine = entity.linkLine ?? attributes.line
  }
}
