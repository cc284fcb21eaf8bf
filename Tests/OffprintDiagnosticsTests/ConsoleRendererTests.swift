import OffprintDiagnostics
import Testing

@Suite("Messages on the console")
struct ConsoleRendererTests {
  private let code = DiagnosticCode("OP999", "A test", "Only here.")

  private func shown(_ text: String, column: Int?, length: Int = 1, line: Int = 3, fix: String? = nil) -> [String] {
    let place = SourcePlace(file: "a.yaml", line: line, column: column, length: length, text: text)
    return ConsoleRenderer().render(Diagnostic(code, "wrong", at: place, fix: fix))
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test("the whole form")
  func whole() {
    let diagnostic = Diagnostic(
      code, "'dehyphenate' has no setting 'dictonary'",
      at: SourcePlace(file: "p.yaml", line: 12, column: 13, length: 9, text: "    with: { dictonary: lexicon/de.txt }"),
      fix: "did you mean 'dictionary'?",
      notes: [.init("settings", "dictionary, language"), .init("more", "offprint explain dehyphenate")])
    let expected = """
      error[OP999]: 'dehyphenate' has no setting 'dictonary'
        --> p.yaml:12:13
         |
      12 |     with: { dictonary: lexicon/de.txt }
         |             ^^^^^^^^^ did you mean 'dictionary'?
         |
         = settings: dictionary, language
         = more: offprint explain dehyphenate
      """
    #expect(ConsoleRenderer().render(diagnostic) == expected)
  }

  @Test("without a place, the fix stands with the facts")
  func noPlace() {
    let diagnostic = Diagnostic(code, "wrong", severity: .warning, fix: "mend it", notes: [.init("kept", "all")])
    #expect(
      ConsoleRenderer().render(diagnostic) == """
        warning[OP999]: wrong
           = fix: mend it
           = kept: all
        """)
  }

  @Test("a place without text, and one without a column")
  func partialPlaces() {
    let file = Diagnostic(code, "wrong", at: SourcePlace(file: "a.xml"), fix: "mend it")
    #expect(ConsoleRenderer().render(file) == "error[OP999]: wrong\n  --> a.xml\n   = fix: mend it")
    #expect(shown("text", column: nil, fix: "mend it").suffix(3) == [" 3 | text", "   = fix: mend it", "   |"])
  }

  @Test("the margin is as wide as the line's number")
  func wideNumbers() {
    #expect(
      shown("x", column: 1, line: 12345) == [
        "error[OP999]: wrong", "     --> a.yaml:12345:1", "      |", "12345 | x", "      | ^", "      |",
      ])
  }

  @Test("a tab takes one cell, so that the mark stands under its word")
  func tabs() { #expect(shown("\t\tkey: x", column: 3, length: 3)[3...4] == [" 3 |   key: x", "   |   ^^^"]) }

  @Test("Chinese characters take two cells and combining marks none")
  func wideCharacters() {
    #expect(shown("茂名日报 x", column: 3, length: 2)[4] == "   |     ^^^^")
    #expect(shown("e\u{301}a", column: 3)[4] == "   |  ^")
  }

  @Test("of a long line the part around the place is shown, and the mark stands in it")
  func longLines() {
    let text = String(repeating: "a", count: 300) + "HERE" + String(repeating: "b", count: 300)
    let rows = shown(text, column: 301, length: 4)
    let line = Array(rows[3].dropFirst(5))
    let mark = Array(rows[4].dropFirst(5))
    #expect(line.count == 142)
    #expect(line.first == "…" && line.last == "…")
    #expect(String(zip(line, mark).filter { $1 == "^" }.map(\.0)) == "HERE")
  }

  @Test("the mark does not reach beyond the text that is shown")
  func longMark() {
    #expect(shown("abc", column: 2, length: 70)[4] == "   |  ^^")
    #expect(shown(String(repeating: "a", count: 500), column: 90, length: 400)[4].filter { $0 == "^" }.count == 51)
  }

  @Test("a column behind the end of the line is shown at the end", arguments: [4, 5, 500])
  func beyondTheEnd(column: Int) { #expect(shown("abc", column: column)[3...4] == [" 3 | abc", "   |    ^"]) }

  @Test("text of an input cannot steer the terminal")
  func controlCharacters() {
    let rendered = ConsoleRenderer().render(
      Diagnostic(
        code, "bad \u{1B}[2J\u{7F}",
        at: SourcePlace(file: "a\u{7}.xml", line: 1, column: 1, text: "\u{1B}]0;x\u{202E}\u{9B}\r\n"),
        notes: [.init("kept", "a\nb")]))
    #expect(rendered.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    #expect(!rendered.unicodeScalars.contains("\u{202E}"))
    #expect(rendered.contains(" 1 | ␛]0;x\u{FFFD}\u{FFFD}\n"), "the line end of the file is not shown")
    #expect(rendered.hasSuffix("= kept: a␊b"))
  }

  @Test("colour is only on the severity and the mark, and only when asked for")
  func colour() {
    let diagnostic = Diagnostic(code, "wrong", at: SourcePlace(file: "f", line: 1, column: 1, text: "x"))
    let coloured = ConsoleRenderer(colour: true).render(diagnostic)
    #expect(coloured.hasPrefix("\u{1B}[1;31merror[OP999]\u{1B}[0m: wrong"))
    #expect(!ConsoleRenderer().render(diagnostic).contains("\u{1B}"))
  }

  @Test("several messages stand apart")
  func several() {
    let one = Diagnostic(code, "a", severity: .note)
    #expect(ConsoleRenderer().render([one, one]) == "note[OP999]: a\n\nnote[OP999]: a")
  }
}
