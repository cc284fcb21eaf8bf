import Testing

@testable import OffprintPipeline

@Suite("What the loader says of the order of stages, of limits and of tests.")
struct MessagesAboutOrderTests {
  @Test("A stage before the one that gives what it needs")
  func segmentBeforeReflow() {
    expect(
      messages(
        of: pipeline(
          #"""
          stages:
            - segment-articles
            - reflow-columns
          """#)),
      #"""
      error[OP109]: 'segment-articles' needs reading-order, which nothing before it gives
        --> DIR/p.yaml:4:5
         |
       4 |   - segment-articles
         |     ^^^^^^^^^^^^^^^^ move 'reflow-columns' before it
         |
         = given by: reflow-columns
      """#)
  }

  @Test("A stage, a check and a writer that need what nothing gives")
  func nothingGives() {
    expect(
      messages(
        of: pipeline(
          #"""
          stages:
            - label-articles
          checks:
            - headlines-found
          write:
            items: { format: item, to: "out/${article.id}.xml" }
          """#)),
      #"""
      error[OP109]: 'label-articles' needs articles, which nothing before it gives
        --> DIR/p.yaml:4:5
         |
       4 |   - label-articles
         |     ^^^^^^^^^^^^^^ add 'segment-articles' before it
         |
         = given by: segment-articles

      error[OP109]: 'headlines-found' needs articles, which nothing before it gives
        --> DIR/p.yaml:6:5
         |
       6 |   - headlines-found
         |     ^^^^^^^^^^^^^^^ add 'segment-articles' before it
         |
         = given by: segment-articles

      error[OP109]: 'item' needs articles, which nothing before it gives
        --> DIR/p.yaml:8:20
         |
       8 |   items: { format: item, to: "out/${article.id}.xml" }
         |                    ^^^^ add 'segment-articles' before it
         |
         = given by: segment-articles
      """#)
  }

  @Test("A mistake in a stage does not hide what it gives, and an unknown stage may give anything")
  func noFollowers() {
    expect(
      messages(
        of: pipeline(
          #"""
          stages:
            - { stage: reflow-columns, with: { column: 1 } }
            - segment-articles
          tests:
            - { name: t, stages: [reflow-columns], text: a, expect: { text: a } }
          """#)),
      #"""
      error[OP103]: 'reflow-columns' has no setting 'column'
        --> DIR/p.yaml:4:38
         |
       4 |   - { stage: reflow-columns, with: { column: 1 } }
         |                                      ^^^^^^ did you mean 'columns'?
         |
         = settings: columns
         = more: offprint explain reflow-columns
      """#)
  }

  @Test("Limits that cannot be read")
  func limits() {
    expect(
      messages(
        of: pipeline(
          #"""
          stages: [reflow-columns, segment-articles]
          checks:
            - { check: lines-accounted-for, limit: none }
            - { check: headlines-found, limit: at least 90 per cent }
          run: { stop_after: 120%, time_limit: long, on_error: ignore }
          """#)),
      #"""
      error[OP111]: 'limit' is a number and its unit, such as 'at most 0 lost', or a share up to 100%, not 'none'
        --> DIR/p.yaml:5:42
         |
       5 |   - { check: lines-accounted-for, limit: none }
         |                                          ^^^^
         |
         = unit: lost
         = more: offprint explain lines-accounted-for

      error[OP111]: 'limit' is a number and its unit, such as 'at least 1 of articles', or a share up to 100%, not 'at least 90 per cent'
        --> DIR/p.yaml:6:38
         |
       6 |   - { check: headlines-found, limit: at least 90 per cent }
         |                                      ^^^^^^^^^^^^^^^^^^^^
         |
         = unit: of articles
         = more: offprint explain headlines-found

      error[OP111]: 'stop_after' is a share such as 2%, or a number such as 50 issues, not '120%'
        --> DIR/p.yaml:7:20
         |
       7 | run: { stop_after: 120%, time_limit: long, on_error: ignore }
         |                    ^^^^
         |

      error[OP104]: 'time_limit' is a time such as 120s, 5m or 1h, not 'long'
        --> DIR/p.yaml:7:38
         |
       7 | run: { stop_after: 120%, time_limit: long, on_error: ignore }
         |                                      ^^^^
         |

      error[OP104]: 'on_error' is one of stop, skip, quarantine, keep-input, not 'ignore'
        --> DIR/p.yaml:7:54
         |
       7 | run: { stop_after: 120%, time_limit: long, on_error: ignore }
         |                                                      ^^^^^^
         |
      """#)
  }

  @Test("A stage that may be passed over gives what is needed, and attempts without end")
  func keepInput() {
    expect(
      messages(
        of: pipeline(
          #"""
          stages:
            - reflow-columns
            - { stage: segment-articles, on_error: keep-input }
            - label-articles
          run: { retry: 11 }
          """#)),
      #"""
      error[OP109]: 'label-articles' needs articles, which 'segment-articles' may leave ungiven with on_error: keep-input
        --> DIR/p.yaml:6:5
         |
       6 |   - label-articles
         |     ^^^^^^^^^^^^^^ let 'segment-articles' have on_error: skip or quarantine
         |

      error[OP104]: 'retry' is a whole number from 0 to 10, not '11'
        --> DIR/p.yaml:7:15
         |
       7 | run: { retry: 11 }
         |               ^^
         |
      """#)
  }

  @Test("Stages of tests that are not there, and a test file that is not")
  func tests() {
    expect(
      messages(
        of: pipeline(
          #"""
          stages: [dehyphenate]
          tests:
            - { name: one, stages: [dehyphenat], text: a, expect: { text: a } }
            - { name: two, input: pages/a.txt, expect: { text: a } }
            - { name: three, text: a, expect: [a] }
          """#)),
      #"""
      error[OP102]: the pipeline has no stage 'dehyphenat' to test
        --> DIR/p.yaml:5:27
         |
       5 |   - { name: one, stages: [dehyphenat], text: a, expect: { text: a } }
         |                           ^^^^^^^^^^ did you mean 'dehyphenate'?
         |
         = stages: dehyphenate

      error[OP108]: 'DIR/pages/a.txt' is not there, which the test 'two' reads
        --> DIR/p.yaml:6:25
         |
       6 |   - { name: two, input: pages/a.txt, expect: { text: a } }
         |                         ^^^^^^^^^^^ a path in a file is relative to that file
         |

      error[OP116]: 'expect' is a set of keys, not a list
        --> DIR/p.yaml:7:37
         |
       7 |   - { name: three, text: a, expect: [a] }
         |                                     ^ write it as { text: …, articles: … }
         |
      """#)
  }

  @Test("A test with two inputs")
  func twoInputs() {
    let test = "{ name: t, text: a, input: p.yaml, expect: { text: a } }"
    #expect(
      messages(of: pipeline("tests: [\(test)]"))
        .hasPrefix("error[OP104]: the test 't' has both 'text' and 'input'\n  --> DIR/p.yaml:3:36\n"))
  }
}
