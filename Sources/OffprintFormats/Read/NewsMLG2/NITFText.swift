import OffprintModel
import OffprintXML

/// The texts of an NITF document, in the order of its file.
struct NITFText {
  private(set) var parts: [NewsMLReadItem.Part] = []
  private var open: [String] = []
  /// The text that is gathered, and what it will be.
  private var text: [UInt8] = []
  private var kind: Role?
  private var rows: [String] = []
  private var cells: [String] = []

  /// - Parameter kind: the element's class, which names the role of a text where NITF has no element for it.
  mutating func start(_ element: String, kind: String?) {
    open.append(element)
    guard open.contains("body") else { return }
    switch element {
    case "hl1": begin(role(kind) ?? .headline)
    case "hl2": begin(open.contains("hedline") ? role(kind) ?? .subheadline : .crosshead)
    case "byline" where self.kind == nil: begin(.byline)
    case "dateline" where self.kind == nil: begin(.dateline)
    case "p" where self.kind == nil: begin(role(kind) ?? .paragraph)
    case "media-caption": begin(.caption)
    case "table": rows = []
    case "tr": cells = []
    case "td", "th": begin(.table)
    case "br": text.append(0x20)
    default: break
    }
  }

  mutating func text(_ text: XMLBytes) { if kind != nil { self.text.append(contentsOf: text.bytes) } }

  mutating func end() {
    guard let element = open.popLast() else { return }
    switch element {
    case "td", "th": cells.append(finish())
    case "tr": rows.append(cells.joined(separator: "   "))
    case "table": if !rows.isEmpty { parts.append(.init(role: .table, lines: rows)) }
    case "hl1", "hl2", "byline", "dateline", "p", "media-caption":
      guard let role = kind, element != "p" || !open.contains("media-caption") else { return }
      // A paragraph inside of a byline or a caption is part of it.
      if element == "p", role == .byline || role == .dateline || role == .table { return }
      let own = finish()
      guard !own.isEmpty else { return }
      let isOver = role == .overline
      let part = NewsMLReadItem.Part(role: role, lines: [own])
      // An overline stands above the headline that NITF has before it.
      if isOver, let head = parts.firstIndex(where: { $0.role == .headline }) {
        parts.insert(part, at: head)
      } else {
        parts.append(part)
      }
    default: break
    }
  }

  private mutating func begin(_ role: Role) {
    kind = role
    text.removeAll(keepingCapacity: true)
  }

  /// The text, one space between words.
  private mutating func finish() -> String {
    kind = nil
    return text.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }

  private func role(_ kind: String?) -> Role? { kind.flatMap(Role.init) }
}
