import OffprintKit
import OffprintModel
import Testing

@testable import OffprintPipeline

@Suite("Values are read as the type of their setting, and never as YAML would guess.")
struct ValuesTests {
  private func settings(
    _ with: String, vars: String = "{}", _ variables: [String: String] = [:], complete: Bool = true
  ) throws -> FakeReader.Settings {
    let yaml = "offprint: 1\nvars: \(vars)\nread: { format: pages, from: in, with: { \(with) } }"
    return try #require(try loaded(yaml, variables, complete: complete).read.reader as? FakeReader).settings
  }

  @Test(
    "A text stays as it is written",
    arguments: ["no", "0012", "12:30", "1858-12-07", "~", "1e3", "0x1F", "true", "null", ".5", "'yes'"])
  func texts(_ written: String) throws {
    #expect(try settings("language: \(written)").language == written.replacing("'", with: ""))
  }

  @Test("The same words are a number, a switch, a share or a time where one is wanted")
  func types() throws {
    let read = try settings(
      "strict: no, number: 0012, share: 2%, wait: 5m, numbers: [1, 0012], words: [no, 0012], mode: split")
    #expect(read.strict == false)
    #expect(read.number == 12)
    #expect(read.share.value == 0.02)
    #expect(read.wait.seconds == 300)
    #expect(read.numbers == [1, 12])
    #expect(read.words == ["no", "0012"])
    #expect(read.mode == .split)
    #expect(try settings("words: no").words == ["no"])
  }

  @Test("Variables are replaced inside values, once, and $${ is a plain ${")
  func variables() throws {
    let vars = "{ a: x, b: '$${a}', n: '7' }"
    #expect(try settings("language: 'a${a}${b}$${a}$'", vars: vars).language == "ax${a}${a}$")
    #expect(try settings("language: '${b}'", vars: vars, ["b": "y"]).language == "y")
    #expect(try settings("number: '${n}', words: ['${a}', '${n}']", vars: vars).words == ["x", "7"])
    #expect(try settings("number: '${n}'", vars: vars).number == 7)
  }

  @Test("Variables stand in every value: names, words, texts, and the defaults of the variables below them")
  func everywhere() throws {
    let read = try loaded(
      """
      offprint: 1
      name: of-${a}
      vars: { a: pages, s: dehyphenate, e: skip, p: { type: output, default: out }, q: { type: output, default: "${p}/x" } }
      read: { format: "${a}", from: "${q}" }
      run: { on_error: "${e}" }
      stages: ["${s}"]
      tests: [{ name: t, stages: ["${s}"], text: "${a} $${a}", expect: { text: "${s}" } }]
      """)
    #expect(read.name == "of-pages")
    #expect(read.read.format == "pages")
    #expect(read.read.from.hasSuffix("/out/x"))
    #expect(read.run.onError == .skip)
    #expect(read.stages.map(\.id) == ["dehyphenate"])
    #expect(read.tests[0].expect.text == "dehyphenate")
    guard case .text("pages ${a}") = read.tests[0].input else {
      Testing.Issue.record("another input")
      return
    }
  }

  @Test("A default names only variables above it")
  func order() {
    let told = messages(of: "offprint: 1\nvars: { a: \"${b}\", b: x }\nread: { format: pages, from: in }")
    #expect(told.hasPrefix("error[OP106]: there is no variable 'b'\n  --> DIR/p.yaml:2:13\n"))
  }

  @Test("An environment variable is a value, the command line goes before it, and a default comes after it")
  func environment() throws {
    let vars = "{ p: { env: PATH, default: x }, q: { env: OFFPRINT_IS_NOT_SET, default: y } }"
    #expect(try settings("language: '${p}'", vars: vars).language != "x")
    #expect(try settings("language: '${p}'", vars: vars, ["p": "z"]).language == "z")
    #expect(try settings("language: '${q}'", vars: vars).language == "y")
  }

  @Test("Paths in the file are relative to it, those of the command line to where it runs")
  func paths() throws {
    let folder = PipelineFolder([
      "p.yaml": #"""
      offprint: 1
      vars:
        own: { type: output, default: ../sets/./own }
        batch: { type: output }
      read: { format: pages, from: "${batch}/**/*.xml", with: { lexicon: lists/../de.txt } }
      stages: [reflow-columns, segment-articles]
      write:
        a: { format: jsonl, to: "${own}/a.jsonl" }
        b: { format: item, to: "${batch}/${issue.date}/${article.id}.xml" }
        c: { format: item, to: "out/.${article.id}/x" }
        d: { format: item, to: "${article.id}" }
        e: { format: item, to: "/${article.id}" }
        f: { format: jsonl, to: "./f-${issue.year}" }
      """#
    ])
    let pipeline = try folder.load(["batch": "some/../where"])
    let parent = FilePaths.folder(of: folder.path)
    #expect(pipeline.read.from == "where/**/*.xml")
    #expect((pipeline.read.reader as? FakeReader)?.settings.lexicon.path == "\(folder.path)/de.txt")
    #expect(
      pipeline.writes.map(\.to.pieces) == [
        [.text("\(parent)/sets/own/a.jsonl")],
        [.text("where/"), .field(.issueDate), .text("/"), .field(.articleID), .text(".xml")],
        [.text("\(folder.path)/out/."), .field(.articleID), .text("/x")],
        [.text("\(folder.path)/"), .field(.articleID)],
        [.text("/"), .field(.articleID)],
        [.text("\(folder.path)/f-"), .field(.issueYear)],
      ])
  }

  @Test(
    "Where a word may stand for a path, only the path is relative to the file",
    arguments: [("shelf", "shelf"), ("shelf:fr_FR", "shelf:fr_FR")])
  func wordOrPath(written: String, bound: String) throws {
    func source(_ written: String) throws -> (String?, folder: String) {
      let folder = PipelineFolder([
        "p.yaml": """
        offprint: 1
        vars: { which: { default: shelf } }
        read: { format: pages, from: x, with: { source: "\(written)" } }
        stages: [reflow-columns, segment-articles]
        write: { a: { format: jsonl, to: a.jsonl } }
        """
      ])
      return ((try folder.load([:]).read.reader as? FakeReader)?.settings.source.written, folder.path)
    }
    #expect(try source(written).0 == bound)
    #expect(try source("${which}:fr").0 == "shelf:fr")
    let file = try source("./\(written)")
    #expect(file.0 == "\(file.folder)/\(written)")
  }

  @Test("A path names the fields of its product, made fit for file names")
  func outputPaths() {
    var issue = Issue(id: "lz-1858")
    issue.date = IssueDate("1858-12-07")
    issue.articles = [Article(components: [])]
    issue.articles[0].id = "lz-1858-a1"
    let path = OutputPath(pieces: [
      .text("out/"), .field(.issueYear), .text("/"), .field(.issueNumber), .text("/"), .field(.articleID),
    ])
    #expect(path.path(for: .article(0), of: issue) == "out/1858/unknown/lz-1858-a1")
    #expect(path.path(for: .issue, of: issue) == "out/1858/unknown/lz-1858-package")
    issue.pages = [PageBuilder.textPage(name: "S. 7", number: 7, text: [])]
    let ofPage = OutputPath(pieces: [.field(.pageName), .text("/"), .field(.pageNumber), .field(.articleType)])
    #expect(ofPage.path(for: .page(0), of: issue) == "S.-7/7unknown")
  }

  @Test("A file is checked without the values of a run, and what hangs on them is not judged")
  func incomplete() throws {
    let yaml = #"""
      offprint: 1
      vars: { batch: { type: folder }, n: { type: integer }, t: { default: nowhere, type: file }, l: }
      read: { format: pages, from: "${batch}/*.xml", with: { number: "${n}", share: "${l}%" } }
      run: { stop_after: "${n} issues", time_limit: "${l}" }
      stages: [{ stage: dehyphenate, when: "page.number == ${n}", with: { min_evidence: "${n}" } }]
      checks: [{ check: lines-accounted-for, limit: "${n} lost" }]
      """#
    #expect(messages(of: yaml, complete: false) == "none")
    #expect(messages(of: yaml).contains("'batch' has no value"))
    #expect(try loaded(yaml, ["n": "4"], complete: false).run.stopAfter == .issues(4))
  }
}
