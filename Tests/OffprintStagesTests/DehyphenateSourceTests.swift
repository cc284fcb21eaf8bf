import OffprintDiagnostics
import OffprintKit
import OffprintModel
import Testing

@testable import OffprintStages

/// What ALTO says of broken words: SUBS_TYPE, SUBS_CONTENT and HYP.
@Suite struct DehyphenateSourceTests {
  private func read(
    _ first: String, _ second: String, whole: String?, meets: Bool = true, mark: String = "-",
    preferSource: Bool = false
  ) throws -> String {
    var builder = PageBuilder(name: "p")
    builder.beginBlock(id: "b", language: "fr")
    builder.beginLine()
    builder.addWord("un".utf8)
    builder.addWord(first.utf8)
    builder.addMark(mark.utf8)
    builder.addHalf(.first, wholeWord: whole.map { Array($0.utf8) })
    builder.beginLine()
    builder.addWord(second.utf8)
    if meets { builder.addHalf(.second) }
    var issue = OffprintModel.Issue(id: "i", pages: [builder.finish()])
    var settings = Dehyphenate.Settings()
    settings.preferSource = preferSource
    var context = StageContext(stage: "dehyphenate")
    let lines = issue.pages[0].lines.indices.map { LineRef(page: 0, line: $0) }
    for join in try Dehyphenate(settings).joins(in: issue, runs: [lines], &context) { issue.joins[join.first] = join }
    return issue.text(ofLines: lines)
  }

  @Test func aHyphenThatTheSourceKeptIsNotBelieved() throws {
    #expect(try read("quoti", "dienne,", whole: "quoti-dienne") == "un quotidienne,")
    #expect(try read("quoti", "dienne,", whole: "quoti-dienne", preferSource: true) == "un quoti-dienne,")
  }

  @Test func aWholeWordThatIsNotMadeOfItsHalvesSaysNothing() throws {
    #expect(try read("veu", "au", whole: "veua") == "un veuau")
  }

  @Test func aMarkMayBeMissingWhereTheSourceNamesTheHalves() throws {
    #expect(try read("quoti", "dienne", whole: "quotidienne", mark: "") == "un quotidienne")
    #expect(try read("succé—", ".", whole: "succé.", mark: "") == "un succé— .")
  }

  /// Programs give the whole with the quotation marks that stand around it, or without.
  @Test(arguments: [
    ("„Speis", "ung", "Speisung"), ("„Speis", "ung", "„Speisung"), ("zu", "gebe»", "zugebe"),
    ("zu", "gebe»", "zugebe»"),
    ("“quib", "bling”", "quibbling"), ("mai", "'srré", "maisrré"), ("l'hom", "me", "l'homme"),
    ("Ruß", "land»", "Rußland"),
  ])
  func quotesAreNoPartOfTheWord(first: String, second: String, whole: String) throws {
    let one = first + second
    #expect(try read(first, second, whole: whole, meets: false, mark: "") == "un \(one)")
  }

  @Test func aDashThatTheSourceCallsAHyphenIsOne() throws {
    #expect(try read("senti—", "ment", whole: "sentiment", mark: "") == "un sentiment")
  }

  @Test func halvesThatDoNotMeetStayApart() throws {
    #expect(try read("quoti", "Paris", whole: "quotidienne", meets: false) == "un quoti- Paris")
  }

  @Test func aMarkThatTheSourceSetTwiceGoesWhole() throws {
    #expect(try read("quoti-\u{AD}", "dienne", whole: nil) == "un quotidienne")
  }

  @Test func aMissingWordListIsReported() throws {
    var settings = Dehyphenate.Settings()
    settings.dictionary = .file("/nowhere/words.txt")
    #expect(throws: Diagnostic.self) { try Dehyphenate(settings) }
  }
}
