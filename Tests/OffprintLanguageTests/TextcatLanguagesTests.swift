import Foundation
import OffprintKit
import OffprintLanguage
import OffprintStages
import OffprintTesting
import Testing

@Suite("The languages of libexttextcat")
struct TextcatLanguagesTests {
  private func message(of body: () throws -> Void) -> Diagnostic? {
    do { try body() } catch { return error as? Diagnostic }
    return nil
  }

  @Test("A machine without the library, or without its fingerprints, says so, and what to install")
  func missing() {
    let without = TextcatLanguages(library: ["libnobody-has-this.so.0"], folders: TextcatLanguages.systemFolders)
    let message = message { _ = try without.guesser(among: ["de"]) }
    #expect(message?.code == .libraryMissing)
    #expect(message?.fix == "apt-get install libexttextcat-2.0-0 libexttextcat-data")
    #expect(without.library.found == nil)
    let other = TextcatLanguages(library: ["libc.so.6"], folders: TextcatLanguages.systemFolders)
    #expect(self.message { _ = try other.guesser(among: ["de"]) }?.code == .libraryMissing)
    let bare = TextcatLanguages(library: TextcatLanguages.libraryNames, folders: ["/nowhere"])
    #expect(self.message { _ = try bare.guesser(among: ["de"]) }?.code == .libraryMissing)
    #expect(bare.library.found == nil)
  }

  @Test("A language that it has no fingerprint of is refused", .enabled(if: Machine.hasTextcat))
  func unknown() {
    for language in ["qqq", "../en", ""] {
      #expect(message { _ = try TextcatLanguages().guesser(among: ["de", language]) }?.code == .valueUnsuited)
    }
  }

  /// In the spelling of their time where it matters.
  private static let texts = [
    "cs": "Včera večer se konala schůze městské rady, na které bylo rozhodnuto, že nový most přes řeku bude postaven.",
    "da":
      "I går aftes blev det besluttet på et møde, at den nye bro over åen skal bygges endnu i år, hvis pengene findes.",
    "de":
      "Geſtern Abend hat der Gemeinderath beschloſſen, daß die neue Brücke über den Fluß noch in dieſem Jahre gebaut wird.",
    "en":
      "At the meeting of the council last evening it was resolved that the new bridge should be built this very year.",
    "es":
      "Anoche se celebró la sesión del ayuntamiento, en la cual se acordó que el nuevo puente se construya este año.",
    "fi":
      "Eilen illalla pidettiin kaupunginvaltuuston kokous, jossa päätettiin, että uusi silta rakennetaan vielä tänä vuonna.",
    "fr":
      "Hier soir, le conseil communal a décidé que le nouveau pont sur la rivière serait construit encore cette année.",
    "it":
      "Ieri sera si è tenuta la seduta del consiglio comunale, nella quale si decise di costruire il nuovo ponte quest'anno.",
    "lb":
      "Gëschter den Owend huet de Gemengerot decidéiert, datt déi nei Bréck iwwer de Floss nach dëst Joer gebaut gëtt.",
    "nl":
      "Gisteren avond heeft de gemeenteraad besloten, dat de nieuwe brug over de rivier nog dit jaar zal worden gebouwd.",
    "sv":
      "I går afton beslöts vid ett sammanträde, att den nya bron öfver ån skall byggas ännu i år, om medlen räcka till.",
  ]

  @Test("Each of the languages is told from all others by one sentence", .enabled(if: Machine.hasTextcat))
  func oneSentence() throws {
    var registry = Registry()
    registry.add(BuiltinStages.self)
    registry.register(TextcatLanguages())
    let stage = try #require(registry.stages["detect-language"])
    for (language, text) in Self.texts.sorted(by: { $0.key < $1.key }) {
      let example = Example("", .text(text), expect: .languages(language))
      #expect(try ExampleRun.differences(example, of: stage, in: registry) == [], "\(language)")
    }
  }

  /// Danish and Norwegian are too near to be told apart by a sentence.
  @Test("Norwegian is known where Danish is out of the question", .enabled(if: Machine.hasTextcat))
  func norwegian() throws {
    let text = "Etter møtet sa ordføreren at brua over elva nå blir bygd uten flere utsettelser, fordi pengene er der."
    for languages in [["en", "no"], ["de", "fr", "nb", "nl"], ["no-NO", "sv"]] {
      let guesser = try TextcatLanguages().guesser(among: languages)
      #expect(guesser.language(of: Array(text.utf8))?.hasPrefix("n") == true)
    }
  }

  @Test("The stage keeps the promises of every stage, with its examples", .enabled(if: Machine.hasTextcat))
  func stage() {
    var registry = Registry()
    registry.add(BuiltinStages.self)
    registry.add(SystemLibraries.self)
    #expect(registry.stages["detect-language"]?.absence == nil)
    #expect(checkStage(DetectLanguage.self, in: registry) == [])
  }

  @Test("Many threads get the answers of one", .enabled(if: Machine.hasTextcat))
  func threads() throws {
    let languages = Self.texts.keys.sorted()
    let guesser = try TextcatLanguages().guesser(among: languages)
    let texts = languages.map { Array((Self.texts[$0] ?? "").utf8) }
    let alone = texts.map(guesser.language)
    let others = Answers()
    DispatchQueue.concurrentPerform(iterations: 16) { _ in others.add(texts.map(guesser.language)) }
    #expect(others.all == Array(repeating: alone, count: 16))
  }

  @Test("What is no text has no language", .enabled(if: Machine.hasTextcat))
  func nothing() throws {
    let guesser = try TextcatLanguages().guesser(among: ["de", "fr"])
    #expect(guesser.language(of: []) == nil)
    #expect(guesser.language(of: [0x20, 0x20]) == nil)
    #expect(
      guesser.language(of: Array("le conseil communal a décidé que ".utf8) + Array(repeating: 0x20, count: 9000))
        == "fr")
  }
}

private final class Answers: @unchecked Sendable {
  // The lock guards the answers; that is the reason for `@unchecked`.
  private let lock = NSLock()
  private var answers: [[String?]] = []
  func add(_ answer: [String?]) { lock.withLock { answers.append(answer) } }
  var all: [[String?]] { lock.withLock { answers } }
}
