import Testing

@testable import OffprintPipeline

@Suite("What a line of YAML shows by itself")
struct LineSlipTests {
  private func slip(_ line: String) -> String? {
    LineSlip(Array(line.unicodeScalars)).map { "\($0.column): \($0.summary); \($0.fix)" }
  }

  @Test(
    "slips of one line",
    arguments: [
      ("\tname: x", "1: a tab stands in the indent; indent with spaces, not with a tab"),
      ("\u{A0} - x", "1: a space of another kind stands in the indent; indent with plain spaces"),
      ("  -\tx", "4: a tab stands behind the '-'; write a space behind the '-'"),
      ("  -x", "3: no space stands behind the '-'; write '- ' before the entry"),
      ("  – x", "3: '–' is no '-'; write '- ' before the entry"),
      ("  * x", "3: '*' begins no entry; write '- ' before the entry"),
      ("name:x", "5: no space stands behind the ':' of 'name'; write 'name: '"),
      ("  - stage:x", "10: no space stands behind the ':' of 'stage'; write 'stage: '"),
      ("text:{ a: b }", "5: no space stands behind the ':' of 'text'; write 'text: '"),
      ("name：x", "5: '：' is no ':'; write 'name: '"),
      ("name = x", "6: '=' is no ':'; write 'name: '"),
      ("a: \"b", "4: the quote that is opened here does not end; close it with \""),
      ("a: { b: 'c }", "9: the quote that is opened here does not end; close it with '"),
      ("a: 'l'b'", "7: the quote ends before this; put the whole text between quotes; a quote in it is written ''"),
      ("a: b: \"c\" }", "11: the '}' here has no '{'; put the '{' where it belongs, or take the '}' away"),
      ("a: { b: c }}", "12: the '}' here has no '{'; put the '{' where it belongs, or take the '}' away"),
      ("a: { b: c } d", "12: text stands behind the '}'; end the line with the '}'"),
    ])
  func slips(line: String, words: String) { #expect(slip(line) == words) }

  @Test(
    "lines that are as they should be",
    arguments: [
      "offprint: 1", "  - stage: x", "- x", "---", "  - -1", "from: http://a/b", "from: C:/x", "a: 'it''s'",
      "a: \"say \\\"hi\\\"\"", "a: it's", "to: ${out}/x.txt", "to: \"${out}/x\" # why", "a: { b: \"${c}\", d: [1, 2] }",
      "}", "  ]", "a: b # don't", "- { a: b }", "\"a\": b", "when: page.language != \"zh\" and issue.year >= 1890",
      "a: [x", "about: a (b) - c", "ISO-8859-1",
    ])
  func sound(line: String) { #expect(slip(line) == nil) }
}
