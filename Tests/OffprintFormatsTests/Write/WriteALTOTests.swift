import Foundation
import OffprintKit
import OffprintModel
import OffprintXML
import Testing

@testable import OffprintFormats

/// Pages written as ALTO: what stands in the files, that they are valid, and that our reader finds the same again.
@Suite("alto gives pages that can be read again")
struct WriteALTOTests {
  static let schema = Validation.shared.appending(path: "schemas/alto/alto-4-4.xsd")
  static let hasSchema = Validation.hasXMLLint && FileManager.default.fileExists(atPath: schema.path)

  private func page(_ index: Int, of issue: OffprintModel.Issue = WriteFixture.issue()) throws -> XMLReadBack.Element {
    let products = try ALTOWriter(NoSettings()).products(for: issue)
    #expect(products.map(\.scope) == issue.pages.indices.map { .page($0) })
    return try XMLReadBack.root(of: products[index].bytes)
  }

  private func strings(_ root: XMLReadBack.Element, line: String) throws -> [XMLReadBack.Element] {
    try #require(root.all.first { $0["ID"] == line }).children
  }

  @Test("Halves are pairs with the whole word, over pages too; the mark stands in HYP")
  func pairs() throws {
    let first = try page(0)
    let broken = try strings(first, line: "TB2_l0")
    let ending = try #require(broken.dropLast().last)
    #expect([ending["CONTENT"], ending["SUBS_TYPE"], ending["SUBS_CONTENT"]] == ["Spei", "HypPart1", "Speicher"])
    #expect(broken.last?.name == "HYP" && broken.last?["CONTENT"] == "-")
    let next = try strings(first, line: "TB2_l1")
    #expect([next[0]["SUBS_TYPE"], next[0]["SUBS_CONTENT"]] == ["HypPart2", "Speicher"])
    // A suspended hyphen breaks no word.
    #expect(next.last?["CONTENT"] == "Kohlen-" && next.last?["SUBS_TYPE"] == nil)
    #expect(try strings(first, line: "TB3_l0").dropLast().last?["SUBS_CONTENT"] == "Zucker")
    let over = try strings(try page(1), line: "TB1_l0")[0]
    #expect([over["CONTENT"], over["SUBS_TYPE"], over["SUBS_CONTENT"]] == ["ker", "HypPart2", "Zucker"])
  }

  @Test("The reading order has the articles with their blocks, or lines where they part a block")
  func order() throws {
    let root = try page(0)
    let groups = root.all.filter { $0.name == "OrderedGroup" }.dropFirst()
    let references = groups.map { $0.children.compactMap { $0["REF"] } }
    #expect(references == [["TB0"], ["TB1", "TB5", "TB2", "TB3", "TB4"]])
    let tags = root.all.filter { $0.name == "StructureTag" }
    #expect(tags.map { $0["LABEL"] } == WriteFixture.issue().articles.prefix(2).map(\.id))
    #expect(groups.map { $0["TAGREFS"] } == tags.map { $0["ID"] })
    var plain = WriteFixture.issue()
    (plain.articles, plain.hasArticles) = ([], false)
    #expect(try page(0, of: plain).all.allSatisfy { $0.name != "ReadingOrder" })
    plain.pages[0].flow = Flow(paragraphs: [Paragraph(lines: [3, 4]), Paragraph(lines: [0, 2, 1, 5, 6, 7, 8])])
    #expect(
      try page(0, of: plain).all.compactMap { $0["REF"] } == ["TB2", "TB0", "TB1_l1", "TB1_l0", "TB3", "TB4", "TB5"])
  }

  @Test("The blocks of a table stand in one ComposedBlock, and are one table again")
  func tables() throws {
    let root = try page(0, of: WriteFixture.tables())
    let tables = root.all.filter { $0.name == "ComposedBlock" }
    #expect(tables.map { $0.children.map { $0["ID"] } } == [["B1", "B3", "B5"], ["B6"]])
    #expect(tables.map { $0["HEIGHT"] } == ["450", "50"])
    let product = try WriteFixture.products(ALTOWriter.self, of: WriteFixture.tables())[0]
    let again = try ReadFolder(["1.xml": product.text]).read(ALTOReader(.init())).issues[0].pages[0]
    #expect(again.tables.map { $0.map { again.blocks[$0].id } } == [["B1", "B3", "B5"]])
  }

  @Test("Ids that XML takes are kept, others are made anew, and none stands twice")
  func identifiers() throws {
    var builder = PageBuilder(name: "1")
    for id in ["TB1", "7", "TB1", "block2", "a b", "_x.y-z", "font1", "page1"] {
      builder.beginBlock(id: id)
      builder.beginLine(sourceID: "L\(id)".utf8)
      builder.addWord("word".utf8, style: builder.style(TextStyle(size: 9.5, isBold: true)))
    }
    let root = try page(0, of: Issue(id: "x", pages: [builder.finish()]))
    let blocks = root.all.filter { $0.name == "TextBlock" }
    let kept = blocks.map { $0["ID"] ?? "" }
    #expect(kept == ["TB1", "block2_2", "block3", "block2", "block5", "_x.y-z", "font1", "page1"])
    #expect(
      blocks.map { $0.children[0]["ID"] } == [
        "LTB1", "L7", "block3_l0", "Lblock2", "block5_l0", "L_x.y-z", "Lfont1", "Lpage1",
      ])
    let all = root.all.compactMap { $0["ID"] }
    #expect(Set(all).count == all.count)
    #expect(root.all.first { $0.name == "TextStyle" }?["FONTSIZE"] == "9.5")
  }

  @Test("Files are valid", .enabled(if: hasSchema, "no xmllint or no ALTO schema"))
  func valid() throws {
    var products = try ALTOWriter(NoSettings()).products(for: WriteFixture.issue())
    for (_, issue) in NastyPages.all { products += try ALTOWriter(NoSettings()).products(for: issue) }
    #expect(try Validation.complaints(of: products.map(\.bytes), ["--schema", Self.schema.path]) == "")
    let broken = products[0].text.replacing("SUBS_TYPE=\"HypPart1\"", with: "SUBS_TYPE=\"HypPart3\"")
    #expect(try Validation.complaints(of: [Array(broken.utf8)], ["--schema", Self.schema.path]) != "")
  }

  @Test("What was written is read again: lines, words, places, pairs")
  func roundTrip() throws {
    var issue = WriteFixture.issue()
    issue.pages.append(NastyPages.closed())
    let differences = try Self.differences(afterRoundTripOf: issue)
    // The issue has control characters, which no file can hold.
    #expect(differences.count == 2, "\(differences.joined(separator: "\n"))")
    #expect(differences.allSatisfy { $0.contains("\u{FFFD}") })
  }

  @Test(
    "Delivered issues are valid and read again the same", .enabled(if: hasSchema, "no xmllint or no ALTO schema"),
    .enabled(if: Validation.hasSchemas, "no shared issues"),
    arguments: [
      "bnl-luxemburger-zeitung-1858-12-07", "bnf-le-gaulois-1882-02-08", "bnf-toc-l-oeuvre-1915-12-01",
      "rero-blb-1845-12-28-bagit", "bl-lwm-0002647-1824-02-17",
    ])
  func delivered(_ folder: String) throws {
    let root = Validation.shared.appending(path: "data/issues/\(folder)").path
    let files = (FileManager.default.subpaths(atPath: root) ?? []).sorted().map { "\(root)/\($0)" }
    let reader = METSALTOReader(.init())
    for document in try reader.documents(in: InputSelection(root: root, files: files)).documents {
      var context = ReadContext()
      var issue = try reader.read(document, &context)
      Self.joinHalves(&issue)
      #expect(issue.joins.count > 20)
      let products = try ALTOWriter(NoSettings()).products(for: issue)
      #expect(try Validation.complaints(of: products.map(\.bytes), ["--schema", Self.schema.path]) == "")
      let differences = try Self.differences(afterRoundTripOf: issue)
      #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(3).joined(separator: "\n"))")
    }
  }

  /// Joins lines as the source has them, as `dehyphenate` does with better reasons.
  private static func joinHalves(_ issue: inout OffprintModel.Issue) {
    for (number, page) in issue.pages.enumerated() {
      for block in page.blocks {
        for (line, next) in zip(block.lines, block.lines.dropFirst())
        where line.halves.contains(.first) && next.halves.contains(.second) && line.words.count > 1 {
          let (first, second) = (LineRef(page: number, line: line.index), LineRef(page: number, line: next.index))
          issue.joins[first] = Join(
            first: first, second: second, seam: .joined, markLength: BreakMark.length(atEndOf: line.utf8),
            confidence: 1)
        }
      }
    }
  }

  /// Writes the pages, reads them, and says what is not as it was.
  private static func differences(afterRoundTripOf issue: OffprintModel.Issue) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "offprint-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var files: [String] = []
    for (page, product) in zip(issue.pages, try ALTOWriter(NoSettings()).products(for: issue)) {
      files.append("\(folder.path)/\(page.name).xml")
      try Data(product.bytes).write(to: URL(filePath: files[files.count - 1]))
    }
    var context = ReadContext()
    let source = DocumentSource(name: "again", root: folder.path, files: files)
    let again = try ALTOReader(.init()).read(source, &context)
    var found: [String] = []
    for (number, page) in issue.pages.enumerated() {
      // Line names of a text page have no block.
      let names = page.lines.map { "\(page.name)#\($0.block.id)#\(page.unit == .character ? $0.index : $0.number)" }
      let old = Dictionary(zip(names, page.lines.map { shown($0, LineRef(page: number, line: $0.index), issue) })) {
        a, _ in a
      }
      let now = again.pages[number]
      let new = Dictionary(
        now.lines.map { (now.lineName($0.index), shown($0, LineRef(page: number, line: $0.index), nil)) }
      ) { a, _ in a }
      for name in Set(old.keys).union(new.keys).sorted() where old[name] != new[name] {
        found.append("\(name)\n  was \(old[name] ?? "-")\n  is  \(new[name] ?? "-")")
      }
      if page.unit != .character, page.size != now.size { found.append("\(page.name) \(page.size) \(now.size)") }
    }
    return found
  }

  private static func place(_ box: Box) -> String {
    box.isKnown ? "\(box.left),\(box.top) \(box.width)x\(box.height)" : "nowhere"
  }

  /// All that ALTO can hold of a line. With an issue, pairs are those of its joins, else those of the source.
  private static func shown(_ line: Line, _ ref: LineRef, _ issue: OffprintModel.Issue?) -> String {
    var pairs = [line.wholeWord ?? "", line.halves.contains(.second) ? "second" : ""]
    if let issue {
      let begun = issue.joins[ref].flatMap { $0.seam == .joined ? BrokenWord($0, in: issue) : nil }
      let ended = issue.joins.values.contains { $0.second == ref && $0.seam == .joined }
      pairs = [begun.map { String(decoding: $0.word, as: UTF8.self) } ?? "", ended ? "second" : ""]
      // ALTO cannot say that one word is both.
      if begun != nil, line.words.count == 1 { pairs[1] = "" }
    }
    let words = line.words.map {
      "\($0.text) \(place($0.box)) \($0.confidence ?? -1) \($0.style.size) \($0.style.isBold) \($0.style.isItalic) \($0.style.family ?? "")"
    }
    return ([place(line.box), "\(line.block.kind) \(line.block.language ?? "")"] + pairs + words)
      .joined(separator: " | ")
  }
}

/// Pages that are hard to write as ALTO.
private enum NastyPages {
  static var all: [(String, OffprintModel.Issue)] {
    [
      ("closed", Issue(id: "closed", pages: [closed()])), ("kinds", Issue(id: "kinds", pages: [kinds()])),
      ("empty", Issue(id: "empty", pages: [PageBuilder.textPage(name: "1", text: [])])),
      ("text", Issue(id: "text", pages: [PageBuilder.textPage(name: "1", text: Array("a  b\n\n c-\n".utf8))])),
    ]
  }

  /// Words without a space between them, touching and not, in the first line and later; marks of several kinds.
  static func closed() -> Page {
    var page = PageBuilder(name: "closed")
    page.size = Box(x: 0, y: 0, width: 500, height: 500)
    page.beginBlock(id: "A", box: Box(x: 0, y: 0, width: 400, height: 100))
    page.beginLine(box: Box(x: 0, y: 0, width: 400, height: 40))
    page.addWord("eins".utf8, box: Box(x: 0, y: 0, width: 100, height: 40), confidence: 0.09)
    page.addWord("zwei".utf8, box: Box(x: 120, y: 0, width: 100, height: 40), confidence: 1)
    page.addWord(",".utf8, box: Box(x: 221, y: 0, width: 10, height: 40), spaces: 0)
    page.beginLine(box: Box(x: 0, y: 50, width: 400, height: 40))
    page.addWord("¬".utf8, box: Box(x: 0, y: 50, width: 10, height: 40))
    page.beginLine(box: Box(x: 0, y: 90, width: 400, height: 40))
    page.addWord("drei⸗".utf8, box: Box(x: 0, y: 90, width: 80, height: 40))
    return page.finish(number: 4)
  }

  static func kinds() -> Page {
    var page = PageBuilder(name: "kinds")
    for (number, kind) in BlockKind.allCases.enumerated() {
      for (rank, region) in PageRegion.allCases.enumerated() {
        page.beginBlock(
          id: "K\(number).\(rank)", kind: kind, region: region, box: Box(x: 1, y: 1, width: 9, height: 9),
          label: rank == 0 ? "Advertisement" : nil)
        guard rank > 1 else { continue }
        page.beginLine()
        if rank > 2 { page.addWord("word-".utf8) }
      }
    }
    return page.finish()
  }
}
