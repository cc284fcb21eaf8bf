import OffprintModel
import Testing

@Suite("Identifiers")
struct IdentifierTests {
  @Test(
    "ids are fit for file names and XML",
    arguments: [
      ("Le Gaulois, 1882-02-08", "Le-Gaulois-1882-02-08"), ("a//b", "a-b"), ("../../etc", "etc"), ("Zürich", "Zurich"),
      ("新聞", "u65b0u805e"), ("Zu\u{308}rich", "Zurich"), ("Ærø–Tidende", "AEro-Tidende"), ("¡…!", "issue"),
      ("", "issue"), ("x_1.y", "x_1.y"), ("-a-", "a"),
    ])
  func identifiers(text: String, id: String) { #expect(Issue.identifier(text) == id) }

  @Test("A name that is too long for a file is cut, and two of one beginning stay two")
  func longNames() {
    let long = String(repeating: "日報", count: 40)
    let (first, second) = (Issue.identifier(long + "一"), Issue.identifier(long + "二"))
    #expect(first.utf8.count == 220 && second.utf8.count == 220)
    #expect(first != second && first.prefix(203) == second.prefix(203))
    #expect(Issue.identifier(first) == first)
    #expect(Issue(id: long).id.utf8.count == 150)
    #expect(Issue.identifier(String(repeating: "a", count: 220)).utf8.count == 220)
  }

  @Test("an article's id names the page and its first line only")
  func articleIDs() {
    var page = PageBuilder.textPage(name: "P 7", number: 7, text: Array("a  b\nc".utf8))
    page.split([0: [1]])
    let issue = Issue(id: "x 1", pages: [page])
    #expect(issue.articleID(firstLine: LineRef(page: 0, line: 1)) == "x-1-p7-1-3")
    #expect(issue.articleID(firstLine: LineRef(page: 0, line: 2)) == "x-1-p7-2")
  }
}

@Suite("Writing systems")
struct ScriptTests {
  @Test("Chinese, kana and their punctuation, half-width forms too, are written without spaces; Hangul is not")
  func unspaced() {
    #expect("河、の「カｶ｡".unicodeScalars.allSatisfy(Script.isUnspaced))
    #expect(!"a한ü1".unicodeScalars.contains(where: Script.isUnspaced))
  }

  @Test("the dot between foreign names and the length mark do not make a text Japanese")
  func kana() {
    #expect("のカｶ".unicodeScalars.allSatisfy(Script.isKana))
    #expect(!"卡尔・马克思ー".unicodeScalars.contains(where: Script.isKana))
  }

  @Test("punctuation is not Han, the iteration mark is")
  func han() {
    #expect("河々〇𠀀".unicodeScalars.allSatisfy(Script.isHan))
    #expect(!"、。「カ".unicodeScalars.contains(where: Script.isHan))
  }
}

@Suite("Break marks")
struct BreakMarkTests {
  @Test("the longest mark at the end is found")
  func lengths() {
    func length(_ text: String) -> Int { BreakMark.length(atEndOf: ArraySlice(text.utf8)) }
    #expect(["Zei-", "Zei--", "Zei¬", "Zei\u{C2}\u{AD}", "Zei", "-", ""].map(length) == [1, 2, 2, 4, 0, 1, 0])
  }

  @Test("a hyphen may be the word's own, a soft hyphen never is")
  func soft() {
    #expect(BreakMark.isSoft(atEndOf: ArraySlice("Zei⸗".utf8)))
    #expect(!BreakMark.isSoft(atEndOf: ArraySlice("Zei-".utf8)))
  }
}
