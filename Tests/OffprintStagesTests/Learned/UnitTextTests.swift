import OffprintKit
import Testing

@testable import OffprintStages

@Suite("What the signs of a text tell")
struct UnitTextTests {
  @Test(
    "how it ends, past closing quotes and brackets",
    arguments: [
      ("The river rose.", UnitText.End.fullStop), ("“The river rose.”", .fullStop), ("(The river rose.)", .fullStop),
      ("Who saw it?", .mark), ("«Fire!»", .mark), ("and so on…", .mark), ("The mayor said:", .colon),
      ("the old bridge,", .open), ("at noon;", .open), ("the brid-", .open), ("the brid¬", .open), ("die Brük⸗", .open),
      ("the bridge —", .open), ("THE FLOOD", .plain), ("page 4", .plain), ("", .nothing),
    ])
  func ending(text: String, end: UnitText.End) { #expect(UnitText(text).end == end) }

  @Test(
    "whether it begins with a small letter, past quotes, dashes and stars",
    arguments: [
      ("the river", true), ("„the river", true), ("— the river", true), ("*** the river", true), ("émeute", true),
      ("The river", false), ("Émeute", false), ("12 men", false), ("", false), ("— — —", false),
    ])
  func small(text: String, isSmall: Bool) { #expect(UnitText(text).startsSmall == isSmall) }

  @Test("with which sign it begins")
  func beginning() {
    #expect(UnitText("12 men were seen").startsWithFigure)
    #expect(!UnitText("(12) men were seen").startsWithFigure && !UnitText("Men 12").startsWithFigure)
    for text in ["«Fire", "“Fire", "„Feuer", "\"Fire"] { #expect(UnitText(text).startsWithQuote, "\(text)") }
    for text in ["— Fire", "– Fire", "- Fire"] { #expect(UnitText(text).startsWithDash, "\(text)") }
    #expect(UnitText("*** Fire").startsWithStar && UnitText("* * * Fire").startsWithStar)
    #expect(!UnitText("* Fire").startsWithStar && !UnitText("Fire ***").startsWithStar)
    #expect(!UnitText("Fire — “now”").startsWithDash && !UnitText("Fire — “now”").startsWithQuote)
  }

  @Test("letters, capitals, figures and words are counted over its lines")
  func counts() {
    let text = UnitText("FLOOD at the", "Old Mill: 12,50 fr.")
    #expect(text.letters == 19 && text.capitals == 7 && text.figures == 4)
    #expect(text.words == 7 && text.capitalWords == 3)
    #expect(text.stops == 3 && text.signs == 26)
    #expect(text.capitalShare == 7.0 / 19)
    #expect(UnitText("L'Amérique").words == 2)
    #expect(UnitText("").capitalShare == 0 && UnitText("").oddShare == 0)
    #expect(UnitText("a*b*").oddShare == 0.5)
  }

  @Test(
    "whether it begins with a place and a date",
    arguments: [
      ("Lille, 18 novembre. — On écrit", true), ("Köln, 7. Juli. Der König", true), ("Parijs, 3 Maart.", true),
      ("18 novembre.", false), ("am 7. Juli", false), ("Novembre à Lille", false), ("Lille, 18 personnes", false),
      ("The council of the town and the mayor of it met on the 7 June", false),
      ("LONDON, May 12.—The bill was read", true), ("New York, Sept. 3", true), ("May 12. The bill", false),
      ("They may 12 times", false), ("Programme of the plays for Friday 8 June 1882", false),
    ])
  func dated(text: String, isDated: Bool) { #expect(UnitText(text).startsWithDate == isDated) }

  @Test("whether all of it stands in brackets")
  func brackets() {
    #expect(UnitText("(From our correspondent)").isBracketed)
    #expect(!UnitText("(a) The mayor").isBracketed && !UnitText("The mayor (again)").isBracketed)
    #expect(UnitText("(From our", "correspondent)").isBracketed)
  }

  @Test("whether its last line breaks off in a word")
  func broken() {
    #expect(UnitText("the old bri-").endsBroken && UnitText("the old bri¬").endsBroken)
    #expect(!UnitText("the old bri-", "dge").endsBroken && !UnitText("the bridge").endsBroken)
    #expect(!UnitText([]).endsBroken)
  }

  @Test("long words are known again by their first letters, whatever their ends and capitals")
  func stems() {
    #expect(UnitText("BRIDGES of the town").stems == UnitText("bridge, town!").stems)
    #expect(UnitText("of the old man").stems.isEmpty)
    #expect(UnitText("Waſſer").stems == UnitText("Wasser").stems)
    #expect(UnitText("bridge").stems != UnitText("ridges").stems)
    #expect(UnitText("bri", "dge").stems.isEmpty)
  }
}
