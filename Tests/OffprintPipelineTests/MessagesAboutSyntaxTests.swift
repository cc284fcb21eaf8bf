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
      error[OP105]: the file is not YAML: a tab stands in the indent
        --> DIR/p.yaml:4:1
         |
       4 |  - dehyphenate
         | ^ indent with spaces, not with a tab
         |
         = parser: found character that cannot start any token, DIR/p.yaml:4:1
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
      error[OP105]: the file is not YAML: the '{' that is opened here is not closed
        --> DIR/p.yaml:4:5
         |
       4 |   - { stage: dehyphenate
         |     ^ end it with '}' before line 5
         |
         = parser: did not find expected ',' or '}', DIR/p.yaml:5:5
      """#)
  }

  /// The message's first line, place and fix.
  private func slip(_ text: String) -> String {
    let lines = messages(of: pipeline(text)).split(separator: "\n").map(String.init)
    let fix = lines.first { $0.contains("^") }.map { String($0.drop { $0 != "^" }) } ?? ""
    return [lines.first?.replacing("error[OP105]: the file is not YAML: ", with: ""), lines.dropFirst().first, fix]
      .compactMap { $0?.trimmingPrefix { $0 == " " } }.map { String($0) }.joined(separator: "\n")
  }

  @Test(
    "Slips that the parser tells by what came of them",
    arguments: [
      (
        "name: \"x\nstages:\n  - dehyphenate\n",
        "the quote that is opened here does not end\n--> DIR/p.yaml:3:7\n^ close it with \""
      ),
      (
        "write:\n  text: { format: text, to: ${out}/x.txt }\n",
        """
        a text that begins with ${ needs quotes between '{' and '}'
        --> DIR/p.yaml:4:29
        ^ write "${out}/x.txt"
        """
      ),
      (
        "name: a: b\n",
        "this value has ': ' in it, and looks like another key\n--> DIR/p.yaml:3:7\n^ write \"a: b\""
      ),
      (
        "read:\n  format: text-pages\n   from: in\n",
        """
        this key is set in under one that has a value already
        --> DIR/p.yaml:5:8
        ^ set it in by 2, as the key above it
        """
      ),
      (
        "stages:\n  - stage: dehyphenate\n  with: { min_evidence: 2 }\n",
        """
        this stands among the entries of the list above it, and begins with no '-'
        --> DIR/p.yaml:5:3
        ^ set it in by 4 to belong to the entry above, or put '- ' before it
        """
      ),
      (
        "run:\n    folder: out\n  on_error: skip\n",
        """
        this is set in by 2, and what it stands among by 0
        --> DIR/p.yaml:5:3
        ^ begin it where the line begins, or set it in as what it belongs to
        """
      ),
      (
        "stages: [dehyphenate reflow-columns, { stage: x } y]\n",
        """
        here '[' … ']' goes on without a comma, or ends without ']'
        --> DIR/p.yaml:3:51
        ^ put ', ' between two entries, quotes around texts with signs, and ']' at the end
        """
      ),
      (
        "stages:\n  - stage: dehyphenate\n      with: { min_evidence: 2 }\n",
        """
        this key is set in under one that has a value already
        --> DIR/p.yaml:5:11
        ^ set it in by 4, as the key above it
        """
      ),
      (
        "run: {\n  folder: out\n  on_error: skip\n}\n",
        "a comma is missing before line 5\n--> DIR/p.yaml:4:13\n^ put ',' at the end of this line"
      ),
      (
        "run: {\n  folder: out\nname: x\n",
        "the '{' that is opened here is not closed\n--> DIR/p.yaml:3:6\n^ end it with '}' before line 5"
      ),
      (
        "run: { folder: \"C:\\data\" }\n",
        """
        between double quotes a '\\' changes the sign behind it
        --> DIR/p.yaml:3:19
        ^ write '/' in paths, or put the text between single quotes
        """
      ),
      (
        "read: { from: *.txt }\n",
        """
        no text can begin with '*'
        --> DIR/p.yaml:3:15
        ^ put quotes around a pattern; an entry of a list begins with '- '
        """
      ),
      (
        "name: @home\n",
        "no value can begin with '@'\n--> DIR/p.yaml:3:7\n^ put quotes around the value"
      ),
    ])
  func slips(text: String, words: String) { #expect(slip(text) == words) }

  @Test("An entry that is set in under another is read as more of it")
  func runTogether() {
    let text = messages(of: pipeline("stages:\n  - normalise-text\n    - reflow-columns\n"))
    #expect(text.contains("^ set '- reflow-columns' in as the entry before it: now the two are one text"), "\(text)")
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
         | ^^^^^^^^ write it as offprint: 1 and its other keys, each on a line of its own
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
         | ^ keep one pipeline in a file, without '---' between two
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
