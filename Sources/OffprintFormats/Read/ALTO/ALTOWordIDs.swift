import OffprintKit
import OffprintModel
import OffprintXML

/// Finds the line that each word of an ALTO file stands in, by the word's id.
struct ALTOWordIDs: XMLHandler {
  static let vocabulary = ["String", "TextLine", "Page", "ID"]

  private let pages: [Int]
  private var page = -1
  private var line = -1
  private var found: [String: LineRef] = [:]

  /// Empty if the file cannot be read again.
  static func lines(in path: String, pages: [Int]) -> [String: LineRef] {
    var handler = ALTOWordIDs(pages: pages)
    guard let bytes = try? SourceFile.read(path),
      (try? XMLReader.read(bytes, file: path, into: &handler)) != nil
    else { return [:] }
    return handler.found
  }

  private init(pages: [Int]) { self.pages = pages }

  mutating func start(_ element: Int, _ attributes: XMLAttributes) {
    switch element {
    case 0:
      guard line >= 0, pages.indices.contains(page), let id = attributes[3]?.string else { return }
      if found[id] == nil { found[id] = LineRef(page: pages[page], line: line) }
    case 1: line += 1
    case 2:
      page += 1
      line = -1
    default: break
    }
  }
}
