import Testing

@testable import OffprintPipeline

@Suite("What the loader says of the keys of a pipeline file and their shapes.")
struct MessagesAboutKeysTests {
  @Test("An unknown key of the pipeline")
  func unknownTopKey() {
    expect(
      messages(
        of: pipeline(
          #"""
          stagess: []
          """#)),
      #"""
      error[OP101]: the pipeline has no key 'stagess'
        --> DIR/p.yaml:3:1
         |
       3 | stagess: []
         | ^^^^^^^ did you mean 'stages'?
         |
         = keys: offprint, name, about, extends, vars, publication, read, run, stages, checks, write, tests
      """#)
  }

  @Test("Unknown keys of the reader, the run, a stage, a check, a writer and a test")
  func unknownKeys() {
    expect(
      messages(
        of: #"""
          offprint: 1
          read: { format: pages, form: in, from: in }
          run: { onerror: skip }
          stages:
            - { stage: dehyphenate, whn: page.number == 1 }
          checks:
            - { check: lines-accounted-for, limits: 0 lost }
          write:
            records: { format: jsonl, too: x, to: out.jsonl }
          tests:
            - { name: t, txt: a, text: a, expect: { text: a, texts: b } }
          """#),
      #"""
      error[OP101]: 'read' has no key 'form'
        --> DIR/p.yaml:2:24
         |
       2 | read: { format: pages, form: in, from: in }
         |                        ^^^^ did you mean 'from'?
         |
         = keys: format, from, unit, checksums, with

      error[OP101]: 'run' has no key 'onerror'
        --> DIR/p.yaml:3:8
         |
       3 | run: { onerror: skip }
         |        ^^^^^^^ did you mean 'on_error'?
         |
         = keys: on_error, stop_after, time_limit, retry, folder, schemas

      error[OP101]: a stage has no key 'whn'
        --> DIR/p.yaml:5:27
         |
       5 |   - { stage: dehyphenate, whn: page.number == 1 }
         |                           ^^^ did you mean 'when'?
         |
         = keys: stage, id, with, when, on_error, isolate

      error[OP101]: a check has no key 'limits'
        --> DIR/p.yaml:7:35
         |
       7 |   - { check: lines-accounted-for, limits: 0 lost }
         |                                   ^^^^^^ did you mean 'limit'?
         |
         = keys: check, id, with, limit, else

      error[OP101]: 'records' has no key 'too'
        --> DIR/p.yaml:9:29
         |
       9 |   records: { format: jsonl, too: x, to: out.jsonl }
         |                             ^^^ did you mean 'to'?
         |
         = keys: format, to, versions, schema, with

      error[OP101]: a test has no key 'txt'
        --> DIR/p.yaml:11:16
         |
      11 |   - { name: t, txt: a, text: a, expect: { text: a, texts: b } }
         |                ^^^ did you mean 'text'?
         |
         = keys: name, stages, text, input, language, expect

      error[OP101]: 'expect' has no key 'texts'
        --> DIR/p.yaml:11:52
         |
      11 |   - { name: t, txt: a, text: a, expect: { text: a, texts: b } }
         |                                                    ^^^^^ did you mean 'text'?
         |
         = keys: text, articles, headlines, labels, languages
      """#)
  }

  @Test("Parts that are written shorter than they may be are shown in full, with what stands there")
  func shorthand() {
    expect(
      messages(
        of: #"""
          offprint: 1
          name: p
          read: pages/today
          write:
            csv: lists/today.csv
            jsonl: { to: today.jsonl }
          """#),
      #"""
      error[OP116]: 'read' is a set of keys, not a single value
        --> DIR/p.yaml:3:7
         |
       3 | read: pages/today
         |       ^^^^^^^^^^^ write it as { format: …, from: pages/today }
         |

      error[OP116]: 'csv' is a set of keys, not a single value
        --> DIR/p.yaml:5:8
         |
       5 |   csv: lists/today.csv
         |        ^^^^^^^^^^^^^^^ write it as { format: …, to: lists/today.csv }
         |

      error[OP112]: a writer needs its name
        --> DIR/p.yaml:6:3
         |
       6 |   jsonl: { to: today.jsonl }
         |   ^^^^^ write format: jsonl
         |
         = writers: item, jsonl
      """#)
  }

  @Test("Single values, lists and sets of keys in each other's places")
  func wrongShapes() {
    expect(
      messages(
        of: pipeline(
          #"""
          stages: dehyphenate
          checks:
          run: [skip]
          write: { records: jsonl }
          """#)),
      #"""
      error[OP116]: 'stages' is a list, not a single value
        --> DIR/p.yaml:3:9
         |
       3 | stages: dehyphenate
         |         ^^^^^^^^^^^ put each on a line of its own, after '- '
         |

      error[OP116]: 'checks' is a list, not an empty value
        --> DIR/p.yaml:4:8
         |
       4 | checks:
         |        ^ put each on a line of its own, after '- '
         |

      error[OP116]: 'run' is a set of keys, not a list
        --> DIR/p.yaml:5:6
         |
       5 | run: [skip]
         |      ^ write it as { on_error: …, stop_after: … }
         |

      error[OP116]: 'records' is a set of keys, not a single value
        --> DIR/p.yaml:6:19
         |
       6 | write: { records: jsonl }
         |                   ^^^^^ write it as { format: jsonl, to: … }
         |
      """#)
  }

  @Test("What must be there")
  func neededKeys() {
    expect(
      messages(
        of: #"""
          name: x
          stages: [{ with: {} }]
          write: { records: { format: jsonl } }
          tests: [{ name: t, text: a }]
          """#),
      #"""
      error[OP112]: the pipeline does not say what it reads
        --> DIR/p.yaml
         = fix: add read: { format: …, from: … }

      error[OP112]: the pipeline does not say which version of the format it is in
        --> DIR/p.yaml:1:1
         |
       1 | name: x
         | ^ begin the file with 'offprint: 1'
         |

      error[OP112]: a stage needs its name
        --> DIR/p.yaml:2:10
         |
       2 | stages: [{ with: {} }]
         |          ^ write stage: NAME
         |

      error[OP112]: 'records' does not say where to
        --> DIR/p.yaml:3:10
         |
       3 | write: { records: { format: jsonl } }
         |          ^^^^^^^ add to: a path
         |

      error[OP112]: the test 't' expects nothing
        --> DIR/p.yaml:4:9
         |
       4 | tests: [{ name: t, text: a }]
         |         ^ add expect: with text, articles, headlines, labels or languages
         |
      """#)
  }

  @Test("Several mistakes come in the order of the file, one of each")
  func severalMistakes() {
    expect(
      messages(
        of: #"""
          offprint: 2
          name: x
          vars: { batch: { type: foldr, default: . } }
          read: { format: pages, from: "${bach}" }
          stages:
            - { stage: reflow-columns, with: { colums: 2 } }
            - segment-articles
          write:
            items: { format: item, to: out.xml }
          """#),
      #"""
      error[OP104]: 'offprint' is 1, the only version of the format so far, not '2'
        --> DIR/p.yaml:1:11
         |
       1 | offprint: 2
         |           ^
         |

      error[OP104]: 'type' is one of text, integer, number, boolean, file, folder, path, output, not 'foldr'
        --> DIR/p.yaml:3:24
         |
       3 | vars: { batch: { type: foldr, default: . } }
         |                        ^^^^^ did you mean 'folder'?
         |

      error[OP106]: there is no variable 'bach'
        --> DIR/p.yaml:4:31
         |
       4 | read: { format: pages, from: "${bach}" }
         |                               ^^^^^^^ did you mean 'batch'?
         |
         = vars: batch

      error[OP103]: 'reflow-columns' has no setting 'colums'
        --> DIR/p.yaml:6:38
         |
       6 |   - { stage: reflow-columns, with: { colums: 2 } }
         |                                      ^^^^^^ did you mean 'columns'?
         |
         = settings: columns
         = more: offprint explain reflow-columns

      error[OP115]: 'item' writes one file for each article, and this path does not tell them apart
        --> DIR/p.yaml:9:30
         |
       9 |   items: { format: item, to: out.xml }
         |                              ^^^^^^^ put ${article.id} into the path
         |
      """#)
  }
}
