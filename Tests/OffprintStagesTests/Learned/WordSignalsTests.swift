import Testing

@testable import OffprintStages

@Suite("What some words tell of a text")
struct WordSignalsTests {
  private func signals(_ text: String) -> WordSignals { UnitText(text).signals }

  @Test("months, in several languages and in capitals")
  func months() {
    #expect(signals("im Hornung und im März, en août, in Maart").months == 4)
    #expect(signals("LE 18 NOVEMBRE").months == 1)
    #expect(signals("the river rose").months == 0)
  }

  @Test("prices are words for money after a figure")
  func prices() {
    #expect(signals("12 fr. 50 c. le mètre").prices == 2)
    #expect(signals("Franc de port. Mark Twain").prices == 0)
  }

  @Test("offers and imprints")
  func offers() {
    #expect(signals("A vendre, rue de Lille; s'adresser au bureau").offers == 4)
    #expect(signals("Le Gérant: A. B. — Imprimerie du Journal").imprints == 2)
    #expect(signals("the river rose").offers == 0 && signals("the river rose").imprints == 0)
  }

  @Test(
    "the language of its small words",
    arguments: [
      ("le maire et les conseillers de la ville dans la salle", 0), ("der König und die Königin sind in der Stadt", 1),
      ("het water is in de stad en op de markt", 2), ("the mayor of the town was in the hall at noon", 3),
    ])
  func languages(text: String, language: Int) { #expect(signals(text).language == language) }

  @Test("of few small words no language is told")
  func fewWords() {
    #expect(signals("the river").language == nil)
    #expect(signals("Tempora mutantur nos et mutamur").language == nil)
  }
}
