import Testing

@testable import OffprintCLI

@Suite("Markdown of the manual")
struct MarkdownTextTests {
  @Test("what would be markup is text, except in code")
  func plain() {
    #expect(MarkdownText.plain("a_b *c* <d> [e]") == #"a\_b \*c\* \<d\> \[e\]"#)
    #expect(MarkdownText.plain("the `<div>` of a_b") == #"the `<div>` of a\_b"#)
    #expect(MarkdownText.plain("one ` alone <x>") == #"one \` alone \<x\>"#)
  }

  @Test("a bar parts no cell, and code may hold what begins code")
  func cells() {
    #expect(MarkdownText.table(["a"], [["x|y"]]) == ["| a |", "| --- |", #"| x\|y |"#])
    #expect(MarkdownText.code("div/@ID") == "`div/@ID`")
    #expect(MarkdownText.code("a`b") == "`` a`b ``")
    #expect(MarkdownText.block("one\n```\ntwo") == ["````", "one", "```", "two", "````"])
  }

  @Test("tables and fenced text of a spec stay as they are")
  func paragraphs() {
    let text = "A_b.\n\n| x_y | z |\n\n```sql\nSELECT a_b *\n```\nend_"
    #expect(
      MarkdownText.paragraphs(text) == [
        #"A\_b."#, "", "| x_y | z |", "", "```sql", "SELECT a_b *", "```", #"end\_"#, "",
      ])
  }
}
