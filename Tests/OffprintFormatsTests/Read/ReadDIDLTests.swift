import OffprintDiagnostics
import OffprintKit
import OffprintModel
import Testing

@testable import OffprintFormats

private func component(_ id: String, _ role: String?, _ resource: String) -> String {
  let said = role.map { "<Descriptor><Statement dc:type=\"role\">\($0)</Statement></Descriptor>" } ?? ""
  return "<Component dc:identifier=\"x:\(id)\">\(said)\(resource)</Component>"
}

private func page(_ number: Int, _ file: String) -> String {
  "<Item dc:identifier=\"x:p\(number)\">\(component("p\(number):alto", "alto", "<Resource \(file)/>"))</Item>\n"
}

private func article(
  _ id: String, _ parts: String, subject: String = "artikel", title: String = "", text: String? = nil
) -> String {
  "<Item dc:identifier=\"x:\(id)\">"
    + (text.map { component("\(id):ocr", "ocr", "<Resource dcx:filename=\"\($0)\"/>") } ?? "")
    + component(
      "\(id):metadata", nil,
      "<Resource><dcx><dc:subject>\(subject)</dc:subject><dc:title>\(title)</dc:title></dcx></Resource>")
    + component("\(id):zoning", "metadata/zoning", "<Resource><dcx:zoning>\(parts)</dcx:zoning></Resource>")
    + "</Item>\n"
}

private func part(_ page: Int, _ blocks: String..., order: Int = 1) -> String {
  let all = blocks.map { "<dcx:TextBlock ID=\"\($0)\"/>" }.joined()
  return
    "<article-part order=\"\(order)\" pageid=\"x:p\(page)\"><blocks alto=\"\(page)_alto.xml\">\(all)</blocks></article-part>"
}

private func didl(_ content: String) -> String {
  """
  <d:DIDL xmlns:d="urn:any" xmlns:dc="urn:dc" xmlns:dcx="urn:dcx" xmlns:xsi="urn:xsi"><d:Item dc:identifier="x">
  <d:Component dc:identifier="x:metadata"><d:Resource><dcx><dc:title>De Bode</dc:title><dc:date>1858-12-07</dc:date>
  <dc:publisher>Jansen</dc:publisher><dc:language>nl</dc:language><issuenumber>12</issuenumber>
  <dc:identifier xsi:type="dcx:PPN">99</dc:identifier><spatial>Landelijk</spatial>
  <spatial xsi:type="dcx:creation">Oudenoord</spatial></dcx></d:Resource></d:Component>
  \(content)</d:Item></d:DIDL>
  """
}

/// An ALTO page of blocks with a line for each text.
private func blocks(_ blocks: KeyValuePairs<String, [String]>) -> String {
  alto(
    blocks.map { id, lines in
      "<TextBlock ID=\"\(id)\">"
        + lines.map { line in
          "<TextLine>" + line.split(separator: " ").map { "<String CONTENT=\"\($0)\"/>" }.joined(separator: "<SP/>")
            + "</TextLine>"
        }.joined() + "</TextBlock>"
    }.joined())
}

@Suite struct ReadDIDLTests {
  private func read(
    _ content: String, _ files: [String: String], settings: DIDLALTOReader.Settings = .init()
  ) throws -> (issue: OffprintModel.Issue, warnings: [Diagnostic]) {
    var all = files
    all["bode-1858/didl.xml"] = didl(content)
    let (issues, context) = try ReadFolder(all).read(DIDLALTOReader(settings))
    return (issues[0], context.warnings)
  }

  private func outline(_ issue: OffprintModel.Issue) -> [String] {
    (issue.markup?.articles ?? []).map { article in
      "\(article.type):" + article.components.map { " \($0.role)=\(issue.text(of: $0))" }.joined()
    }
  }

  @Test func metadataAndFilesByNameAddressAndURN() throws {
    let content =
      page(2, "dcx:filename=\"2_alto.xml\"") + page(1, "ref=\"http://x.org/files/1_alto.xml\"")
      + page(3, "ref=\"http://x.org/resolve?urn=x:p3:alto\"")
    let issue = try read(
      content,
      [
        "bode-1858/2_alto.xml": blocks(["B": ["twee"]]), "bode-1858/ocr/1_ALTO.xml": blocks(["B": ["een"]]),
        "bode-1858/x_p3_alto.xml": blocks(["B": ["drie"]]),
      ]
    ).issue
    #expect(issue.id == "bode-1858")
    #expect(
      issue.publication == Publication(title: "De Bode", identifier: "99", publisher: "Jansen", place: "Oudenoord"))
    #expect(issue.date?.iso == "1858-12-07")
    #expect(issue.number == "12")
    #expect(issue.language == "nl")
    #expect(issue.pages.map { $0.lines[0].text } == ["twee", "een", "drie"])
    #expect(issue.markup == nil)
  }

  private let twoPages = page(1, "dcx:filename=\"1_alto.xml\"") + page(2, "dcx:filename=\"2_alto.xml\"")
  private let files = [
    "bode-1858/1_alto.xml": blocks([
      "H": ["DE KOP."], "A": ["Een eerste zin hier.", "Tweede alinea be-", "gint en gaat"],
    ]),
    "bode-1858/2_alto.xml": blocks([
      "A": ["door op pagina twee."], "B": ["Te koop: een koe."], "C": ["Getrouwd: A. en B."],
    ]),
  ]

  @Test func textsOfArticlesMakeHeadlinesAndParagraphs() throws {
    var all = files
    all["bode-1858/1_articletext.xml"] =
      "<text><title>DE KOP.</title><p>Een eerste zin hier.</p><p>Tweede alinea begint en gaat door op pagina twee.</p></text>"
    let (issue, warnings) = try read(
      twoPages + article("a1", part(2, "A", order: 2) + part(1, "H", "A"), title: "DE KOP.", text: "1_articletext.xml")
        + article("a2", part(2, "B"), subject: "advertentie", title: "Advertentie")
        + article("a3", part(2, "C"), subject: "familiebericht"), all)
    #expect(
      outline(issue) == [
        "article: headline=DE KOP. paragraph=Een eerste zin hier. "
          + "paragraph=Tweede alinea be- gint en gaat door op pagina twee.",
        "advertisement: advertisementText=Te koop: een koe.", "notice: paragraph=Getrouwd: A. en B.",
      ])
    #expect(issue.markup?.articles[0].origin == .publisher(id: "a1"))
    #expect(issue.markup?.source == "DIDL zoning")
    #expect(issue.markup?.marksParagraphs == true)
    #expect(warnings == [])
  }

  @Test func withoutTheTextBlocksAreTheComponents() throws {
    var all = files
    all["bode-1858/9_articletext.xml"] = "<text><p>Iets geheel anders staat in dezen tekst.</p></text>"
    all["bode-1858/8_articletext.xml"] = "<text><p>broken"
    let (issue, warnings) = try read(
      twoPages + article("a1", part(1, "H", "A"), title: "De kop", text: "1_articletext.xml")
        + article("a2", part(2, "A", "B"), text: "9_articletext.xml")
        + article("a3", part(2, "C"), text: "8_articletext.xml"), all)
    #expect(
      outline(issue) == [
        "article: headline=DE KOP. paragraph=Een eerste zin hier. Tweede alinea be- gint en gaat",
        "article: paragraph=door op pagina twee. paragraph=Te koop: een koe.", "article: paragraph=Getrouwd: A. en B.",
      ])
    #expect(issue.markup?.marksParagraphs == false)
    #expect(warnings.map(\.code) == [.referenceBroken, .xmlBroken, .inputNotUnderstood])
    #expect(warnings.allSatisfy { $0.place?.line != nil && $0.notes.contains { $0.label == "kept" } })
  }

  @Test func referencesToNothingAndToBlocksOfOthersAreSaidOnce() throws {
    var all = files
    all["bode-1858/7_alto.xml"] = blocks(["B": ["x"]])
    let (issue, warnings) = try read(
      twoPages + article("a1", part(1, "A", "gone", "lost")) + article("a2", part(1, "A", "H")), all)
    #expect(outline(issue).count == 2)
    #expect(issue.markup?.unresolved == 2)
    #expect(
      warnings.map { $0.summary.prefix { $0 != ";" } } == [
        "2 references lead to no block of the pages", "1 reference is to a block that an earlier article has",
        "1 file beside the DIDL file is named nowhere in it",
      ])
    #expect(warnings[2].place?.file.hasSuffix("7_alto.xml") == true)
  }

  @Test func aMissingPageFailsTheIssueOrIsLeftOut() throws {
    let one = ["bode-1858/1_alto.xml": blocks(["A": ["een"]])]
    let error = #expect(throws: Diagnostic.self) { try read(twoPages, one) }
    #expect(error?.code == .referenceBroken)
    #expect(error?.place?.line == 7)
    var settings = DIDLALTOReader.Settings()
    settings.brokenPages = .leaveOut
    let (issue, warnings) = try read(twoPages + article("a1", part(1, "A") + part(2, "A")), one, settings: settings)
    #expect(issue.pages.count == 1)
    #expect(issue.flags == [Flag(code: "page-left-out", subject: .issue, note: "2_alto.xml")])
    #expect(outline(issue) == ["article: paragraph=een"])
    #expect(warnings.map(\.code) == [.referenceBroken, .referenceBroken])
  }
}
