import Foundation
import OffprintKit
import OffprintModel
import Testing

@testable import OffprintFormats

/// Real deliveries, with the publisher's articles: what the writers make of them must be valid and whole.
@Suite("Real issues are written whole", .enabled(if: Validation.hasSchemas))
struct WriteRealIssuesTests {
  private static let issues = Validation.shared.appending(path: "data/issues").path

  /// Issues with their publisher's articles, and furniture made of the lines that no article has.
  private func read(_ folder: String) throws -> [OffprintModel.Issue] {
    let root = "\(Self.issues)/\(folder)"
    let files = FileManager.default.subpaths(atPath: root) ?? []
    let reader = METSALTOReader(.init())
    let input = InputSelection(root: root, files: files.sorted().map { "\(root)/\($0)" })
    return try reader.documents(in: input).documents.map { document in
      var context = ReadContext()
      var issue = try reader.read(document, &context)
      issue.articles = issue.markup?.articles ?? []
      let taken = Set(issue.articles.flatMap(\.lines))
      for (index, page) in issue.pages.enumerated() {
        let left = page.lines.indices.map { LineRef(page: index, line: $0) }.filter { !taken.contains($0) }
        if !left.isEmpty {
          issue.articles.append(Article(type: .furniture, components: [Component(.furniture, lines: left)]))
        }
      }
      issue.articles = issue.articles.filter { !$0.lines.isEmpty }
      for place in issue.articles.indices {
        issue.articles[place].id = issue.articleID(firstLine: issue.articles[place].lines[0])
      }
      issue.hasArticles = true
      return issue
    }
  }

  @Test(
    "Items validate, every line stands in one record",
    arguments: [
      "bnl-luxemburger-zeitung-1858-12-07", "bnf-le-gaulois-1882-02-08", "bnf-toc-l-oeuvre-1915-12-01",
      "rero-blb-1845-12-28-bagit", "bl-lwm-0002647-1824-02-17", "bl-0002244-1855-09-22-poor-ocr",
    ])
  func issue(_ folder: String) throws {
    for issue in try read(folder) {
      let items = try WriteFixture.products(NewsMLG2Writer.self, of: issue)
      #expect(!items.isEmpty)
      #expect(try Validation.complaints(of: items.map(\.bytes), ["--schema", Validation.newsml.path]) == "")
      let files = try WriteFixture.products(ArticleXMLWriter.self, of: issue)
      let grammar = Validation.root.appending(path: "pipelines/schema/article.rng").path
      #expect(try Validation.complaints(of: files.map(\.bytes), ["--relaxng", grammar]) == "")
      if WriteTEITests.hasSchema {
        let tei = try WriteFixture.products(TEIWriter.self, ["unit": "issue", "line_ends": "both"], of: issue)
        #expect(try Validation.complaints(of: tei.map(\.bytes), ["--relaxng", WriteTEITests.schema.path]) == "")
      }
      let records = try WriteFixture.products(JSONLinesWriter.self, of: issue)
      let names = try records.flatMap { record in
        let value = try JSONSerialization.jsonObject(with: Data(record.bytes)) as? [String: Any]
        let components = (value?["metadata"] as? [String: Any])?["components"] as? [[String: Any]]
        return (components ?? []).flatMap { $0["lines"] as? [String] ?? [] }
      }
      #expect(names.sorted() == issue.pages.flatMap { page in page.lines.indices.map(page.lineName) }.sorted())
      #expect(try !WriteFixture.products(TextWriter.self, of: issue).isEmpty)
      try keep(items + files + records, of: issue, in: folder)
    }
  }

  /// Leaves the files in the folder that `OFFPRINT_KEEP` names, to look at.
  private func keep(_ products: [Product], of issue: OffprintModel.Issue, in folder: String) throws {
    guard let kept = ProcessInfo.processInfo.environment["OFFPRINT_KEEP"] else { return }
    let target = URL(filePath: kept).appending(path: folder)
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    for (number, product) in products.enumerated() {
      try Data(product.bytes).write(to: target.appending(path: "\(issue.id)-\(number).txt"))
    }
  }
}
