import OffprintModel
import OffprintXML

/// The attribute `custom` as Transkribus writes it: `readingOrder {index:3;} structure {id:a7; type:article;}`. Other
/// programs write other things there, which say nothing here.
///
/// Every line has one, so it is read from the bytes as they stand.
struct PAGECustom {
  /// What stands in the braces of one `structure`.
  struct Structure {
    var id: String?
    var type: String?
    var role: Role?
    var isContinued = false
  }

  private(set) var readingOrder: Int?
  private(set) var structures: [Structure] = []

  init() {}

  init(_ text: XMLBytes) {
    var rest = text.bytes[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      let name = Self.lastWord(rest[..<open])
      let values = rest[(open + 1)..<close]
      if name.equals("readingOrder") {
        readOrder(values)
      } else if name.equals("structure") {
        structures.append(Structure(values))
      }
      rest = rest[(close + 1)...]
    }
  }

  /// Of several orders the first counts.
  private mutating func readOrder(_ values: Slice<UnsafeBufferPointer<UInt8>>) {
    guard readingOrder == nil else { return }
    Self.forEachPair(in: values) { key, value in
      if key.equals("index") { readingOrder = value.int }
    }
  }

  private static func lastWord(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> XMLBytes {
    let text = trimmed(text)
    guard let space = text.bytes.lastIndex(where: { $0 <= 0x20 }) else { return text }
    return XMLBytes(UnsafeBufferPointer(rebasing: text.bytes[(space + 1)...]))
  }

  /// Calls `body` with each `key:value` of those that end with semicolons; what is empty is left out.
  fileprivate static func forEachPair(
    in text: Slice<UnsafeBufferPointer<UInt8>>, _ body: (_ key: XMLBytes, _ value: XMLBytes) -> Void
  ) {
    var rest = text
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: ";")) ?? rest.endIndex
      if let colon = rest[..<end].firstIndex(of: UInt8(ascii: ":")) {
        let (key, value) = (trimmed(rest[..<colon]), trimmed(rest[(colon + 1)..<end]))
        if !key.isEmpty, !value.isEmpty { body(key, value) }
      }
      rest = rest[min(end + 1, rest.endIndex)...]
    }
  }

  private static func trimmed(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> XMLBytes {
    var text = text
    while let first = text.first, first <= 0x20 { text.removeFirst() }
    while let last = text.last, last <= 0x20 { text.removeLast() }
    return XMLBytes(UnsafeBufferPointer(rebasing: text))
  }

  /// The article that the line or region is of, and what kind of unit it is.
  var article: PAGEArticleMark? {
    structures.lazy.compactMap { structure in
      guard let id = structure.id, let type = structure.type.flatMap(PAGEArticleMark.type) else { return nil }
      return PAGEArticleMark(id: id, type: type, isContinued: structure.isContinued)
    }.first
  }

  /// What Offprint says that the line is in its article.
  var role: Role? { structures.lazy.compactMap(\.role).first }

  /// The first type that is not that of an article.
  var regionType: String? {
    structures.lazy.compactMap(\.type).first { PAGEArticleMark.type($0) != .article }
  }
}

extension PAGECustom.Structure {
  /// Of a key that stands twice the last value counts.
  fileprivate init(_ values: Slice<UnsafeBufferPointer<UInt8>>) {
    self.init()
    PAGECustom.forEachPair(in: values) { key, value in
      if key.equals("id") { id = value.string }
      if key.equals("type") { type = value.string }
      if key.equals("role") { role = Role(rawValue: value.string) }
      if key.equals("continued") { isContinued = value.equals("true") }
    }
  }
}
