import OffprintModel
import Testing

@testable import OffprintFormats

@Suite struct ReadParagraphsTests {
  private let lines = [
    "DE KOP", "Dit is de eerste regel van", "den tekst die hier be-", "gint. Nu volgt", "een nieuwe alinea met nog",
    "een tweede regel.",
  ]

  @Test func linesAreFoundWhateverSpacesAndHyphensAre() {
    let match = ArticleTextMatch(
      lines: lines,
      pieces: [
        "De  Kop", "Dit is de eersteregel van den tekst die hier begint.", "",
        "Nu volgt een nieuwe alinea met nog een tweede regel.",
      ])
    // The last piece begins inside of a line.
    #expect(match?.lines == nil)
    let whole = ArticleTextMatch(
      lines: lines,
      pieces: [
        "De  Kop", "Dit is de eersteregel van den tekst die hier begint. Nu volgt", "",
        "een nieuwe alinea met nog een tweede regel.",
      ])
    #expect(whole?.lines == [0..<1, 1..<4, 0..<0, 4..<6])
  }

  @Test func someOtherLettersAndLostLinesDoNoHarm() {
    let match = ArticleTextMatch(
      lines: lines + ["3"],
      pieces: [
        "DE KOP", "Dit is de eerste rcgel van den tekst die hier begint. Nu volgt",
        "een niemve alinea met nog een tweede regel.",
      ])
    #expect(match?.lines == [0..<1, 1..<4, 4..<7])
  }

  @Test(arguments: [
    ["Iets geheel anders dan wat er staat, en nog veel langer dan de tekst zelf is."], [], ["", " "], ["DE KOP"],
  ])
  func otherTextsMatchNothing(pieces: [String]) {
    #expect(ArticleTextMatch(lines: lines, pieces: pieces)?.lines == nil)
  }

  /// An issue of one block with lines at the given left and right ends, as one paragraph.
  private func article(_ ends: [(Int, Int)]) -> (OffprintModel.Issue, Article) {
    var builder = PageBuilder(name: "p")
    builder.beginBlock(id: "B")
    for (number, end) in ends.enumerated() {
      builder.beginLine(box: Box(left: end.0, top: number * 40, right: end.1, bottom: number * 40 + 30))
      builder.addWord("x".utf8)
    }
    let lines = ends.indices.map { LineRef(page: 0, line: $0) }
    return (Issue(id: "i", pages: [builder.finish()]), Article(components: [Component(.paragraph, lines: lines)]))
  }

  @Test func aParagraphWithAnotherInsideIsNone() {
    let (issue, whole) = article([(130, 600), (100, 600), (100, 600), (100, 300)])
    #expect(PrintedParagraphs.areWhole([whole], in: issue))
    let (other, body) = article([(130, 600), (100, 300), (130, 600), (100, 600), (100, 400)])
    #expect(!PrintedParagraphs.areWhole([body], in: other))
    // Set in, but the line before is full: a line of verse or a crooked scan.
    let (crooked, text) = article([(130, 600), (100, 600), (130, 600), (100, 600), (100, 400)])
    #expect(PrintedParagraphs.areWhole([text], in: crooked))
  }
}
