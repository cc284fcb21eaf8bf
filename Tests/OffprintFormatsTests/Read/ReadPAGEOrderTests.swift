import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintXML
import Testing

@testable import OffprintFormats

private func line(_ text: String, _ custom: String = "") -> String {
  "<TextLine custom=\"\(custom)\"><TextEquiv><Unicode>\(text)</Unicode></TextEquiv></TextLine>"
}

private func region(_ id: String, _ content: String = line("x"), _ attributes: String = "") -> String {
  "<TextRegion id=\"\(id)\" \(attributes)>\(content)</TextRegion>"
}

private func custom(_ index: Int, _ more: String = "") -> String {
  "custom=\"readingOrder {index:\(index);} \(more)\""
}

@Suite struct ReadPAGEOrderTests {
  private func read(_ content: String) throws -> (issue: OffprintModel.Issue, warnings: [Diagnostic]) {
    let (issues, context) = try ReadFolder(["p1.xml": pageXML(content)]).read(PAGEXMLReader(.init()))
    return (issues[0], context.warnings)
  }

  /// The ids of the blocks in the source's order.
  private func order(_ content: String) throws -> [String]? {
    let page = try read(content).issue.pages[0]
    return page.sourceOrder?.map { page.blocks[$0].id }
  }

  @Test func groupsInsideEachOtherGoByIndex() throws {
    let tree = """
      <ReadingOrder><OrderedGroup id="g"><UnorderedGroupIndexed id="h" index="2"><RegionRef regionRef="d"/>
      <RegionRef regionRef="c"/></UnorderedGroupIndexed><RegionRefIndexed index="1" regionRef="b"/>
      <OrderedGroupIndexed index="0" regionRef="e"><RegionRefIndexed index="1" regionRef="a"/>
      <RegionRefIndexed index="0" regionRef="f"/></OrderedGroupIndexed></OrderedGroup></ReadingOrder>
      """
    #expect(
      try order(tree + ["a", "b", "c", "d", "e", "f", "g"].map { region($0) }.joined())
        == ["e", "f", "a", "b", "d", "c"])
  }

  @Test func regionsInsideOfOthersFollowThem() throws {
    let tree =
      "<ReadingOrder><UnorderedGroup><RegionRef regionRef=\"b\"/><RegionRef regionRef=\"c\"/></UnorderedGroup></ReadingOrder>"
    #expect(try order(tree + region("b", line("x") + region("c") + region("d"))) == ["b", "d", "c"])
  }

  @Test func pageNumbersThatTheOrderLeavesOutStandWhereTheyStand() throws {
    func placed(_ id: String, _ top: Int, _ type: String) -> String {
      let coords = "<Coords points=\"0,\(top) 90,\(top) 90,\(top + 20) 0,\(top + 20)\"/>"
      return region(id, coords + line("x"), "type=\"\(type)\"")
    }
    let tree = """
      <ReadingOrder><OrderedGroup><RegionRefIndexed index="0" regionRef="b"/>
      <RegionRefIndexed index="1" regionRef="a"/></OrderedGroup></ReadingOrder>
      """
    let regions = [
      placed("foot", 900, "footer"), placed("a", 100, "paragraph"), placed("b", 500, "paragraph"),
      placed("number", 10, "page-number"), placed("text", 700, "paragraph"),
    ]
    // A text is no furniture: where it belongs, nothing says.
    #expect(try order(tree + regions.joined()) == ["number", "b", "a", "foot"])
  }

  @Test func tablesThatTheOrderLeavesOutFindTheirPlace() throws {
    let tree = """
      <ReadingOrder><OrderedGroup><RegionRefIndexed index="0" regionRef="a"/>
      <RegionRefIndexed index="2" regionRef="b"/></OrderedGroup></ReadingOrder>
      """
    let table = "<TableRegion id=\"t\" \(custom(1))><TableCell>\(line("1"))</TableCell></TableRegion>"
    let rule = "<SeparatorRegion id=\"s\" \(custom(3))/>"
    #expect(
      try order(tree + region("b", line("x"), custom(2)) + table + rule + region("a", line("x"), custom(0)))
        == ["a", "t", "b"])
    // Where the two do not agree, the order is what it says.
    #expect(
      try order(tree + region("b", line("x"), custom(7)) + table + region("a", line("x"), custom(0)))
        == ["a", "b"])
  }

  @Test func withoutAnOrderTheCustomIndexIsTaken() throws {
    #expect(
      try order(region("a", line("x"), custom(1)) + region("b", line("x"), custom(0)) + region("c")) == ["b", "a"])
    #expect(try order(region("a", line("x"), custom(0)) + region("b", line("x"), custom(0))) == nil)
    let late = "<TableRegion id=\"t\" \(custom(45))><TableCell>\(line("1"))</TableCell></TableRegion>"
    let tree =
      "<ReadingOrder><OrderedGroup id=\"g\"><RegionRefIndexed index=\"0\" regionRef=\"a\"/></OrderedGroup></ReadingOrder>"
    #expect(try order(tree + region("a", line("x"), custom(0)) + late) == ["a"])
    #expect(try order(region("a") + region("b")) == nil)
  }

  @Test func whatIsNotUnderstoodIsSaidOnceAndKept() throws {
    let (issue, warnings) = try read(
      """
      <ReadingOrder><OrderedGroup><RegionRefIndexed index="0" regionRef="gone"/>
      <RegionRefIndexed index="1" regionRef="lost"/></OrderedGroup></ReadingOrder>
      \(line("loose"))\(line("too"))<Odd>\(region("a", "<Strange>\(line("inside"))</Strange>"))</Odd>\(region("a"))
      <TextRegion><Word><TextEquiv><Unicode>word</Unicode></TextEquiv></Word></TextRegion>
      """)
    let page = issue.pages[0]
    #expect(page.lines.map(\.text) == ["loose", "too", "inside", "x", "word"])
    #expect(page.blocks.map(\.id) == ["_anon0", "a", "a~2", "_anon3"])
    #expect(page.sourceOrder == nil)
    #expect(
      Set(warnings.map { $0.summary.prefix { $0 != ";" } }) == [
        "2 parts of the page stand in an element that PAGE does not know", "2 lines stand outside of all regions",
        "1 word stands outside of all lines", "2 references lead to no region", "1 id stands at more than one region",
      ])
    #expect(warnings.allSatisfy { $0.place?.line != nil && $0.notes.contains { $0.label == "kept" } })
  }

  @Test func aTextOutsideOfAllRegionsIsALineWhicheverElementHasIt() throws {
    let (issue, _) = try read(
      "<TextEquiv><PlainText>plain</PlainText></TextEquiv><TextEquiv><Unicode>full</Unicode></TextEquiv>"
        + "<TextEquiv><Unicode> </Unicode></TextEquiv>")
    #expect(issue.pages[0].lines.map(\.text) == ["plain", "full"])
  }

  @Test func articlesAreMarkedByLineOrRegion() throws {
    func article(_ id: String, _ type: String = "article") -> String { "structure {id:\(id); type:\(type);}" }
    let (issue, _) = try read(
      region("r1", line("three", article("a2")), "\(custom(2))")
        + region("r2", line("one", article("a1")) + line("two", article("a1")) + line("free"), custom(1))
        + region("r0", line("Head", article("a1")), "type=\"heading\" \(custom(0))")
        + region("r3", line("buy") + line("me"), custom(3, article("x", "advertisement")))
        + region("r4", line("Cross", article("a1")), "type=\"heading\" \(custom(4))"))
    let outline = issue.markup?.articles.map { article in
      "\(article.type):" + article.components.map { " \($0.role)=\(issue.text(of: $0))" }.joined()
    }
    #expect(
      outline == [
        "article: headline=Head paragraph=one two crosshead=Cross", "article: paragraph=three",
        "advertisement: advertisementText=buy me",
      ])
    #expect(issue.markup?.articles[0].origin == .publisher(id: "p1#a1"))
    #expect(issue.markup?.source == "PAGE custom structure")
  }

  @Test func idsOfArticlesCountForAPage() throws {
    let marked = region("r", line("x", "structure {id:a1; type:article;}"))
    var settings = PAGEXMLReader.Settings()
    settings.issue = .folder
    let folder = try ReadFolder(["p1.xml": pageXML(marked), "p2.xml": pageXML(marked)])
    let issue = try folder.read(PAGEXMLReader(settings)).issues[0]
    #expect(issue.markup?.articles.map(\.lines) == [[LineRef(page: 0, line: 0)], [LineRef(page: 1, line: 0)]])
  }

  @Test func otherCustomTextSaysNothing() {
    for text in ["", "{\"category\": \"text\"}", "structure {id", "structure {}", "}{", "readingOrder {index:x;}"] {
      let custom = parsed(text)
      #expect(custom.readingOrder == nil && custom.article == nil && custom.regionType == nil, "\(text)")
    }
    let custom = parsed("readingOrder {index:3;} structure {type:heading;} structure { id : a:7 ; type:article; }")
    #expect(custom.readingOrder == 3)
    #expect(custom.regionType == "heading")
    #expect(custom.article == PAGEArticleMark(id: "a:7", type: .article))
  }

  private func parsed(_ text: String) -> PAGECustom {
    Array(text.utf8).withUnsafeBufferPointer { PAGECustom(XMLBytes($0)) }
  }
}
