import OffprintKit

/// What an earlier delivery has of an issue: its items, each in a file, or all of them in a message.
struct EarlierIssue {
  let package: EarlierItem?
  private let items: @Sendable (_ id: String) throws -> EarlierItem?

  /// Nothing: all items are first versions.
  static let none = EarlierIssue(package: nil) { _ in nil }

  private init(package: EarlierItem?, items: @escaping @Sendable (String) throws -> EarlierItem?) {
    self.package = package
    self.items = items
  }

  /// - Throws: `OP406` for files that are no items, and what reading them throws.
  init(_ earlier: EarlierProducts, _ unit: NewsMLUnit) throws {
    let whole = try earlier.bytes(of: .issue)
    switch unit {
    case .item:
      package = try whole.map { try EarlierItem($0, named: "the package") }
      items = { id in try earlier.bytes(of: .former(id: id)).map { try EarlierItem($0, named: id) } }
    case .message:
      let all = try (whole.map { try EarlierMessage.items(of: $0) } ?? []).map { try EarlierItem($0, named: "an item") }
      package = all.first { $0.substance.isOfPackage }
      let byID = Dictionary(all.map { (Self.id(of: $0.guid), $0) }) { first, _ in first }
      items = { byID[$0] }
    }
  }

  /// The item of an article, by the article's id.
  ///
  /// - Parameter guid: what its guid must be.
  /// - Throws: `OP406` if the guid is another: then ids would not be the same over versions.
  func item(_ id: String, guid: String) throws -> EarlierItem? {
    guard let item = try items(id) else { return nil }
    guard item.guid == guid else {
      throw Diagnostic.unusable(
        id, "has the guid '\(item.guid)', and it would now be '\(guid)'",
        fix: "let 'authority' be what it was, or leave out 'versions'")
    }
    return item
  }

  /// The items that the package tells of, by their guids and the ids of their articles.
  var members: [(guid: String, id: String)] {
    (package?.members ?? []).map { ($0, Self.id(of: $0)) }
  }

  /// The article's id is the end of a guid.
  private static func id(of guid: String) -> String { guid.split(separator: "/").last.map(String.init) ?? guid }
}

/// Takes a message apart into its items, as they were put into it.
enum EarlierMessage {
  /// Every item begins and ends a line of the message, and no line within one begins with such a tag.
  ///
  /// - Throws: `OP406` if it was not written by us, or changed since.
  static func items(of bytes: [UInt8]) throws -> [[UInt8]] {
    var items: [[UInt8]] = []
    var item: [UInt8] = []
    var end: String?
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if end == nil {
        if line.starts(with: "<newsItem ".utf8) { end = "</newsItem>" }
        if line.starts(with: "<packageItem ".utf8) { end = "</packageItem>" }
      }
      guard let last = end else { continue }
      item += line + [0x0A]
      if line.starts(with: last.utf8) {
        items.append(Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8) + item)
        item = []
        end = nil
      }
    }
    guard !items.isEmpty, end == nil else {
      throw Diagnostic.unusable("the message", "has no items as they were written")
    }
    return items
  }
}
