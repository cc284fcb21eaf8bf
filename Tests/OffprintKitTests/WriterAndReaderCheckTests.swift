import Foundation
import OffprintKit
import OffprintTesting
import Testing

private struct PlainWriter: Writer {
  static let spec = WriterSpec(name: "plain", summary: "Writes ids", fileExtension: "txt", layout: .records)
  init(_ settings: NoSettings) {}
  func products(for issue: Issue) -> [Product] {
    issue.articles.enumerated().map { Product(.article($0), Array("\($1.id)\n".utf8)) }
  }
}

private struct BadWriter: Writer {
  static let spec = WriterSpec(name: "bad", summary: "Writes badly", fileExtension: ".txt", layout: .files)
  init(_ settings: NoSettings) {}
  func products(for issue: Issue) throws -> [Product] {
    if issue.pages.isEmpty { throw Diagnostic(.stageFailed, "no pages") }
    return [Product(.article(-1), []), Product(.article(-1), [1])]
  }
}

/// Reads files of `LINES` and text.
private struct LinesReader: Reader {
  static let spec = ReaderSpec(name: "lines", summary: "Reads lines", gives: [])
  init(_ settings: NoSettings) {}
  func documents(in input: InputSelection) -> DocumentListing {
    DocumentListing(documents: input.files.map { DocumentSource(name: $0, root: input.root, files: [$0]) })
  }
  func read(_ document: DocumentSource, _ context: inout ReadContext) throws -> Issue {
    let bytes = try SourceFile.read(document.files[0])
    guard bytes.starts(with: Array("LINES".utf8)) else {
      throw Diagnostic(.formatUnexpected, "no lines", at: SourcePlace(file: document.files[0]))
    }
    return Issue(id: document.name, pages: [PageBuilder.textPage(name: "p", text: bytes)])
  }
}

/// Throws what is no message, and finds nothing.
private struct BadReader: Reader {
  struct Crash: Error {}
  static let spec = ReaderSpec(name: "bad", summary: "Reads badly", gives: [])
  init(_ settings: NoSettings) {}
  func documents(in input: InputSelection) -> DocumentListing { DocumentListing() }
  func read(_ document: DocumentSource, _ context: inout ReadContext) throws -> Issue { throw Crash() }
}

@Suite("The checks of readers and writers")
struct WriterAndReaderCheckTests {
  @Test("a sound writer passes, and what a bad one does is told")
  func writers() {
    #expect(checkWriter(PlainWriter.self) == [])
    let rules = Set(checkWriter(BadWriter.self).map(\.rule))
    #expect(
      rules == [
        "a file extension is given without a dot", "a product is about an article that exists", "a product has content",
        "each file is about something else, so that paths differ", "a writer writes any document",
      ])
  }

  @Test("a sound reader passes, and what a bad one does is told")
  func readers() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("offprint-\(UUID().uuidString).txt")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("LINES\none\n".utf8).write(to: file)
    #expect(checkReader(LinesReader.self, samples: [file.path]) == [])
    let rules = Set(checkReader(BadReader.self, samples: [file.path]).map(\.rule))
    #expect(
      rules == [
        "what cannot be read ends in a message with a place", "a sample has documents, the same each time",
      ])
  }
}
