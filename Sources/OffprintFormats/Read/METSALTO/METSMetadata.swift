import OffprintXML

/// Collects one description, in MODS or in Dublin Core: both are known by the local names of their elements.
struct METSMetadata {
  private(set) var description = METSDescription()
  private var path: [METSName] = []
  /// What the open relatedItem elements are to the thing described.
  private var related: [String] = []
  private var type = ""
  private var detail = ""
  private var nonSort = ""
  private var collected: [UInt8] = []

  mutating func start(_ name: METSName, _ attributes: XMLAttributes) {
    path.append(name)
    collected.removeAll(keepingCapacity: true)
    switch name {
    case .relatedItem: related.append(attributes[.type] ?? "")
    case .detail: detail = attributes[.type] ?? ""
    case .titleInfo: nonSort = ""
    case .identifier, .description, .languageTerm: type = attributes[.type] ?? ""
    default: break
    }
  }

  mutating func text(_ text: XMLBytes) { collected.append(contentsOf: text.bytes) }

  mutating func end(_ name: METSName) {
    // Most elements hold others and no text but what sets them in.
    let hasText = collected.contains { $0 > 0x20 }
    let value =
      hasText ? String(decoding: collected, as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ") : ""
    collected.removeAll(keepingCapacity: true)
    let parent = path.dropLast().last
    _ = path.popLast()
    if name == .relatedItem { _ = related.popLast() }
    guard !value.isEmpty else { return }
    // Only the newspaper itself is of interest among related items; others are scans, series, copies.
    let isHost = related == ["host"]
    guard related.isEmpty || isHost else { return }
    take(name, value, parent: parent, isHost: isHost)
  }

  private mutating func take(_ name: METSName, _ value: String, parent: METSName?, isHost: Bool) {
    switch name {
    case .nonSort: nonSort = value
    case .title:
      let whole = nonSort.isEmpty ? value : nonSort.hasSuffix("'") ? nonSort + value : "\(nonSort) \(value)"
      description.title = description.title ?? whole
    case .partNumber: set(\.number, Self.lastNumber(value))
    case .dateIssued, .dateCreated, .date: set(\.date, value)
    case .languageTerm: description.languages.append(value)
    case .language: if parent != .language, parent != .mods { description.languages.append(value) }
    case .identifier:
      // An issue's own ids stand beside those of the newspaper it is of, which say `host`.
      description.identifiers.insert((type, value), at: isHost ? 0 : description.identifiers.count)
    case .publisher: if !value.hasPrefix("[") { set(\.publisher, value) }
    case .placeTerm: set(\.place, value)
    case .number:
      switch detail.lowercased() {
      case "volume": set(\.volume, value)
      case "issue", "number": set(\.number, value)
      case "edition": set(\.edition, value)
      case "page number": set(\.page, value)
      default: break
      }
    case .description:
      // The sequential designations of the BnF's Dublin Core: year (volume) and number.
      if type.hasSuffix("sequentialDesignation1") { set(\.volume, Self.lastNumber(value)) }
      if type.hasSuffix("sequentialDesignation2") { set(\.number, Self.lastNumber(value)) }
    default: break
    }
  }

  private mutating func set(_ field: WritableKeyPath<METSDescription, String?>, _ value: String?) {
    if description[keyPath: field] == nil { description[keyPath: field] = value }
  }

  /// The last run of digits: `Jg. 3, nº 288` is number 288.
  private static func lastNumber(_ text: String) -> String? {
    text.split { !("0"..."9").contains($0) }.last.map(String.init)
  }
}
