/// What a METS file says, as far as an issue needs it.
struct METSDocument {
  /// The path it was read from.
  var path: String
  var label: String?
  var created: String?
  var descriptions: [String: METSDescription] = [:]
  /// Ids of the descriptions in the order of the file.
  var descriptionOrder: [String] = []
  var files: [METSFile] = []
  var maps: [METSMap] = []
  /// Divisions of all maps; maps and divisions name each other by index.
  var divs: [METSDiv] = []
  /// What structLink joins: from the id of a division to others, in the order of the file.
  var links: [String: [String]] = [:]

  /// Divisions of a map in the order of the file, from its top divisions down.
  func all(below roots: [Int]) -> [Int] {
    roots.flatMap { [$0] + all(below: divs[$0].children) }
  }
}

/// A file of the fileSec.
struct METSFile {
  var id: String
  var href: String
  /// USE and ID of the groups around it, for what they say of its kind.
  var group: String
  /// The line of the METS file on which it stands.
  var line: Int
}

struct METSMap {
  var id: String?
  /// Lower case; empty if the file gives none.
  var type: String
  var roots: [Int] = []
}

struct METSDiv {
  var id: String?
  /// As written.
  let type: String
  /// The type without prefix, in capitals and letters only: `np:issue` is `ISSUE`, `Title_Section` is `TITLESECTION`.
  let kind: String
  var label: String?
  var order: Int?
  var orderLabel: String?
  var descriptions: [String]
  var children: [Int] = []
  var areas: [METSArea] = []
  /// The line of the METS file on which it begins.
  let line: Int

  init(
    id: String?, type: String, label: String?, order: Int?, orderLabel: String?, descriptions: [String], line: Int
  ) {
    self.line = line
    self.id = id
    self.type = type
    kind = Self.kind(type)
    self.label = label
    self.order = order
    self.orderLabel = orderLabel
    self.descriptions = descriptions
  }

  private static func kind(_ type: String) -> String {
    if type.utf8.allSatisfy({ $0 < 0x80 }) {
      let name = type.utf8.split(separator: UInt8(ascii: ":")).last ?? Substring().utf8
      return String(decoding: name.filter { ($0 | 0x20) &- 0x61 < 26 }.map { $0 & ~0x20 }, as: UTF8.self)
    }
    let name = type.split(separator: ":").last ?? ""
    return String(name.uppercased().filter { $0.isLetter })
  }
}

/// A pointer from a division into a file.
struct METSArea {
  var fileID: String
  /// An id in the file, and the last one if it is a range; nil for the whole file.
  var begin: String?
  var end: String?
  /// The rectangle that lines must lie in, in the unit of the file: left, top, right, bottom.
  var rectangle: [Double]?
  var line: Int
}

/// What a dmdSec says, in MODS or Dublin Core.
struct METSDescription {
  var title: String?
  var date: String?
  var languages: [String] = []
  var identifiers: [(type: String, value: String)] = []
  var publisher: String?
  var place: String?
  var volume: String?
  var number: String?
  var edition: String?
  /// The printed number of the page that is described, as NDNP does.
  var page: String?
}
