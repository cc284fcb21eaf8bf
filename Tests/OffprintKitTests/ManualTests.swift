import Foundation
import OffprintKit
import OffprintTesting
import Testing

/// The articles of the DocC catalogue. What they show is compiled here, and does what they say.
@Suite struct ManualTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  private static let catalogue = folder.appending(path: "../../Sources/OffprintKit/OffprintKit.docc").standardized

  private static func articles() throws -> [(name: String, text: String)] {
    try FileManager.default.contentsOfDirectory(atPath: catalogue.path).sorted().map {
      ($0, try String(contentsOf: catalogue.appending(path: $0), encoding: .utf8))
    }
  }

  @Test func `every snippet is a file that the tests compile`() throws {
    let files = Self.folder.appending(path: "Manual")
    let compiled = try FileManager.default.contentsOfDirectory(atPath: files.path).sorted().map {
      try String(contentsOf: files.appending(path: $0), encoding: .utf8)
    }
    var shown: [String] = []
    for article in try Self.articles() {
      for piece in article.text.components(separatedBy: "```swift\n").dropFirst() {
        let snippet = piece.components(separatedBy: "```")[0]
        #expect(compiled.contains(snippet), "\(article.name) shows what no test compiles")
        shown.append(snippet)
      }
    }
    #expect(Set(shown) == Set(compiled))
  }

  @Test func `every article is in the contents`() throws {
    let articles = try Self.articles()
    let contents = try #require(articles.first { $0.name == "OffprintKit.md" }).text
    for article in articles where article.name != "OffprintKit.md" {
      #expect(contents.contains("<doc:\(article.name.dropLast(3))>"))
    }
  }

  /// A file with a list, for as long as `body` runs.
  private func withList(_ text: String, _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "offprint-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "tagblatt_1871-03-02.words")
    try Data(text.utf8).write(to: file)
    try body(file.path)
  }

  private let words = "1\t120\t300\t290\t40\tVom\n1\t430\t300\t390\t40\tHafen\n2\t120\t360\t290\t40\tkam\n"

  @Test func `the reader reads lists of words`() throws {
    try withList(words) { file in
      #expect(checkReader(WordListReader.self, samples: [file]) == [])
      let reader = WordListReader(.init())
      let documents = reader.documents(in: InputSelection(root: "/", files: [file], isSingleFile: true)).documents
      var context = ReadContext()
      let issue = try reader.read(try #require(documents.first), &context)
      #expect(issue.pages[0].lines.map(\.text) == ["Vom Hafen", "kam"])
    }
  }

  @Test func `the reader says where a row is wrong`() throws {
    try withList(words + "2\tx\t360\t290\t40\tSturm\n") { file in
      var context = ReadContext()
      let error = #expect(throws: Diagnostic.self) {
        try WordListReader(.init()).read(DocumentSource(name: "a", root: "/", files: [file]), &context)
      }
      #expect(error?.place?.line == 4)
    }
  }

  @Test func `the writer writes a row for each article`() throws {
    #expect(checkWriter(HeadlineListWriter.self) == [])
    var builder = DocumentBuilder()
    builder.article(.article, (.headline, "Vom\tHafen"), (.paragraph, "Es kam Sturm auf."))
    let rows = HeadlineListWriter(.init()).products(for: builder.issue)
    #expect(
      rows.map { String(decoding: $0.bytes, as: UTF8.self) } == ["\(builder.issue.articles[0].id)\t1\tVom Hafen\n"])
  }

  @Test func `the command knows all three`() {
    let registry = ourRegistry()
    #expect(registry.readers["word-list"] != nil && registry.writers["headline-list"] != nil)
    #expect(registry.stages["label-length"]?.plugin == "our-parts")
  }
}
