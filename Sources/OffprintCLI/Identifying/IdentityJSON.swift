import OffprintFormats
import OffprintJSON

/// What files are, for scripts: one object with every file.
enum IdentityJSON {
  static func text(_ files: [IdentifiedFile], _ found: [FoundDocuments]) -> String {
    var out: [UInt8] = []
    JSONValue.members(
      ("schema", .integer(1)), ("files", .array(files.map(file))),
      ("documents", .array(found.map(documents))),
      ("unread", .integer(files.count { $0.isUnread }))
    ).append(to: &out)
    return String(decoding: out, as: UTF8.self) + "\n"
  }

  private static func file(_ file: IdentifiedFile) -> JSONValue {
    .members(
      ("path", .string(file.path)), ("kind", .string(file.identity.kind)),
      ("profile", .strings(file.identity.profile)), ("use", .string(file.identity.use.rawValue)),
      ("reader", file.reader.map(JSONValue.string) ?? .null), ("oddities", .strings(file.identity.oddities)),
      ("remark", file.remark.map(JSONValue.string) ?? .null))
  }

  private static func documents(_ found: FoundDocuments) -> JSONValue {
    .members(
      ("path", .string(found.path)), ("reader", .string(found.reader)), ("count", .integer(found.count)),
      ("next", .string(found.next)))
  }
}
