import Foundation
import OffprintKit
import OffprintTesting
import Testing

@Suite("Snapshots and differences")
struct SnapshotTests {
  @Test("a snapshot is missing, then recorded, then compared")
  func snapshots() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("offprint-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let test = folder.appendingPathComponent("SomeTests.swift").path
    func failure(_ text: String, record: Bool = false) -> String? {
      Snapshot.failure(of: text, named: "a b", testFile: test, environment: record ? ["OFFPRINT_RECORD": "1"] : [:])
    }
    #expect(failure("one\ntwo")?.contains("OFFPRINT_RECORD=1") == true)
    #expect(failure("one\ntwo", record: true) == nil)
    #expect(failure("one\ntwo") == nil)
    #expect(failure("one\n2")?.hasSuffix("  one\n- two\n+ 2") == true)
    #expect(FileManager.default.fileExists(atPath: folder.path + "/Snapshots/a-b.txt"))
  }

  @Test("a difference shows two lines around each place")
  func differences() {
    let old = (1...12).map(String.init)
    var new = old
    new[5] = "six"
    new.insert("0", at: 0)
    let expected = "+ 0\n  1\n  2\n…\n  4\n  5\n- 6\n+ six\n  7\n  8\n…"
    #expect(textDiff(expected: old.joined(separator: "\n"), actual: new.joined(separator: "\n")) == expected)
    #expect(textDiff(expected: "a", actual: "a") == "")
    #expect(textDiff(expected: "a\n", actual: "a") == "  a\n- ")
  }
}

@Suite("Documents for tests")
struct DocumentBuilderTests {
  @Test("articles come with their lines, order and ids")
  func articles() {
    var builder = DocumentBuilder(id: "t", language: "en")
    builder.textPage("a\u{0C}b")
    builder.article(.notice, (.headline, "Births"), (.paragraph, "one\ntwo"))
    let issue = builder.issue
    #expect(issue.pages.map(\.name) == ["page1", "page2", "page3"])
    #expect(issue.articles.map(\.id) == ["t-p3-1"])
    #expect(issue.articles.map { issue.text(of: $0.components[1]) } == ["one two"])
    #expect(issue.pages[2].flow?.lines == [0, 1, 2])
  }

  @Test("pages with boxes")
  func boxes() {
    var builder = DocumentBuilder()
    builder.page {
      $0.block(x: 10, y: 20, width: 70, lines: ["ab cd ef", "x"])
      $0.blockWithoutPlaces("L", lines: ["no place"])
    }
    let page = builder.issue.pages[0]
    #expect(page.blocks.map(\.id) == ["B1", "L"])
    #expect(page.lines[1].box == Box(x: 10, y: 60, width: 70, height: 40))
    #expect(!page.lines[2].box.isKnown)
    #expect(page.lines[0].words.map(\.box.left) == [10, 36, 62])
  }
}
