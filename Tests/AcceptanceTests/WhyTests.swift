import Foundation
import Testing

/// What `offprint why --format json` prints, as far as it matters here.
private struct Account: Decodable {
  struct Article: Decodable { var id: String, headline: String?, pages: [Int], lines: Int }
  struct Component: Decodable { var role: String, lines: Int }
  struct Decision: Decodable { var stage: String, choice: String, reason: String }
  var article: Article, components: [Component], segmentation: [Decision], others: [Decision]
}

@Suite("Asking why an article is as it is")
struct WhyTests {
  private static let lamp = ["why", "the new lamp", "pipelines/text-pages.yaml", "pipelines/samples/text/harbour*"]

  @Test("tells of an article over two pages, with its reasons")
  func twoPages() throws {
    let why = try Command.run(Self.lamp)
    #expect(why.status == 0, "\(why.errors)")
    #expect(why.output.contains("  pages     1, 2\n"), "\(why.output)")
    #expect(why.output.contains("WHY IT IS AN ARTICLE, by segment-articles\n"), "\(why.output)")
    #expect(why.output.contains("  dehyphenate: joined, "), "\(why.output)")
  }

  /// The id of every article that a run writes leads to that article, with as many lines.
  @Test(
    "knows the articles by the ids of the outputs",
    arguments: [
      ("mets-alto", "mets/petit-lac-journal_1903-02-11"), ("alto-pages", "alto/hill-valley-courier_1899-10-07"),
      ("page-xml", "page/steinbacher-anzeiger_1888-04-12.xml"), ("didl-alto", "didl/veerhaven-courant_1872-06-08"),
      ("olive-xmd", "olive/gazette-des-trois-ponts_1902-03-14"),
    ])
  func ids(pipeline: String, sample: String) throws {
    let scratch = try Scratch()
    let run = try Command.run(["run", "pipelines/\(pipeline).yaml", "--var", "out=\(scratch.folder.path)"])
    #expect(run.status == 0, "\(run.errors)")
    let records = try Record.read(scratch.folder.appending(path: "articles.jsonl"))
    #expect(!records.isEmpty)
    for record in records {
      let why = try Command.run([
        "why", record.id, "pipelines/\(pipeline).yaml", "pipelines/samples/\(sample)", "--format", "json",
      ])
      #expect(why.status == 0, "\(record.id): \(why.errors)")
      let account = try JSONDecoder().decode(Account.self, from: Data(why.output.utf8))
      #expect(account.article.id == record.id)
      #expect(account.article.lines == record.lines.count)
      #expect(account.components.reduce(0) { $0 + $1.lines } == account.article.lines)
      #expect(account.segmentation.contains { !$0.reason.isEmpty })
    }
  }

  @Test("lists the articles when none is meant")
  func unknown() throws {
    let why = try Command.run([
      "why", "no such thing", "pipelines/mets-alto.yaml", "pipelines/samples/mets/petit-lac-journal_1903-02-11",
    ])
    #expect(why.status == 66 && why.output.isEmpty)
    #expect(why.errors.contains("error[OP505]") && why.errors.contains("La glace tient."), "\(why.errors)")
  }

  @Test("draws the pages that the article stands on")
  func proof() throws {
    let scratch = try Scratch()
    let file = scratch.folder.appending(path: "proofs/lamp.html")
    let why = try Command.run(Self.lamp + ["--proof", file.path])
    #expect(why.status == 0, "\(why.errors)")
    #expect(why.output == (try Command.run(Self.lamp)).output)
    let html = try String(contentsOf: file, encoding: .utf8)
    #expect(html.contains("<h2>Page 1 ") && html.contains("<h2>Page 2 "))
    #expect(html.contains(">THE NEW LAMP ON THE BREAKWATER.</text>"))
    #expect(html.hasSuffix("</html>\n"))
    // Again over the drawing, but over nothing else.
    #expect(try Command.run(Self.lamp + ["--proof", file.path]).status == 0)
    for other in ["<mets>mine</mets>", "<!DOCTYPE html>\n<html><body class='ocr_page'></body></html>"] {
      let mine = try scratch.write(other, to: "mine")
      let refused = try Command.run(Self.lamp + ["--proof", mine.path])
      #expect(refused.status == 73)
      #expect(refused.errors.contains("is there and is something else, so it is not replaced"), "\(refused.errors)")
      #expect(try String(contentsOf: mine, encoding: .utf8) == other)
    }
  }

  @Test("says so where the drawing cannot be written")
  func unwritable() throws {
    let scratch = try Scratch()
    let file = try scratch.write("", to: "file")
    let why = try Command.run(Self.lamp + ["--proof", file.path + "/lamp.html"])
    #expect(why.status == 73)
    #expect(why.errors.contains("error[OP401]"), "\(why.errors)")
  }
}
