import OffprintModel
import OffprintXML
import Testing

@testable import OffprintFormats

@Suite("article-xml and text")
struct WriteOtherFormatsTests {
  @Test("article-xml keeps each line as printed beside the running text")
  func articleXML() throws {
    let products = try WriteFixture.products(ArticleXMLWriter.self)
    let issue = WriteFixture.issue()
    #expect(products.count == issue.articles.count)
    let root = try XMLReadBack.root(of: products[1].bytes)
    let lines = root.all.filter { $0.name == "line" }
    #expect(lines.compactMap { $0["name"] } == issue.articles[1].lines.map(issue.lineName))
    let broken = try #require(lines.first { $0["name"] == "0001#TB2#0" })
    #expect(broken.text == "Gestern brach ein\u{FFFD} Brand im Spei-")
    #expect(broken["join"] == "joined")
    #expect([broken["x"], broken["y"], broken["width"], broken["height"]] == ["100", "200", "380", "30"])
    #expect(lines.compactMap { $0["word"] } == ["Zucker"])
    let paragraph = try #require(root.all.first { $0["role"] == "paragraph" })
    #expect(
      paragraph.child("text")?.text.hasSuffix("Speicher aus, der Kohlen- und Holzvorrat & Zucker verbrannten.") == true)
    #expect(paragraph["confidence"] == "0.9")
    // Of the replaced characters one is in the text, one in the name of the OCR program.
    #expect(root.all.filter { $0.name == "flag" }.map { $0["count"] } == ["2", "1", "1", "2"])
  }

  @Test("article-xml names every line of the issue once over all files")
  func everyLine() throws {
    let names = try WriteFixture.products(ArticleXMLWriter.self).flatMap { product in
      try XMLReadBack.root(of: product.bytes).all.compactMap { $0.name == "line" ? $0["name"] : nil }
    }
    let issue = WriteFixture.issue()
    #expect(names.sorted() == issue.pages.flatMap { page in page.lines.indices.map(page.lineName) }.sorted())
  }

  @Test("text gives running text, or lines as printed; furniture only when asked for")
  func text() throws {
    let mended = try WriteFixture.products(TextWriter.self, ["separator": "***"])
    #expect(
      mended[1].text == """
        B\u{FFFD}este Seife\u{FFFD}

        ***


        """)
    #expect(mended[3].text == "Ohne alles.\n\nKurze Nachricht\n\nBrot\t3 kr.\nMilch\t2 kr.\n\n***\n\n")
    let printed = try WriteFixture.products(TextWriter.self, ["line_ends": "printed", "separator": ""])
    #expect(printed[0].text.contains("\n\nGestern brach ein\u{FFFD} Brand im Spei-\ncher aus, der Kohlen-\nund "))
    #expect(printed[3].text == "Ohne alles.\n\nKurze  Nachricht\n\nBrot   3 kr.\nMilch  2 kr.\n\n")
    #expect(try WriteFixture.products(TextWriter.self, ["furniture": "true"]).count == mended.count + 2)
  }

  @Test(
    "Date-times of sources become whole ones with a zone",
    arguments: [
      ("2014-05-06", "2014-05-06T00:00:00Z"), ("2014-05-06T07:08", "2014-05-06T07:08:00Z"),
      ("2014-05-06 07:08:09.123", "2014-05-06T07:08:09Z"), ("2014-05-06T07:08:09Z", "2014-05-06T07:08:09Z"),
      ("2014-05-06T07:08:09+0200", "2014-05-06T07:08:09+02:00"),
      ("2014-05-06T07:08:09.5-05:30", "2014-05-06T07:08:09-05:30"),
      ("2014-13-06", nil), ("2014-05-06T25:00:00", nil), ("2014-05", nil), ("6.5.2014", nil), ("", nil),
      ("2014-05-06T07:08:09+2", nil),
    ] as [(String, String?)])
  func times(_ text: String, _ expected: String?) {
    #expect(OutputTime.normalised(text) == expected)
  }

  @Test("Without any date the outputs start in 1970, never now")
  func noDate() {
    let issue = Issue(id: "x")
    #expect(OutputTime.created(nil, for: issue) == "1970-01-01T00:00:00Z")
    #expect(OutputTime.created("2026-01-02", for: issue) == "2026-01-02T00:00:00Z")
  }
}
