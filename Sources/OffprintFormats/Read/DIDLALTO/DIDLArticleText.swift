import OffprintKit
import OffprintXML

/// The text of an article as it stands in its own file: `<text><title>…</title><p>…</p></text>`.
struct DIDLArticleText: XMLHandler {
  static let vocabulary = ["p", "title"]

  /// Titles and paragraphs in the order of the file; what is neither counts as a paragraph.
  private(set) var pieces: [(isTitle: Bool, text: String)] = []
  private var depth = 0
  private var collected: [UInt8] = []

  /// Reads a file. What had to be replaced in it matters to nobody: its letters are only compared.
  static func read(_ path: String) throws -> DIDLArticleText {
    var handler = DIDLArticleText()
    try XMLReader.read(
      SourceFile.read(path, atMost: SourceFile.largestInput), file: path, into: &handler)
    return handler
  }

  mutating func start(_ element: Int, _ attributes: XMLAttributes) {
    depth += 1
    if depth == 2 {
      collected.removeAll(keepingCapacity: true)
      pieces.append((element == 1, ""))
    }
  }

  mutating func end(_ element: Int) {
    if depth == 2 { pieces[pieces.count - 1].text = String(decoding: collected, as: UTF8.self) }
    depth -= 1
  }

  mutating func text(_ text: XMLBytes) {
    if depth >= 2 { collected.append(contentsOf: text.bytes) }
  }
}
