import OffprintModel
import OffprintXML

/// A page file or an entity that another file names.
struct OliveReference {
  /// The folder of the page; nil for the one in which the file stands that names it.
  var page: String?
  /// The file's name without its ending.
  var name: String
  /// Where it is named.
  var file: String
  var line: Int
}

/// The table of contents of a delivery, TOC.xml.
struct OliveTOC: XMLHandler {
  static let vocabulary = OliveName.vocabulary

  private(set) var description = OliveDescription()
  private(set) var pages: [OliveReference] = []
  private(set) var entities: [OliveReference] = []
  private var isDate = false
  private var collected: [UInt8] = []
  private let path: String

  init(path: String) { self.path = path }

  mutating func start(_ element: Int, _ attributes: XMLAttributes) {
    switch OliveName.named(element) {
    case .tocRoot, .meta: description.take(attributes)
    case .page: if let page = reference(attributes) { pages.append(page) }
    case .entity: if let entity = reference(attributes) { entities.append(entity) }
    case .published:
      isDate = true
      collected.removeAll(keepingCapacity: true)
    default: break
    }
  }

  mutating func end(_ element: Int) {
    guard OliveName.named(element) == .published else { return }
    description.published = String(decoding: collected, as: UTF8.self)
    isDate = false
  }

  mutating func text(_ text: XMLBytes) {
    if isDate { collected.append(contentsOf: text.bytes) }
  }

  /// HREF is `/1/Ar00100`: the folder of the page and the file in it.
  private func reference(_ attributes: XMLAttributes) -> OliveReference? {
    let parts = (attributes.olive(.href) ?? "").split(separator: "/").map(String.init)
    guard let page = parts.count > 1 ? parts[parts.count - 2] : attributes.olive(.pageNumber),
      let name = parts.last ?? attributes.olive(.ID)
    else { return nil }
    return OliveReference(page: page, name: FilePath.pageName(name), file: path, line: attributes.line)
  }
}
