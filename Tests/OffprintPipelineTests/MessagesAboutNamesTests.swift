import Foundation
import Testing

@testable import OffprintPipeline

@Suite("What the loader says of names of stages and other parts, and of their settings.")
struct MessagesAboutNamesTests {
  @Test("A mistyped setting is marked, with the nearest one and all there are")
  func mistypedSetting() {
    expect(
      messages(
        of: pipeline(
          #"""
          stages:
            - stage: dehyphenate
              with: { dictonary: lexicon/de-1850.txt }
          """#)),
      #"""
      error[OP103]: 'dehyphenate' has no setting 'dictonary'
        --> DIR/p.yaml:5:13
         |
       5 |     with: { dictonary: lexicon/de-1850.txt }
         |             ^^^^^^^^^ did you mean 'dictionary'?
         |
         = settings: dictionary, min_evidence
         = more: offprint explain dehyphenate
      """#)
  }

  @Test("An unknown stage")
  func unknownStage() {
    expect(
      messages(
        of: pipeline(
          #"""
          stages:
            - reflow-column
            - segment-articles
          """#)),
      #"""
      error[OP102]: there is no stage 'reflow-column'
        --> DIR/p.yaml:4:5
         |
       4 |   - reflow-column
         |     ^^^^^^^^^^^^^ did you mean 'reflow-columns'?
         |
         = stages: dehyphenate, label-articles, reflow-columns, segment-articles
         = more: offprint list stages
      """#)
  }

  @Test("A value of the wrong type, one out of bounds, and keys where a value belongs")
  func wrongType() {
    expect(
      messages(
        of: pipeline(
          #"""
          stages:
            - { stage: dehyphenate, with: { min_evidence: often, dictionary: { a: b } } }
            - { stage: reflow-columns, with: { columns: 12 } }
          """#)),
      #"""
      error[OP104]: 'min_evidence' is a whole number of at least 1, not 'often'
        --> DIR/p.yaml:4:49
         |
       4 |   - { stage: dehyphenate, with: { min_evidence: often, dictionary: { a: b } } }
         |                                                 ^^^^^
         |
         = more: offprint explain dehyphenate

      error[OP116]: 'dictionary' is a text, not a set of keys
        --> DIR/p.yaml:4:68
         |
       4 |   - { stage: dehyphenate, with: { min_evidence: often, dictionary: { a: b } } }
         |                                                                    ^
         |

      error[OP104]: 'columns' is a whole number from 1 to 9, not '12'
        --> DIR/p.yaml:5:47
         |
       5 |   - { stage: reflow-columns, with: { columns: 12 } }
         |                                               ^^
         |
         = more: offprint explain reflow-columns
      """#)
  }

  @Test("A word that is none of the words of a choice, and a list with a wrong element")
  func wrongWord() {
    expect(
      messages(
        of: #"""
          offprint: 1
          read:
            format: pages
            from: in
            with: { mode: hole, numbers: [1, two], number: 12:30 }
          """#),
      #"""
      error[OP104]: 'mode' is one of whole, split, not 'hole'
        --> DIR/p.yaml:5:17
         |
       5 |   with: { mode: hole, numbers: [1, two], number: 12:30 }
         |                 ^^^^ did you mean 'whole'?
         |
         = more: offprint explain pages

      error[OP104]: 'numbers' is a list, each a whole number
        --> DIR/p.yaml:5:36
         |
       5 |   with: { mode: hole, numbers: [1, two], number: 12:30 }
         |                                    ^^^
         |
         = more: offprint explain pages

      error[OP104]: 'number' is a whole number from 0 to 9999, not '12:30'
        --> DIR/p.yaml:5:50
         |
       5 |   with: { mode: hole, numbers: [1, two], number: 12:30 }
         |                                                  ^^^^^
         |
         = more: offprint explain pages
      """#)
  }

  @Test("Names of readers, writers and checks that are not there; every other key is looked at too")
  func unknownNames() {
    expect(
      messages(
        of: #"""
          offprint: 1
          read: { format: page, from: "${typo}" }
          checks:
            - { check: lines-acounted-for, else: wran }
          write:
            records: { format: json, to: "${isue.id}.jsonl" }
          """#),
      #"""
      error[OP102]: there is no reader 'page'
        --> DIR/p.yaml:2:17
         |
       2 | read: { format: page, from: "${typo}" }
         |                 ^^^^ did you mean 'pages'?
         |
         = readers: pages
         = more: offprint list readers

      error[OP106]: there is no variable 'typo'
        --> DIR/p.yaml:2:30
         |
       2 | read: { format: page, from: "${typo}" }
         |                              ^^^^^^^
         |
         = vars: none

      error[OP102]: there is no check 'lines-acounted-for'
        --> DIR/p.yaml:4:14
         |
       4 |   - { check: lines-acounted-for, else: wran }
         |              ^^^^^^^^^^^^^^^^^^ did you mean 'lines-accounted-for'?
         |
         = checks: headlines-found, lines-accounted-for
         = more: offprint list checks

      error[OP104]: 'else' is one of warn, fail, quarantine, not 'wran'
        --> DIR/p.yaml:4:40
         |
       4 |   - { check: lines-acounted-for, else: wran }
         |                                        ^^^^ did you mean 'warn'?
         |

      error[OP102]: there is no writer 'json'
        --> DIR/p.yaml:6:22
         |
       6 |   records: { format: json, to: "${isue.id}.jsonl" }
         |                      ^^^^ did you mean 'jsonl'?
         |
         = writers: item, jsonl
         = more: offprint list writers

      error[OP106]: there is no variable 'isue.id'
        --> DIR/p.yaml:6:33
         |
       6 |   records: { format: json, to: "${isue.id}.jsonl" }
         |                                 ^^^^^^^^^^ did you mean 'issue.id'?
         |
         = vars: none
         = fields: issue.id, issue.date, issue.year, issue.title, issue.number, article.id, article.type, page.name, page.number
      """#)
  }

  @Test("Two stages or checks of one id")
  func sameIDs() {
    expect(
      messages(
        of: pipeline(
          #"""
          stages:
            - dehyphenate
            - stage: dehyphenate
          checks: [lines-accounted-for, lines-accounted-for]
          """#)),
      #"""
      error[OP113]: there are two stages 'dehyphenate'
        --> DIR/p.yaml:5:12
         |
       5 |   - stage: dehyphenate
         |            ^^^^^^^^^^^ give one of them an id of its own
         |

      error[OP113]: there are two checks 'lines-accounted-for'
        --> DIR/p.yaml:6:31
         |
       6 | checks: [lines-accounted-for, lines-accounted-for]
         |                               ^^^^^^^^^^^^^^^^^^^ give one of them an id of its own
         |
      """#)
  }

  @Test("Two writers of one file, one of them through a link")
  func linkedPaths() throws {
    let folder = PipelineFolder([
      "p.yaml": """
      offprint: 1
      read: { format: pages, from: . }
      write:
        one: { format: jsonl, to: real/a.txt }
        two: { format: jsonl, to: linked/a.txt }
        three: { format: jsonl, to: real/b.txt }
      """, "real/x": "",
    ])
    try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/linked", withDestinationPath: "real")
    #expect(folder.messages().contains("error[OP115]: 'two' would write the same files as 'one'"))
    #expect(!folder.messages().contains("'three'"))
  }

  @Test("Outputs over the pipeline itself, over what the run writes for its own use, and over a device")
  func ownFiles() {
    expect(
      messages(
        of: pipeline(
          #"""
          write:
            one: { format: jsonl, to: "./p.yaml" }
            two: { format: jsonl, to: "runs/x/../run.json" }
            three: { format: jsonl, to: "runs/journal.jsonl" }
            four: { format: jsonl, to: "/dev/null" }
          run: { folder: runs }
          """#)),
      #"""
      error[OP115]: 'DIR/p.yaml' is the pipeline file and would be replaced
        --> DIR/p.yaml:4:18
         |
       4 |   one: { format: jsonl, to: "./p.yaml" }
         |                  ^^^^^ give the output another name
         |

      error[OP115]: 'DIR/runs/run.json' is the record of the run and would be replaced
        --> DIR/p.yaml:5:18
         |
       5 |   two: { format: jsonl, to: "runs/x/../run.json" }
         |                  ^^^^^ give the output another name
         |

      error[OP115]: 'DIR/runs/journal.jsonl' is the journal of the run and would be replaced
        --> DIR/p.yaml:6:20
         |
       6 |   three: { format: jsonl, to: "runs/journal.jsonl" }
         |                    ^^^^^ give the output another name
         |

      error[OP115]: '/dev/null' is a pipe, a socket or a device, which a file would replace
        --> DIR/p.yaml:7:30
         |
       7 |   four: { format: jsonl, to: "/dev/null" }
         |                              ^^^^^^^^^^^ name a file; it appears whole when it is done
         |
      """#)
  }

  @Test("Two writers of one file, and a folder in place of a file")
  func paths() {
    expect(
      messages(
        of: pipeline(
          #"""
          write:
            one: { format: jsonl, to: "out/a.txt" }
            two: { format: jsonl, to: "./out//a.txt" }
            three: { format: jsonl, to: ".." }
          """#)),
      #"""
      error[OP115]: 'two' would write the same files as 'one'
        --> DIR/p.yaml:5:18
         |
       5 |   two: { format: jsonl, to: "./out//a.txt" }
         |                  ^^^^^ give each a path of its own in 'to'
         |

      error[OP115]: '..' is a folder, and 'to' names a file
        --> DIR/p.yaml:6:31
         |
       6 |   three: { format: jsonl, to: ".." }
         |                               ^^^^ put the name of a file after it
         |
      """#)
  }
}
