import OffprintModel
import OffprintXML

/// Takes the items out of a file: one, or those of a newsMessage.
struct NewsMLFile: XMLHandler {
  private enum Name: Int, CaseIterable {
    case newsItem, packageItem, guid, lang, qcode, literal, uri, rel, value, residref, role, kind
    case pubStatus, language, tag, title, name, published, timestamp, publishedExtProperty, contentCreated
    case contentMetaExtProperty, partMeta, partMetaExtProperty, genre, generator, versionCreated, itemRef, itemMeta
    case infoSource, inlineXML, inlineData, contentSet, href, headline

    var word: String { self == .kind ? "class" : "\(self)" }
  }

  static let vocabulary = Name.allCases.map(\.word)

  private(set) var items: [NewsMLReadItem] = []
  private var item = NewsMLReadItem()
  private var payload: NITFText?
  private var payloadDepth = 0
  private var depth = 0
  private var open: [Int] = []
  private var text: [UInt8] = []

  mutating func start(_ element: Int, _ attributes: XMLAttributes) {
    depth += 1
    if payload != nil {
      let kind = Self.value(.kind, attributes)
      payload?.start(attributes.elementName.string, kind: kind)
      return
    }
    text.removeAll(keepingCapacity: true)
    open.append(element)
    guard let name = Name(rawValue: element) else { return }
    begin(name, attributes)
  }

  private mutating func begin(_ name: Name, _ attributes: XMLAttributes) {
    switch name {
    case .newsItem, .packageItem:
      item = NewsMLReadItem()
      item.isPackage = name == .packageItem
      item.guid = Self.value(.guid, attributes) ?? ""
      item.language = Self.value(.lang, attributes)
    case .pubStatus: item.isCanceled = Self.value(.qcode, attributes)?.hasSuffix(":canceled") ?? false
    case .language where isIn(.contentSet) == false: item.language = Self.value(.tag, attributes) ?? item.language
    case .published: item.publicationURI = Self.value(.uri, attributes)
    case .publishedExtProperty: note(attributes) { $0.published[$1] = $1 == "page" ? nil : $2 }
    case .contentMetaExtProperty: note(attributes) { if $1 == "section" { $0.section = $2 } }
    case .partMeta: item.pages.append((nil, nil))
    case .partMetaExtProperty:
      note(attributes) { item, key, value in
        guard let last = item.pages.indices.last else { return }
        if key == "page" { item.pages[last].label = value }
        if key == "page-sequence" { item.pages[last].sequence = Int(value) }
      }
    case .genre:
      let code = Self.value(.qcode, attributes)?.split(separator: ":").last.map(String.init)
      if let type = code.flatMap(ArticleType.init) { item.type = type }
    case .itemRef: if let guid = Self.value(.residref, attributes) { item.members.append(guid) }
    case .inlineXML:
      payload = NITFText()
      payloadDepth = depth
    case .inlineData: item.hasOtherContent = true
    default: break
    }
  }

  mutating func end(_ element: Int) {
    defer { depth -= 1 }
    if payload != nil {
      guard depth == payloadDepth else {
        payload?.end()
        return
      }
      if let payload, item.parts.isEmpty {
        item.parts = payload.parts
        if payload.parts.isEmpty { item.hasOtherContent = true }
      }
      payload = nil
    }
    open.removeLast()
    guard let name = Name(rawValue: element) else { return }
    let said = String(decoding: text, as: UTF8.self)
    switch name {
    case .newsItem, .packageItem:
      items.append(item)
      item = NewsMLReadItem()
    case .title where isIn(.itemMeta) && item.title == nil: item.title = said
    case .name where isIn(.published): item.paper = item.paper ?? said
    case .name where isIn(.infoSource): item.paper = item.paper ?? said
    case .timestamp where isIn(.published): item.printed = item.printed ?? said
    case .contentCreated: item.printed = item.printed ?? said
    case .versionCreated: item.created = said
    case .generator: if said != "Offprint" { item.ocrSoftware = said }
    default: break
    }
    text.removeAll(keepingCapacity: true)
  }

  mutating func text(_ text: XMLBytes) {
    if payload != nil {
      payload?.text(text)
    } else {
      self.text.append(contentsOf: text.bytes)
    }
  }

  /// A property of Offprint's own scheme, by its name without the alias.
  private mutating func note(
    _ attributes: XMLAttributes, _ take: (inout NewsMLReadItem, _ key: String, _ value: String) -> Void
  ) {
    guard let rel = Self.value(.rel, attributes), let value = Self.value(.value, attributes),
      let key = rel.split(separator: ":").last.map(String.init)
    else { return }
    take(&item, key, value)
  }

  private static func value(_ name: Name, _ attributes: XMLAttributes) -> String? { attributes[name.rawValue]?.string }

  private func isIn(_ name: Name) -> Bool { open.contains(name.rawValue) }
}
