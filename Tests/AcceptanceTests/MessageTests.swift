import Foundation
import Testing

/// What an operator sees when something is wrong, word for word. DIR stands for the folder of the test.
@Suite("Messages of the command")
struct MessageTests {
  private static let pipeline = """
    offprint: 1
    name: messages
    vars:
      input: { type: path, default: pages }
      out: { type: output, default: out }
    read: { format: text-pages, from: "${input}" }
    stages:
      - normalise-text
      - reflow-columns
      - segment-articles
      - stage: dehyphenate
        with: { min_evidence: 2 }
    write:
      articles: { format: jsonl, to: "${out}/articles.jsonl" }
    """

  private static let page = "THE TIDE TABLE\n\nThe tide rose at noon and fell again\nbefore the ferry could leave.\n"

  /// Runs a verb on a changed pipeline in a folder of its own; what it says, with the folder's name replaced.
  private func said(
    _ verb: String = "run", _ changes: [(String, String)] = [], _ more: [String] = [], prepare: (Scratch) throws -> Void
  ) throws -> (status: Int32, text: String) {
    let scratch = try Scratch()
    _ = try scratch.write(changes.reduce(Self.pipeline) { $0.replacing($1.0, with: $1.1) }, to: "p.yaml")
    try prepare(scratch)
    let run = try Command.run([verb, "p.yaml"] + more, in: scratch.folder)
    let real = scratch.folder.resolvingSymlinksInPath().path
    let text = run.errors.replacing(scratch.folder.path, with: "DIR").replacing(real, with: "DIR")
    return (run.status, text.trimmingCharacters(in: .newlines))
  }

  private func writePage(_ scratch: Scratch) throws {
    _ = try scratch.write(Self.page, to: "pages/a_1900-01-02_p1.txt")
  }

  @Test("a mistyped setting")
  func setting() throws {
    let said = try said("check", [("min_evidence", "min_evidense")], prepare: writePage)
    #expect(said.status == 78)
    #expect(
      said.text == """
        error[OP103]: 'dehyphenate' has no setting 'min_evidense'
          --> p.yaml:12:13
           |
        12 |     with: { min_evidense: 2 }
           |             ^^^^^^^^^^^^ did you mean 'min_evidence'?
           |
           = settings: dictionary, keep_suspended, language, lost_hyphens, min_evidence, prefer_source, vocabulary
           = more: offprint explain dehyphenate
        """)
  }

  @Test("an unknown stage")
  func stage() throws {
    let said = try said("check", [("- reflow-columns", "- reflow-colums")], prepare: writePage)
    #expect(said.status == 78)
    #expect(
      said.text == """
        error[OP102]: there is no stage 'reflow-colums'
          --> p.yaml:9:5
           |
         9 |   - reflow-colums
           |     ^^^^^^^^^^^^^ did you mean 'reflow-columns'?
           |
           = stages: dehyphenate, detect-language, label-family-notices, normalise-text, reflow-columns, segment-articles
           = more: offprint list stages
        """)
  }

  @Test("a wrong type")
  func type() throws {
    let said = try said("check", [("min_evidence: 2", "min_evidence: two")], prepare: writePage)
    #expect(said.status == 78)
    #expect(
      said.text == """
        error[OP104]: 'min_evidence' is a whole number of at least 1, not 'two'
          --> p.yaml:12:27
           |
        12 |     with: { min_evidence: two }
           |                           ^^^
           |
           = more: offprint explain dehyphenate
        """)
  }

  @Test("a stage that stands too early")
  func order() throws {
    let said = try said(
      "check", [("  - reflow-columns\n  - segment-articles", "  - segment-articles\n  - reflow-columns")],
      prepare: writePage)
    #expect(said.status == 78)
    #expect(
      said.text == """
        error[OP109]: 'segment-articles' needs paragraphs and reading-order, which nothing before it gives
          --> p.yaml:9:5
           |
         9 |   - segment-articles
           |     ^^^^^^^^^^^^^^^^ move 'reflow-columns' before it
           |
           = given by: reflow-columns
        """)
  }

  @Test("a missing folder")
  func folder() throws {
    let said = try said(prepare: { _ in })
    #expect(said.status == 66)
    #expect(
      said.text == """
        error[OP108]: 'pages' is not there, which 'input' names
          --> p.yaml:4:33
           |
         4 |   input: { type: path, default: pages }
           |                                 ^^^^^ a path in a file is relative to that file
           |
           = rule: 'input' is a file or folder that is there
        """)
  }

  @Test("a truncated XML file stops its own document, not the others")
  func truncated() throws {
    let said = try said("run", [("text-pages", "alto")]) { scratch in
      let good = Command.root.appending(path: "pipelines/samples/alto/hill-valley-courier_1899-10-07/page-0001.xml")
      let text = try String(contentsOf: good, encoding: .utf8)
      _ = try scratch.write(text, to: "pages/good_1899-10-07/page-0001.xml")
      _ = try scratch.write(String(text.prefix(20_000)), to: "pages/broken_1899-10-08/page-0001.xml")
    }
    #expect(said.status == 1)
    #expect(said.text.contains("error[OP203]: "), "\(said.text)")
    #expect(said.text.contains("--> pages/broken_1899-10-08/page-0001.xml:"), "\(said.text)")
    #expect(said.text.contains("documents: 1 done, 1 failed of 2"), "\(said.text)")
  }

  @Test("a file that cannot be read stops its own document, not the others")
  func unreadable() throws {
    let said = try said { scratch in
      try writePage(scratch)
      // A link to nothing: unreadable for every user, the superuser too.
      try FileManager.default.createSymbolicLink(
        at: scratch.folder.appending(path: "pages/b_1900-01-03_p1.txt"),
        withDestinationURL: scratch.folder.appending(path: "nowhere.txt"))
    }
    #expect(said.status == 1)
    #expect(said.text.contains("pages/b_1900-01-03_p1.txt' "), "\(said.text)")
    #expect(said.text.contains("error[OP20"), "\(said.text)")
    #expect(said.text.contains("documents: 1 done, 1 failed of 2"), "\(said.text)")
  }

  @Test("every code that a message names has a page")
  func pages() throws {
    for code in ["OP103", "OP203", "op301"] {
      let page = try Command.run(["explain", code])
      #expect(page.status == 0)
      #expect(page.output.contains(code.uppercased()))
    }
  }
}
