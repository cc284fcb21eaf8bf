import OffprintModel

/// The attribute `custom` as Transkribus writes it: `readingOrder {index:3;} structure {id:a7; type:article;}`. Other
/// programs write other things there, which say nothing here.
struct PAGECustom {
  private(set) var readingOrder: Int?
  private(set) var structures: [[String: String]] = []

  init() {}

  init(_ text: String) {
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[..<open].split { $0.isWhitespace }.last ?? ""
      let values = Self.values(rest[rest.index(after: open)..<close])
      switch name {
      case "readingOrder": readingOrder = readingOrder ?? values["index"].flatMap { Int($0) }
      case "structure": structures.append(values)
      default: break
      }
      rest = rest[rest.index(after: close)...]
    }
  }

  private static func values(_ text: Substring) -> [String: String] {
    var values: [String: String] = [:]
    for pair in text.split(separator: ";") {
      let parts = pair.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let (key, value) = (trimmed(parts[0]), trimmed(parts[1]))
      if !key.isEmpty, !value.isEmpty { values[key] = value }
    }
    return values
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// The article that the line or region is of, and what kind of unit it is.
  var article: PAGEArticleMark? {
    structures.lazy.compactMap { structure in
      guard let id = structure["id"], let type = structure["type"].flatMap(PAGEArticleMark.type) else { return nil }
      return PAGEArticleMark(id: id, type: type, isContinued: structure["continued"] == "true")
    }.first
  }

  /// What Offprint says that the line is in its article.
  var role: Role? { structures.lazy.compactMap { $0["role"].flatMap(Role.init) }.first }

  /// The first type that is not that of an article.
  var regionType: String? {
    structures.lazy.compactMap { $0["type"] }.first { PAGEArticleMark.type($0) != .article }
  }
}
