import Testing

@testable import OffprintPipeline

@Suite("What the loader says of `when:`.")
struct MessagesAboutConditionsTests {
  @Test("An unknown field")
  func unknownField() {
    expect(
      messages(
        of: pipeline(
          #"""
          stages:
            - { stage: dehyphenate, id: s0, when: page.langage != "zh" }
            - { stage: dehyphenate, id: s1, when: 'page.number == 1 and page.nmber == 2' }
          """#)),
      #"""
      error[OP110]: there is no field 'page.langage'
        --> DIR/p.yaml:4:41
         |
       4 |   - { stage: dehyphenate, id: s0, when: page.langage != "zh" }
         |                                         ^^^^^^^^^^^^ did you mean 'page.language'?
         |
         = fields: issue.id, issue.title, issue.language, issue.date, issue.year, issue.pages, page.number, page.name, page.language, page.lines, page.has_boxes

      error[OP110]: there is no field 'page.nmber'
        --> DIR/p.yaml:5:63
         |
       5 |   - { stage: dehyphenate, id: s1, when: 'page.number == 1 and page.nmber == 2' }
         |                                                               ^^^^^^^^^^ did you mean 'page.number'?
         |
         = fields: issue.id, issue.title, issue.language, issue.date, issue.year, issue.pages, page.number, page.name, page.language, page.lines, page.has_boxes
      """#)
  }

  @Test("A value of the wrong type")
  func wrongValue() {
    expect(
      messages(
        of: pipeline(
          #"""
          stages:
            - { stage: dehyphenate, id: s0, when: page.number == "one" }
            - { stage: dehyphenate, id: s1, when: page.language == zh }
            - { stage: dehyphenate, id: s2, when: issue.date == "May" }
            - { stage: dehyphenate, id: s3, when: page.has_boxes == 1 }
          """#)),
      #"""
      error[OP110]: 'page.number' is compared with a number
        --> DIR/p.yaml:4:56
         |
       4 |   - { stage: dehyphenate, id: s0, when: page.number == "one" }
         |                                                        ^^^^^
         |

      error[OP110]: 'page.language' is compared with a language in quotes, such as "de"
        --> DIR/p.yaml:5:58
         |
       5 |   - { stage: dehyphenate, id: s1, when: page.language == zh }
         |                                                          ^^
         |

      error[OP110]: 'issue.date' is compared with a date in quotes, such as "1858-12-07"
        --> DIR/p.yaml:6:55
         |
       6 |   - { stage: dehyphenate, id: s2, when: issue.date == "May" }
         |                                                       ^^^^^
         |

      error[OP110]: 'page.has_boxes' is compared with true or false
        --> DIR/p.yaml:7:59
         |
       7 |   - { stage: dehyphenate, id: s3, when: page.has_boxes == 1 }
         |                                                           ^
         |
      """#)
  }

  @Test("A field that the stage cannot be asked about")
  func outOfScope() {
    expect(
      messages(
        of: pipeline(
          #"""
          stages:
            - { stage: reflow-columns, when: article.lines > 3 }
            - { stage: segment-articles, when: page.language == "de" }
          """#)),
      #"""
      error[OP110]: 'article.lines' cannot be asked of a stage that works on each page
        --> DIR/p.yaml:4:36
         |
       4 |   - { stage: reflow-columns, when: article.lines > 3 }
         |                                    ^^^^^^^^^^^^^
         |
         = fields: issue.id, issue.title, issue.language, issue.date, issue.year, issue.pages, page.number, page.name, page.language, page.lines, page.has_boxes

      error[OP110]: 'page.language' cannot be asked of a stage that works on whole issues
        --> DIR/p.yaml:5:38
         |
       5 |   - { stage: segment-articles, when: page.language == "de" }
         |                                      ^^^^^^^^^^^^^
         |
         = fields: issue.id, issue.title, issue.language, issue.date, issue.year, issue.pages
      """#)
  }

  @Test("What cannot be read")
  func broken() {
    expect(
      messages(
        of: pipeline(
          #"""
          stages:
            - { stage: dehyphenate, id: s0, when: page.number = 1 }
            - { stage: dehyphenate, id: s1, when: page.number }
            - { stage: dehyphenate, id: s2, when: (page.number == 1 }
            - { stage: dehyphenate, id: s3, when: page.number == 1 page.lines == 2 }
            - { stage: dehyphenate, id: s4, when: page.language == "de }
            - { stage: dehyphenate, id: s5, when: "" }
          """#)),
      #"""
      error[OP110]: '=' has no meaning here
        --> DIR/p.yaml:4:53
         |
       4 |   - { stage: dehyphenate, id: s0, when: page.number = 1 }
         |                                                     ^ write ==
         |

      error[OP110]: 'page.number' is a number and needs a comparison
        --> DIR/p.yaml:5:41
         |
       5 |   - { stage: dehyphenate, id: s1, when: page.number }
         |                                         ^^^^^^^^^^^ write page.number == …
         |

      error[OP110]: a bracket is never closed
        --> DIR/p.yaml:6:58
         |
       6 |   - { stage: dehyphenate, id: s2, when: (page.number == 1 }
         |                                                          ^ add ')'
         |

      error[OP110]: the condition should end here
        --> DIR/p.yaml:7:58
         |
       7 |   - { stage: dehyphenate, id: s3, when: page.number == 1 page.lines == 2 }
         |                                                          ^^^^^^^^^^ join comparisons with and, or
         |

      error[OP110]: the text is never closed
        --> DIR/p.yaml:8:58
         |
       8 |   - { stage: dehyphenate, id: s4, when: page.language == "de }
         |                                                          ^ add a quote at its end
         |

      error[OP110]: a field should stand here
        --> DIR/p.yaml:9:42
         |
       9 |   - { stage: dehyphenate, id: s5, when: "" }
         |                                          ^
         |
         = fields: issue.id, issue.title, issue.language, issue.date, issue.year, issue.pages, page.number, page.name, page.language, page.lines, page.has_boxes
      """#)
  }

  @Test("What has no order is not more or less")
  func noOrder() {
    expect(
      messages(
        of: pipeline(
          #"""
          stages:
            - { stage: dehyphenate, id: s0, when: page.language < "de" }
            - { stage: dehyphenate, id: s1, when: page.has_boxes >= true }
          """#)),
      #"""
      error[OP110]: 'page.language' has no order, so it is compared with == or != only
        --> DIR/p.yaml:4:55
         |
       4 |   - { stage: dehyphenate, id: s0, when: page.language < "de" }
         |                                                       ^
         |

      error[OP110]: 'page.has_boxes' has no order, so it is compared with == or != only
        --> DIR/p.yaml:5:56
         |
       5 |   - { stage: dehyphenate, id: s1, when: page.has_boxes >= true }
         |                                                        ^^
         |
      """#)
  }

  @Test("Brackets without end are refused, not followed")
  func deep() {
    let when = String(repeating: "(", count: 50_000)
    let shown = messages(of: pipeline("stages: [{ stage: dehyphenate, when: \"\(when)\" }]"))
    #expect(shown.hasPrefix("error[OP110]: the condition has more than 100 brackets in each other"))
  }

  @Test("A value that the field never has, and signs of other languages")
  func nearlyRight() {
    expect(
      messages(
        of: pipeline(
          """
          stages:
            - reflow-columns
            - segment-articles
            - { stage: label-articles, when: article.type == "advertisment" }
            - { stage: dehyphenate, when: page.has_boxes && page.number == 1 }
          """)),
      #"""
      error[OP110]: 'article.type' is one of article, advertisement, notice, table, illustration, masthead, furniture, not 'advertisment'
        --> DIR/p.yaml:6:52
         |
       6 |   - { stage: label-articles, when: article.type == "advertisment" }
         |                                                    ^^^^^^^^^^^^^^ did you mean 'advertisement'?
         |

      error[OP110]: '&' has no meaning here
        --> DIR/p.yaml:7:48
         |
       7 |   - { stage: dehyphenate, when: page.has_boxes && page.number == 1 }
         |                                                ^ write and
         |
      """#)
  }
}
