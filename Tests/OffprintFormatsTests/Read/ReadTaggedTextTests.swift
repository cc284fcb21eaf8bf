import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintTesting
import Testing

@testable import OffprintFormats

@Suite struct CSVRecordsTests {
  @Test(
    arguments: [
      ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]), ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
      ("a\rb\r\rc", [["a"], ["b"], ["c"]]), (",\n\n,,", [["", ""], ["", "", ""]]),
      ("\"a,b\",\"c \"\"d\"\"\"\n", [["a,b", "c \"d\""]]), ("\"a\nb\",c\r\nd", [["a\nb", "c"], ["d"]]),
      ("\"a\r\nb\"\r\nc", [["a\r\nb"], ["c"]]), ("6\" high,\"x\"y", [["6\" high", "xy"]]), ("\"\",\"\"", [["", ""]]),
      ("", []),
    ] as [(String, [[String]])])
  func fieldsAreThoseOfTheStandard(text: String, fields: [[String]]) {
    let table = CSVRecords(text.utf8)
    #expect(table.records.map(\.fields) == fields)
    #expect(table.openQuote == nil)
  }

  @Test func recordsHaveTheLineTheyBeginOn() {
    #expect(CSVRecords("a\n\n\"b\r\nc\nd\",e\rf\n".utf8).records.map(\.line) == [1, 3, 6])
    #expect(CSVRecords("a\n\"b\n\nc".utf8).openQuote == 2)
  }
}

@Suite struct ReadTaggedTextTests {
  private let table = """
    Line,Page,Article,Function,Paragraph,Jump,Ad,Text
    1,1,0,NP,0,0,0,THE HARBOUR GAZETTE
    2,1,0,B,0,0,0,
    3,1,1,HL,0,0,0,THE NEW LAMP
    4,1,1,HL,0,0,0,Long Promised
    5,1,1,HL,0,0,0,Lit at Last
    6,1,1,HL,0,0,0,The Mayor Speaks
    7,1,1,BL,0,0,0,By a Visitor
    8,1,1,TXT,1,0,0,"The lamp, ""long"" promised,"
    9,1,1,TXT,1,0,0,was lit.
    10,1,1,TXT,2,0,0,It could be
    11,1,1,JL,0,1,0,Continued on page 2
    12,1,0,AT,0,0,1,FRESH EELS.
    13,2,1,JH,0,1,0,The lamp
    14,2,1,TXT,2,0,0,seen from the mill.
    15,2,1,HL,0,0,0,AFTER THE FEAST
    16,2,1,ZZ,3,0,0,All slept.
    17,2,2,TXT,0,0,0,Eels are dear.
    18,2,2,TXT,0,0,0,Flour is not.
    19,2,0,B,0,0,0,
    20,2,2,TXT,0,0,0,Nor is time.
    21,2,0,AT,0,0,1,NETS MENDED.
    22,2,0,AT,0,0,0,Stray
    23,2,0,PI,0,0,0,Page 2
    """

  @Test func theOperatorMaySayHowBytesAreCharacters() throws {
    var settings = TaggedTextReader.Settings()
    settings.encoding = .windows1252
    let row = Array("1,1,1,TXT,1,0,0,\"M".utf8) + [0xFC] + Array("hle\"\n".utf8)
    let folder = try ReadFolder([:])
    try folder.write("a.csv", row)
    let issues = try folder.read(TaggedTextReader(settings)).issues
    #expect(issues[0].pages[0].lines.map(\.text) == ["Mühle"])
    #expect(issues[0].flags.isEmpty)
  }

  private func read(
    _ files: [String: String], below folder: String? = nil
  ) throws -> (issue: OffprintModel.Issue, warnings: [Diagnostic]) {
    let (issues, context) = try ReadFolder(files).read(TaggedTextReader(.init()), below: folder)
    return (try #require(issues.first), context.warnings)
  }

  private func outline(_ issue: OffprintModel.Issue) -> [String] {
    (issue.markup?.articles ?? []).map { article in
      "\(article.type):" + article.components.map { " \($0.role)=\(issue.text(of: $0))" }.joined()
    }
  }

  @Test func rowsMakeLinesAndArticles() throws {
    let (issue, warnings) = try read(["harbour_1897-05-14.csv": table])
    #expect(issue.id == "harbour_1897-05-14")
    #expect(issue.publication.title == "harbour" && issue.date?.iso == "1897-05-14")
    #expect(issue.pages.count == 1 && issue.pages[0].unit == .character)
    #expect(issue.pages[0].lines.count == 21)
    #expect(issue.pages[0].lineName(2) == "harbour_1897-05-14@4")
    #expect(issue.pages[0].lines[6].text == "The lamp, \"long\" promised,")
    #expect(
      outline(issue) == [
        "masthead: masthead=THE HARBOUR GAZETTE Page 2",
        "article: headline=THE NEW LAMP Long Promised Lit at Last subheadline=The Mayor Speaks byline=By a Visitor "
          + "paragraph=The lamp, \"long\" promised, was lit. paragraph=It could be seen from the mill. "
          + "jumpLine=Continued on page 2 The lamp crosshead=AFTER THE FEAST paragraph=All slept.",
        "advertisement: advertisementText=FRESH EELS.",
        "article: paragraph=Eels are dear. Flour is not. paragraph=Nor is time.",
        "advertisement: advertisementText=NETS MENDED.",
      ])
    #expect(
      issue.markup?.articles.map(\.origin) == ["masthead", "a1", "ad1.1", "a2", "ad2.1"].map { .publisher(id: $0) })
    #expect(issue.markup?.printedPages == [0: 2, 1: 2, 2: 1, 3: 1, 4: 1])
    #expect(issue.markup?.marksParagraphs == true)
    #expect(warnings == [])
  }

  @Test func withoutNumbersParagraphsAreNotMarked() throws {
    let issue = try read(["a.csv": "1,1,1,TXT,0,0,0,one\n2,1,1,TXT,,,,two\n"]).issue
    #expect(outline(issue) == ["article: paragraph=one two"])
    #expect(issue.markup?.marksParagraphs == false)
    #expect(try read(["a.csv": "1,1,0,B,0,0,0,one\n"]).issue.markup == nil)
  }

  @Test(arguments: ["tagged_data/a.csv|raw_data/a.txt", "a.csv|a.txt"])
  func theTextItselfIsPreferred(files: String) throws {
    let names = files.split(separator: "|").map(String.init)
    let table = "1,1,1,TXT,1,0,0,one\n2,1,0,B,0,0,0,\n3,1,1,TXT,1,0,0,three\n"
    let folder = try ReadFolder([names[0]: table, names[1]: "\u{FEFF}  one   1\r\n \u{0C}\r\nthree\r\n"])
    let (issues, context) = try folder.read(TaggedTextReader(.init()), below: FilePath.folder(names[0]))
    let page = issues[0].pages[0]
    #expect(page.lines.map(\.text) == ["one   1", "three"])
    #expect(page.lines.map(\.number) == [1, 3])
    #expect(page.lines[1].emptyLinesBefore == 1)
    #expect(page.words.map(\.box.left) == [2, 8, 0])
    #expect(issues[0].sources == names && page.file == names[0])
    #expect(context.warnings == [])
  }

  @Test func aTextOfOtherLinesIsNotTakenAndSaid() throws {
    let table = "1,1,1,TXT,1,0,0,one\n2,1,1,TXT,1,0,0,two\n"
    let (issue, warnings) = try read(["a.csv": table, "a.txt": "one\n\ntwo\n"])
    #expect(issue.pages[0].lines.map(\.text) == ["one", "two"])
    #expect(warnings.map(\.summary) == ["the text has 3 lines, its table 2 rows of lines"])
    #expect(try read(["a.csv": table, "a.txt": ""]).warnings.map(\.code) == [.inputEmpty])
  }

  @Test func whatIsNotUnderstoodIsSaidOnceAndLinesKeepTheirPlaces() throws {
    let (issue, warnings) = try read([
      "a.csv": "\u{FEFF}0,1,1,TXT,1,0,0,\"one\nand more\"\nnote,,,,,,,not a line\n2,1,1,TXT,1,0,0,two\n9,1,1\n",
      "other.csv": "id,price\n1,3.50\n",
    ])
    #expect(issue.pages[0].lines.map(\.text) == ["one and more", "two"])
    #expect(issue.pages[0].lines.map(\.number) == [1, 2])
    #expect(
      warnings.map(\.summary) == [
        "1 row does not begin with the number of a line; the first is here",
        "2 rows have another number than that of their place among the lines; the first is here",
        "1 row has less than 8 columns; the first is here",
      ])
    #expect(warnings.map(\.place?.line) == [3, 1, 5])
    let folder = try ReadFolder(["a.csv": table, "other.csv": "id,price\n1,3.50\n"])
    let listing = try TaggedTextReader(.init()).documents(in: try folder.selection())
    #expect(listing.documents.map(\.name) == ["a.csv"])
    #expect(listing.diagnostics.map(\.code) == [.inputNotUnderstood])
  }

  @Test func bytesThatAreNotUTF8AreSaid() throws {
    let folder = try ReadFolder([:])
    try folder.write("a.csv", Array("1,1,1,TXT,1,0,0,caf".utf8) + [0xE9, 0x0A])
    let (issues, context) = try folder.read(TaggedTextReader(.init()))
    #expect(issues[0].pages[0].lines[0].text == "caf\u{FFFD}")
    #expect(issues[0].flags == [Flag(code: "invalid-utf8-replaced", subject: .page(0), count: 1)])
    #expect(context.warnings.map(\.code) == [.textReplaced])
  }

  @Test func whatIsNoTaggedTextIsRefused() throws {
    let folder = try ReadFolder(["a.csv": "id,price\n1,3.50\n", "b.csv": table + "\n24,2,0,B,0,0,0,\"open\n"])
    let open = #expect(throws: Diagnostic.self) { try folder.read(TaggedTextReader(.init())) }
    #expect(open?.code == .formatUnexpected)
    #expect(open?.place?.line == 25)
    let file = folder.root + "/a.csv"
    let input = InputSelection(root: folder.root, files: [file], isSingleFile: true)
    #expect(
      #expect(throws: Diagnostic.self) { try TaggedTextReader(.init()).documents(in: input) }?.code == .inputEmpty)
  }

  @Test func promisesOfEveryReader() throws {
    let folder = try ReadFolder(["tagged_data/a.csv": table])
    #expect(checkReader(TaggedTextReader.self, samples: [folder.root]) == [])
  }
}
