import Foundation
import OffprintKit
import Testing

@testable import FamilyNotices

@Suite("Phrases of an operator")
struct ExtraPhrasesTests {
  private func read(_ text: String) throws -> [(kind: NoticeKind, phrase: String)] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("offprint-\(UUID().uuidString).tsv")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    return try ExtraPhrases.read(file.path)
  }

  @Test("a kind, a tab and a phrase on each line")
  func lines() throws {
    let found = try read("death\tist heimgegangen\r\n\nbirth\tsaw the light … on\n")
    #expect(found.map(\.kind) == [.death, .birth])
    #expect(found.map(\.phrase) == ["ist heimgegangen", "saw the light … on"])
  }

  @Test("all wrong lines are told, with their places")
  func faults() {
    let error = #expect(throws: Diagnostics.self) { try read("deth\tx\n\nbirth\nbirth\t#\ndeath\tfine\n") }
    #expect(error?.all.map { $0.place?.line } == [1, 3, 4])
    #expect(error?.all.first?.fix == "did you mean 'death'?")
  }

  @Test("the stage takes them as formulas, and refuses a file that is not there")
  func stage() throws {
    var settings = LabelFamilyNotices.Settings()
    settings.words = SettingPath("/nowhere/words.tsv")
    #expect(throws: Diagnostic.self) { try LabelFamilyNotices(settings) }
  }
}
