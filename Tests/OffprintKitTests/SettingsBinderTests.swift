import OffprintDiagnostics
import OffprintKit
import Testing

enum Style: String, SettingChoice { case plain, letterSpaced = "letter-spaced" }

struct EverySetting: StageSettings {
  @Setting("A whole number.", in: 1...9)
  var minEvidence = 2
  @Setting("From a number on.", in: 0...)
  var count = 3
  @Setting("A number.", in: 0...1.5)
  var ratio = 0.5
  @Setting("Another number.", in: 1.0...)
  var factor = 2.0
  @Setting("A switch.")
  var isStrict = true
  @Setting("A text.")
  var language = "de"
  @Setting("Perhaps a file.")
  var words: SettingPath? = nil
  @Setting("A time.")
  var wait = SettingDuration(seconds: 90)
  @Setting("A share.")
  var limit = SettingShare(0.07)
  @Setting("A word of a list.")
  var style = Style.plain
  @Setting("Words.")
  var names = ["a", "b"]
}

@Suite("Binding settings")
struct SettingsBinderTests {
  private func bind(_ values: [String: String]) throws -> EverySetting {
    try SettingsBinder.bind(EverySetting.self, values.mapValues { .scalar($0) })
  }

  private func faults(_ values: [String: SettingInput]) -> [SettingFaults.Fault] {
    do {
      _ = try SettingsBinder.bind(EverySetting.self, values)
      return []
    } catch {
      return (error as? SettingFaults)?.all ?? []
    }
  }

  @Test("settings are described in the order of their declaration, in snake_case, with their defaults")
  func describe() {
    let all = SettingsBinder.describe(EverySetting.self)
    #expect(
      all.map(\.name) == [
        "min_evidence", "count", "ratio", "factor", "is_strict", "language", "words", "wait", "limit", "style", "names",
      ])
    #expect(
      all.map(\.defaultValue) == ["2", "3", "0.5", "2.0", "true", "de", "", "90s", "7%", "plain", "[a, b]"])
    #expect(all[0].help == "A whole number.")
    #expect(all[0].type == .integer(min: 1, max: 9))
    #expect(all[6].type == .path)
  }

  @Test("what is not named keeps its default")
  func defaults() throws {
    let settings = try bind([:])
    #expect(settings.minEvidence == 2 && settings.words == nil && settings.names == ["a", "b"])
  }

  @Test("each type is read by its declaration, not by the look of the value")
  func types() throws {
    let settings = try bind([
      "min_evidence": "9", "count": "0", "ratio": "1.5", "factor": "1e3", "is_strict": "No", "language": "no",
      "words": "lexicon/de.txt", "wait": "250ms", "limit": "2%", "style": "letter-spaced", "names": "0012",
    ])
    #expect(settings.minEvidence == 9 && settings.count == 0)
    #expect(settings.ratio == 1.5 && settings.factor == 1000)
    #expect(!settings.isStrict && settings.language == "no")
    #expect(settings.words == SettingPath("lexicon/de.txt"))
    #expect(settings.wait.seconds == 0.25 && settings.limit.value == 0.02)
    #expect(settings.style == .letterSpaced && settings.names == ["0012"])
    let listed = try SettingsBinder.bind(EverySetting.self, ["names": .list([.scalar("x"), .scalar("y")])])
    #expect(listed.names == ["x", "y"])
  }

  @Test(
    "a value that does not suit is told the rule",
    arguments: [
      ("min_evidence", "0", "is a whole number from 1 to 9"), ("min_evidence", "10", "is a whole number from 1 to 9"),
      ("min_evidence", "2.5", "is a whole number from 1 to 9"), ("count", "-1", "is a whole number of at least 0"),
      ("ratio", "nan", "is a number from 0.0 to 1.5"), ("ratio", "1.51", "is a number from 0.0 to 1.5"),
      ("factor", "0.9", "is a number of at least 1.0"), ("is_strict", "maybe", "is true or false"),
      ("wait", "120", "is a time such as 120s, 5m or 1h"), ("wait", "-1s", "is a time such as 120s, 5m or 1h"),
      ("limit", "101%", "is a share such as 2% or 0.02"), ("style", "plane", "is one of plain, letter-spaced"),
    ])
  func bounds(name: String, value: String, rule: String) {
    let found = faults([name: .scalar(value)])
    #expect(found.map(\.setting) == [name])
    #expect(found.map(\.fault.rule) == [rule])
    #expect(found.map(\.isUnknown) == [false])
  }

  @Test("all faults are told at once, with their places and the nearest names")
  func all() {
    let place = SourcePlace(file: "p.yaml", line: 4, column: 9)
    let found = faults([
      "languge": .scalar("de", at: place), "style": .scalar("plan"), "zzzzzzzz": .scalar(""),
      "count": .list([], at: place), "names": .list([.list([]), .scalar("x")]),
    ])
    #expect(found.map(\.setting) == ["count", "style", "names", "languge", "zzzzzzzz"])
    #expect(found.map(\.isUnknown) == [false, false, false, true, true])
    #expect(found.map(\.fault.fix) == [nil, "did you mean 'plain'?", nil, "did you mean 'language'?", nil])
    #expect(found[0].fault.place == place && found[3].fault.place == place)
    #expect(found[2].fault.rule == "is a list, each a text")
  }

  @Test("shares and times are written as they are read", arguments: [0, 0.02, 0.07, 0.29, 0.333, 1e-7, 1.0 / 3, 1])
  func written(value: Double) throws {
    let share = SettingShare(value)
    #expect(try SettingShare.parse(.scalar(share.written)) == share)
    let time = SettingDuration(seconds: value * 100)
    #expect(try SettingDuration.parse(.scalar(time.written)) == time)
  }

  @Test("a part without settings takes none")
  func none() throws {
    #expect(SettingsBinder.describe(NoSettings.self).isEmpty)
    #expect(throws: SettingFaults.self) { try SettingsBinder.bind(NoSettings.self, ["x": .scalar("1")]) }
  }

}
