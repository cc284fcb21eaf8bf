import OffprintXML

/// Collects a DIDL file.
///
/// Items stand inside each other: the issue, its pages with what is on them, and its articles. What one is shows in
/// its Components: a page has an `alto`, an article a zoning with blocks or a text (`ocr`).
struct DIDLHandler: XMLHandler {
  static let vocabulary = DIDLName.vocabulary

  var document: DIDLDocument
  private var items: [Item] = []
  private var component: Component?
  private var collected: [UInt8] = []
  private var statementIsRole = false
  private var type = ""
  private var isInBlocks = false

  private struct Item {
    var id: String?
    var components: [Component] = []
  }

  private struct Component {
    var id: String?
    var role: String?
    var file: DIDLFile?
    var description = DIDLDescription()
    var parts: [DIDLPart] = []

    /// Its role as it says, else the end of its identifier: `…:a0001:zoning`.
    var kind: String {
      let written = (role ?? id?.split(separator: ":").last.map(String.init) ?? "").lowercased()
      return written.split(separator: "/").last.map(String.init) ?? ""
    }
  }

  init(path: String) { document = DIDLDocument(path: path) }

  mutating func start(_ element: Int, _ attributes: XMLAttributes) {
    collected.removeAll(keepingCapacity: true)
    if isInBlocks, let id = attributes.didl(.ID) { addBlock(id, attributes.line) }
    guard DIDLName.byNumber.indices.contains(element) else { return }
    switch DIDLName.byNumber[element] {
    case .Item: items.append(Item(id: attributes.didl(.identifier)))
    case .Component: component = Component(id: attributes.didl(.identifier))
    case .Statement: statementIsRole = attributes.didl(.type) == "role"
    case .Resource: addFile(attributes)
    case .articlePart:
      component?.parts.append(
        DIDLPart(order: attributes.didl(.order).flatMap { Int($0) }, page: attributes.didl(.pageid)))
    case .blocks: beginBlocks(attributes)
    default: type = attributes.didl(.type) ?? ""
    }
  }

  mutating func end(_ element: Int) {
    defer { collected.removeAll(keepingCapacity: true) }
    guard DIDLName.byNumber.indices.contains(element) else { return }
    let name = DIDLName.byNumber[element]
    switch name {
    case .Item: endItem()
    case .Component:
      if let component, !items.isEmpty { items[items.count - 1].components.append(component) }
      component = nil
    case .blocks: isInBlocks = false
    default:
      let value = String(decoding: collected, as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
      if !value.isEmpty { take(name, value) }
    }
  }

  mutating func text(_ text: XMLBytes) {
    if component != nil { collected.append(contentsOf: text.bytes) }
  }

  private mutating func addFile(_ attributes: XMLAttributes) {
    let file = DIDLFile(name: attributes.didl(.filename), reference: attributes.didl(.ref), line: attributes.line)
    guard file.name != nil || file.reference != nil else { return }
    component?.file = file
    document.names.formUnion(file.spellings.map { FilePath.last($0).lowercased() })
  }

  private mutating func beginBlocks(_ attributes: XMLAttributes) {
    guard var parts = component?.parts else { return }
    isInBlocks = true
    // Blocks of a second page file in one part are a part of their own.
    if let last = parts.last, last.blocks.isEmpty {
      parts.removeLast()
      parts.append(DIDLPart(order: last.order, page: last.page, alto: attributes.didl(.alto)))
    } else {
      parts.append(DIDLPart(order: parts.last?.order, page: parts.last?.page, alto: attributes.didl(.alto)))
    }
    component?.parts = parts
  }

  private mutating func addBlock(_ id: String, _ line: Int) {
    let last = (component?.parts.count ?? 0) - 1
    if last >= 0 { component?.parts[last].blocks.append((id, line)) }
  }

  private mutating func take(_ name: DIDLName, _ value: String) {
    guard component != nil else { return }
    switch name {
    case .Statement: if statementIsRole { component?.role = value }
    case .title: set(\.title, value)
    case .subject: set(\.subject, value)
    case .date: set(\.date, value)
    case .language: component?.description.languages.append(value)
    case .publisher: set(\.publisher, value)
    case .issuenumber: set(\.number, value)
    case .volume: set(\.volume, value)
    case .edition: set(\.edition, value)
    case .nativePageNumber: set(\.pageLabel, value)
    // The number of the title in the union catalogue; the other identifiers are addresses.
    case .identifier: if type.hasSuffix("PPN") { set(\.identifier, value) }
    // Where it was printed; without a type it says how far it spread.
    case .spatial: if type.hasSuffix("creation") { set(\.place, value) }
    default: break
    }
  }

  private mutating func set(_ field: WritableKeyPath<DIDLDescription, String?>, _ value: String) {
    if component?.description[keyPath: field] == nil { component?.description[keyPath: field] = value }
  }

  private mutating func endItem() {
    guard let item = items.popLast() else { return }
    let description = item.components.first { $0.kind == "metadata" }?.description
    let parts = item.components.flatMap(\.parts).filter { !$0.blocks.isEmpty }
    let text = item.components.first { $0.kind == "ocr" }?.file
    if let file = item.components.first(where: { $0.kind == "alto" })?.file {
      document.pages.append(DIDLPage(id: item.id, file: file, label: description?.pageLabel))
    } else if text != nil || !parts.isEmpty {
      document.articles.append(
        DIDLArticle(
          id: item.id?.split(separator: ":").last.map(String.init) ?? "item\(document.articles.count + 1)", text: text,
          description: description ?? DIDLDescription(), parts: parts))
    } else if items.isEmpty, let description {
      document.description = description
    }
  }
}
