import Foundation
import Testing

@testable import OffprintPipeline

@Suite("A file that extends another.")
struct ExtendsTests {
  static let base = #"""
    offprint: 1
    name: base
    vars: { folder: { default: in }, year: "1858" }
    read: { format: pages, from: "${folder}", with: { language: de, words: [a] } }
    run: { on_error: stop }
    stages:
      - reflow-columns
      - segment-articles
      - { id: mend, stage: dehyphenate, with: { min_evidence: 3, dictionary: words.txt } }
    checks: [lines-accounted-for]
    write:
      items: { format: item, to: "out/${article.id}.xml" }
    """#

  private func folder(_ child: String) -> PipelineFolder {
    PipelineFolder(["p.yaml": "extends: base/b.yaml\n" + child, "base/b.yaml": Self.base])
  }

  private func stages(_ child: String) throws -> [String] { try folder(child).load().stages.map(\.id) }

  @Test("What the child does not say stays, and keys replace each other one by one")
  func merged() throws {
    let folder = folder(
      #"""
      name: child
      vars: { year: "1859" }
      read: { with: { language: "${year}" } }
      run: { stop_after: 3 issues }
      checks: [headlines-found]
      write:
        records: { format: jsonl, to: all.jsonl }
      """#)
    let pipeline = try folder.load()
    let reader = try #require(pipeline.read.reader as? FakeReader)
    #expect(pipeline.name == "child")
    #expect(pipeline.read.from == "\(folder.path)/base/in")
    #expect(reader.settings.language == "1859")
    #expect(reader.settings.words == ["a"])
    #expect(pipeline.run.onError == .stop)
    #expect(pipeline.run.stopAfter == .issues(3))
    #expect(pipeline.checks.map(\.id) == ["lines-accounted-for", "headlines-found"])
    #expect(pipeline.writes.map(\.id) == ["items", "records"])
    #expect(pipeline.writes[1].to.pieces == [.text("\(folder.path)/all.jsonl")])
  }

  @Test("Stages are removed, put before or after others, added and edited by id")
  func edits() throws {
    #expect(try stages("stages: [{ remove: mend }]") == ["reflow-columns", "segment-articles"])
    #expect(
      try stages("stages: [{ before: segment-articles, stage: dehyphenate, id: first }]")
        == ["reflow-columns", "first", "segment-articles", "mend"])
    #expect(
      try stages("stages: [{ after: mend, stage: label-articles }, dehyphenate]")
        == ["reflow-columns", "segment-articles", "mend", "label-articles", "dehyphenate"])
    #expect(
      try stages("stages: [{ id: reflow-columns, with: { columns: 2 } }]")
        == ["reflow-columns", "segment-articles", "mend"])
  }

  @Test("A mistake is shown in the file where it stands")
  func places() {
    expect(
      folder("stages: [{ id: mend, with: { min_evidence: none, dictionry: x } }]").messages(),
      #"""
      error[OP104]: 'min_evidence' is a whole number of at least 1, not 'none'
        --> DIR/p.yaml:2:44
         |
       2 | stages: [{ id: mend, with: { min_evidence: none, dictionry: x } }]
         |                                            ^^^^
         |
         = more: offprint explain dehyphenate

      error[OP103]: 'dehyphenate' has no setting 'dictionry'
        --> DIR/p.yaml:2:50
         |
       2 | stages: [{ id: mend, with: { min_evidence: none, dictionry: x } }]
         |                                                  ^^^^^^^^^ did you mean 'dictionary'?
         |
         = settings: dictionary, min_evidence
         = more: offprint explain dehyphenate
      """#)
  }

  @Test("An id that is no stage's, and keys that an edit cannot have")
  func wrongEdits() {
    expect(
      folder(
        """
        stages:
          - { remove: mnd }
          - { remove: mend, with: { min_evidence: 1 } }
          - { id: segment, with: {} }
          - { before: reflow-columns, after: mend, stage: dehyphenate, id: d }
        """
      ).messages(),
      #"""
      error[OP117]: there is no stage 'mnd' to edit
        --> DIR/p.yaml:3:15
         |
       3 |   - { remove: mnd }
         |               ^^^ did you mean 'mend'?
         |
         = stages: reflow-columns, segment-articles, mend

      error[OP101]: an edit that removes a stage has no key 'with'
        --> DIR/p.yaml:4:21
         |
       4 |   - { remove: mend, with: { min_evidence: 1 } }
         |                     ^^^^
         |
         = keys: remove

      error[OP117]: there is no stage 'segment' to edit
        --> DIR/p.yaml:5:11
         |
       5 |   - { id: segment, with: {} }
         |           ^^^^^^^
         |
         = stages: reflow-columns, segment-articles

      error[OP101]: a stage put before another has no key 'after'
        --> DIR/p.yaml:6:31
         |
       6 |   - { before: reflow-columns, after: mend, stage: dehyphenate, id: d }
         |                               ^^^^^
         |
         = keys: stage, id, with, when, on_error, isolate, before
      """#)
  }

  @Test("Edits of the wrong shape are not passed over")
  func wrongShape() {
    expect(
      folder("stages: dehyphenate\nchecks: headlines-found").messages(),
      #"""
      error[OP116]: 'stages' is a list, not a single value
        --> DIR/p.yaml:2:9
         |
       2 | stages: dehyphenate
         |         ^^^^^^^^^^^ put each on a line of its own, after '- '
         |

      error[OP116]: 'checks' is a list, not a single value
        --> DIR/p.yaml:3:9
         |
       3 | checks: headlines-found
         |         ^^^^^^^^^^^^^^^ put each on a line of its own, after '- '
         |
      """#)
  }

  @Test("Files that extend each other, and one that is not there")
  func cycle() {
    let folder = PipelineFolder([
      "p.yaml": "extends: a.yaml", "a.yaml": "offprint: 1\nextends: ./b.yaml", "b.yaml": "extends: a.yaml",
    ])
    expect(
      folder.messages(),
      #"""
      error[OP117]: 'DIR/a.yaml' extends this file in turn
        --> DIR/b.yaml:1:10
         |
       1 | extends: a.yaml
         |          ^^^^^^
         |
      """#)
    expect(
      messages(of: "offprint: 1\nextends: nowhere.yaml"),
      #"""
      error[OP117]: 'DIR/nowhere.yaml' is not there
        --> DIR/p.yaml:2:10
         |
       2 | extends: nowhere.yaml
         |          ^^^^^^^^^^^^ the path is relative to this file
         |
      """#)
  }

  @Test("A chain of files without end, by a folder that is a link to itself")
  func chain() throws {
    let folder = PipelineFolder(["p.yaml": "extends: again/p.yaml"])
    try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/again", withDestinationPath: ".")
    #expect(folder.messages().hasPrefix("error[OP117]: more than 20 files extend each other here\n"))
  }

  @Test("Stages put after the same stage stand in the order of the file")
  func order() throws {
    #expect(
      try stages(
        """
        stages:
          - { after: segment-articles, stage: label-articles }
          - { after: segment-articles, stage: label-articles, id: second }
        """) == ["reflow-columns", "segment-articles", "label-articles", "second", "mend"])
  }

  @Test("A check takes the place of the one with its id; settings stay with their format; tests stay in the base")
  func replaced() throws {
    let folder = PipelineFolder([
      "p.yaml": """
      extends: b.yaml
      checks: [{ check: lines-accounted-for, limit: 3 lost }, headlines-found]
      write: { items: { format: jsonl, to: all.jsonl } }
      """,
      "b.yaml": Self.base.replacing("items: { format: item,", with: "items: { format: item, with: { colour: red },")
        + "\ntests: [{ name: of the base, stages: [mend], text: a, expect: { text: a } }]\n",
    ])
    let pipeline = try folder.load()
    #expect(pipeline.checks.map(\.id) == ["lines-accounted-for", "headlines-found"])
    #expect(pipeline.checks[0].limit.value == 3)
    #expect(pipeline.writes.map(\.format) == ["jsonl"])
    #expect(pipeline.tests.isEmpty)
  }

  @Test("A base in another version of the format")
  func version() {
    expect(
      PipelineFolder([
        "p.yaml": "offprint: 1\nextends: b.yaml", "b.yaml": "offprint: 2\nread: { format: pages, from: in }",
      ]).messages(),
      #"""
      error[OP104]: 'offprint' is 1, the only version of the format so far, not '2'
        --> DIR/b.yaml:1:11
         |
       1 | offprint: 2
         |           ^
         |
      """#)
  }
}
