import Testing

@testable import OffprintPipeline

@Suite("What the loader says of files that are no YAML, or not as a pipeline needs it.")
struct MessagesAboutSyntaxTests {
  @Test("A tab in the indent")
  func tab() {
    expect(
      messages(
        of: pipeline(
          #"""
          stages:
          	- dehyphenate
          """#)),
      #"""
      error[OP105]: the file is not YAML here: found character that cannot start any token
        --> DIR/p.yaml:4:1
         |
       4 |  - dehyphenate
         | ^ indent with spaces, not with a tab
         |
         = context: while scanning for the next token, DIR/p.yaml:4:1
         = rule: indent with spaces, one colon and a space after a key, quotes around texts with ': '
      """#)
  }

  @Test("A brace that is never closed")
  func brace() {
    expect(
      messages(
        of: pipeline(
          #"""
          stages:
            - { stage: dehyphenate
          name: x
          """#)),
      #"""
      error[OP105]: the file is not YAML here: did not find expected ',' or '}'
        --> DIR/p.yaml:5:5
         |
       5 | name: x
         |     ^
         |
         = context: while parsing a flow mapping, DIR/p.yaml:4:5
         = rule: indent with spaces, one colon and a space after a key, quotes around texts with ': '
      """#)
  }

  @Test("A key that stands twice at the top")
  func duplicateTop() {
    expect(
      messages(
        of: pipeline(
          #"""
          name: one
          name: two
          """#)),
      #"""
      error[OP113]: the key 'name' stands twice
        --> DIR/p.yaml:4:1
         |
       4 | name: two
         | ^^^^ keep one of them
         |
         = first: DIR/p.yaml:3:1
      """#)
  }

  @Test("A key that stands twice in one stage, while other stages have it too")
  func duplicateInStage() {
    expect(
      messages(
        of: pipeline(
          #"""
          stages:
            - stage: dehyphenate
              with: { min_evidence: 1 }
            - stage: reflow-columns
              with: { columns: 1 }
              id: r
              with: { columns: 2 }
          """#)),
      #"""
      error[OP113]: the key 'with' stands twice
        --> DIR/p.yaml:9:5
         |
       9 |     with: { columns: 2 }
         |     ^^^^ keep one of them
         |
         = first: DIR/p.yaml:7:5
      """#)
  }

  @Test("A key that stands twice between braces")
  func duplicateInBraces() {
    expect(
      messages(
        of: pipeline(
          #"""
          run: { folder: a, on_error: skip, folder: folder }
          """#)),
      #"""
      error[OP113]: the key 'folder' stands twice
        --> DIR/p.yaml:3:35
         |
       3 | run: { folder: a, on_error: skip, folder: folder }
         |                                   ^^^^^^ keep one of them
         |
         = first: DIR/p.yaml:3:8
      """#)
  }

  @Test("Aliases that multiply are stopped")
  func aliasBomb() {
    expect(
      messages(
        of: pipeline(
          #"""
          a: &a [x, x, x, x, x, x, x, x, x, x]
          b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
          c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
          d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
          e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
          f: [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
          """#)),
      #"""
      error[OP114]: the file has more than 100000 values
        --> DIR/p.yaml
         = fix: look for aliases (*name) that repeat each other
      """#)
  }

  @Test("An empty file, and one of comments alone")
  func empty() {
    expect(
      messages(
        of: #"""
          # nothing
          """#),
      #"""
      error[OP118]: 'DIR/p.yaml' holds no pipeline
        --> DIR/p.yaml
         = fix: begin with 'offprint new pipeline NAME'
      """#)
    #expect(messages(of: "") == messages(of: "# nothing"))
  }

  @Test("A file that is one word")
  func oneWord() {
    expect(
      messages(
        of: #"""
          pipeline
          """#),
      #"""
      error[OP116]: the pipeline is a set of keys, not a single value
        --> DIR/p.yaml:1:1
         |
       1 | pipeline
         | ^^^^^^^^
         |
      """#)
  }

  @Test("Two documents in one file")
  func twoDocuments() {
    expect(
      messages(
        of: #"""
          offprint: 1
          ---
          offprint: 1
          """#),
      #"""
      error[OP105]: the file is not YAML here: expected a single document in the stream but found another document
        --> DIR/p.yaml:2:1
         |
       2 | ---
         | ^
         |
      """#)
  }

  @Test("A control character")
  func control() {
    expect(
      messages(
        of: """
          offprint: 1
          name: a\u{1}b
          """),
      #"""
      error[OP105]: the file is not YAML here: control characters are not allowed
        --> DIR/p.yaml:2:8
         |
       2 | name: a␁b
         |        ^
         |
      """#)
  }

  @Test("Lines that end as those of Windows")
  func windows() {
    expect(
      messages(
        of: """
          offprint: 1\r
          read: { format: pages, from: in }\r
          stages: [dehyphenat]\r
          """),
      #"""
      error[OP102]: there is no stage 'dehyphenat'
        --> DIR/p.yaml:3:10
         |
       3 | stages: [dehyphenat]
         |          ^^^^^^^^^^ did you mean 'dehyphenate'?
         |
         = stages: dehyphenate, label-articles, reflow-columns, segment-articles
         = more: offprint list stages
      """#)
  }
}
