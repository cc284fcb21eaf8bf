import Testing

@testable import OffprintPipeline

@Suite("What the loader says of variables and of `${…}`.")
struct MessagesAboutVariablesTests {
  @Test("A variable without a value")
  func missing() {
    expect(
      messages(
        of: pipeline(
          #"""
          vars:
            batch: { type: folder, help: One delivery. }
            year:
            number: { type: integer }
          stages: [{ stage: dehyphenate, with: { min_evidence: "${number}" } }]
          """#)),
      #"""
      error[OP107]: 'batch' has no value
        --> DIR/p.yaml:4:3
         |
       4 |   batch: { type: folder, help: One delivery. }
         |   ^^^^^ give it with --var batch=…
         |
         = rule: 'batch' is a folder that is there

      error[OP107]: 'year' has no value
        --> DIR/p.yaml:5:3
         |
       5 |   year:
         |   ^^^^ give it with --var year=…
         |
         = rule: 'year' is any text

      error[OP107]: 'number' has no value
        --> DIR/p.yaml:6:3
         |
       6 |   number: { type: integer }
         |   ^^^^^^ give it with --var number=…
         |
         = rule: 'number' is a whole number
      """#)
  }

  @Test("An empty path, which is not the folder that one is in")
  func empty() {
    expect(
      messages(
        of: pipeline(
          #"""
          vars: { batch: { type: path, default: "." } }
          """#), ["batch": ""]),
      #"""
      error[OP107]: 'batch' is empty
        --> DIR/p.yaml:3:9
         |
       3 | vars: { batch: { type: path, default: "." } }
         |         ^^^^^ give it with --var batch=…; '.' is the folder that you are in
         |
         = rule: 'batch' is a file or folder that is there
      """#)
  }

  @Test("A value for a variable that is not declared")
  func undeclared() {
    expect(
      messages(
        of: pipeline(
          #"""
          vars: { batch: x }
          """#), ["bach": "y"]),
      #"""
      error[OP106]: --var bach: the pipeline declares no variable 'bach'
         = fix: did you mean 'batch'?
         = vars: batch
      """#)
  }

  @Test("A file or folder that is not there, by default")
  func missingDefault() {
    expect(
      messages(
        of: pipeline(
          #"""
          vars:
            batch: { type: folder, default: deliveries/1 }
            list: { type: file, default: . }
          """#)),
      #"""
      error[OP108]: 'DIR/deliveries/1' is not there, which 'batch' names
        --> DIR/p.yaml:4:35
         |
       4 |   batch: { type: folder, default: deliveries/1 }
         |                                   ^^^^^^^^^^^^ a path in a file is relative to that file
         |
         = rule: 'batch' is a folder that is there

      error[OP108]: 'DIR' is no file, which 'list' names
        --> DIR/p.yaml:5:32
         |
       5 |   list: { type: file, default: . }
         |                                ^ a path in a file is relative to that file
         |
         = rule: 'list' is a file that is there
      """#)
  }

  @Test("A file or folder that is not there, from the command line")
  func missingTyped() {
    expect(
      messages(
        of: pipeline(
          #"""
          vars:
            batch: { type: folder }
          """#), ["batch": "no/such/../folder"]),
      #"""
      error[OP108]: 'no/folder' is not there, which 'batch' names
        --> DIR/p.yaml:4:3
         |
       4 |   batch: { type: folder }
         |   ^^^^^ give another with --var batch=…
         |
         = rule: 'batch' is a folder that is there
      """#)
  }

  @Test("Values that do not suit the type of a variable")
  func wrongTypes() {
    expect(
      messages(
        of: pipeline(
          #"""
          vars:
            number: { type: integer, default: many }
            switch: { type: boolean }
            kind: { type: string, default: x }
            list: [a]
          """#), ["switch": "perhaps"]),
      #"""
      error[OP104]: 'number' is a whole number, not 'many'
        --> DIR/p.yaml:4:37
         |
       4 |   number: { type: integer, default: many }
         |                                     ^^^^
         |

      error[OP104]: 'switch' is true or false, not 'perhaps'
        --> DIR/p.yaml:5:3
         |
       5 |   switch: { type: boolean }
         |   ^^^^^^
         |

      error[OP104]: 'type' is one of text, integer, number, boolean, file, folder, path, output, not 'string'
        --> DIR/p.yaml:6:17
         |
       6 |   kind: { type: string, default: x }
         |                 ^^^^^^
         |

      error[OP116]: 'list' is a single value, not a list
        --> DIR/p.yaml:7:9
         |
       7 |   list: [a]
         |         ^ write list: and one value
         |
      """#)
  }

  @Test("A name that is no variable is marked where it stands, in quotes and out of them")
  func typo() {
    expect(
      messages(
        of: pipeline(
          #"""
          vars: { folder: a, n: 1 }
          stages:
            - { stage: dehyphenate, with: { dictionary: "lists/${foldr}/${n}.txt", min_evidence: "${m}" } }
            - stage: reflow-columns
              with:
                columns: 1${nn}
          run: { folder: 'a/${x}' }
          """#)),
      #"""
      error[OP106]: there is no variable 'foldr'
        --> DIR/p.yaml:5:54
         |
       5 |   - { stage: dehyphenate, with: { dictionary: "lists/${foldr}/${n}.txt", min_evidence: "${m}" } }
         |                                                      ^^^^^^^^ did you mean 'folder'?
         |
         = vars: folder, n

      error[OP106]: there is no variable 'm'
        --> DIR/p.yaml:5:89
         |
       5 |   - { stage: dehyphenate, with: { dictionary: "lists/${foldr}/${n}.txt", min_evidence: "${m}" } }
         |                                                                                         ^^^^ did you mean 'n'?
         |
         = vars: folder, n

      error[OP106]: there is no variable 'nn'
        --> DIR/p.yaml:8:17
         |
       8 |       columns: 1${nn}
         |                 ^^^^^ did you mean 'n'?
         |
         = vars: folder, n

      error[OP106]: there is no variable 'x'
        --> DIR/p.yaml:9:19
         |
       9 | run: { folder: 'a/${x}' }
         |                   ^^^^ did you mean 'n'?
         |
         = vars: folder, n
      """#)
  }

  @Test("A name in a text with escapes, and in one of several lines, is marked where the text begins")
  func typoEscaped() {
    expect(
      messages(
        of: pipeline(
          #"""
          run:
            folder: "\x61/${x}"
          stages:
            - stage: dehyphenate
              with:
                dictionary: |
                  a/${y}
          """#)),
      #"""
      error[OP106]: there is no variable 'x'
        --> DIR/p.yaml:4:11
         |
       4 |   folder: "\x61/${x}"
         |           ^^^^^^^^
         |
         = vars: none

      error[OP106]: there is no variable 'y'
        --> DIR/p.yaml:8:19
         |
       8 |       dictionary: |
         |                   ^
         |
         = vars: none
      """#)
  }

  @Test("A brace that is never closed")
  func unclosed() {
    expect(
      messages(
        of: pipeline(
          #"""
          run: { folder: "out/${batch" }
          """#)),
      #"""
      error[OP106]: '${' is never closed
        --> DIR/p.yaml:3:21
         |
       3 | run: { folder: "out/${batch" }
         |                     ^^ write ${name}
         |
      """#)
  }

  @Test("A field that a path cannot name, and a path that does not tell articles apart")
  func outputPaths() {
    expect(
      messages(
        of: pipeline(
          #"""
          stages: [reflow-columns, segment-articles]
          write:
            a: { format: item, to: "out/${issue.id}.xml" }
            b: { format: item, to: "out/${article.idd}.xml" }
            c: { format: jsonl, to: "out/${issue.dat}.jsonl" }
            d: { format: jsonl }
          """#)),
      #"""
      error[OP115]: 'item' writes one file for each article, and this path does not tell them apart
        --> DIR/p.yaml:5:26
         |
       5 |   a: { format: item, to: "out/${issue.id}.xml" }
         |                          ^^^^^^^^^^^^^^^^^^^^^ put ${article.id} into the path
         |

      error[OP115]: there is no field 'article.idd' for a path
        --> DIR/p.yaml:6:31
         |
       6 |   b: { format: item, to: "out/${article.idd}.xml" }
         |                               ^^^^^^^^^^^^^^ did you mean 'article.id'?
         |
         = fields: issue.id, issue.date, issue.year, issue.title, issue.number, article.id, article.type, page.name, page.number

      error[OP115]: there is no field 'issue.dat' for a path
        --> DIR/p.yaml:7:32
         |
       7 |   c: { format: jsonl, to: "out/${issue.dat}.jsonl" }
         |                                ^^^^^^^^^^^^ did you mean 'issue.date'?
         |
         = fields: issue.id, issue.date, issue.year, issue.title, issue.number, article.id, article.type, page.name, page.number

      error[OP112]: 'd' does not say where to
        --> DIR/p.yaml:8:3
         |
       8 |   d: { format: jsonl }
         |   ^ add to: a path
         |
      """#)
  }
}
