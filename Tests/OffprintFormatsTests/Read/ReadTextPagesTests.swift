import OffprintDiagnostics
import OffprintModel
import Testing

@testable import OffprintFormats

@Suite struct ReadTextPagesTests {
  @Test func namesMakeIssues() throws {
    let folder = try ReadFolder([
      "der-bote_1858-12-07_p10.txt": "zehn", "der-bote_1858-12-07_p2.txt": "zwei", "der-bote_18581208_p1.txt": "eins",
      "anderes.txt": "frei", "readme.md": "x",
    ])
    let issues = try folder.read(TextPagesReader(.init())).issues
    #expect(issues.map(\.id) == ["anderes", "der-bote_1858-12-07", "der-bote_1858-12-08"])
    #expect(issues[1].pages.map(\.name) == ["der-bote_1858-12-07_p2", "der-bote_1858-12-07_p10"])
    #expect(issues[1].pages.map(\.label) == ["2", "10"])
    #expect(issues[1].publication.title == "der-bote")
    #expect(issues[1].date?.iso == "1858-12-07")
  }

  @Test func formFeedsStartPagesWithNamesOfTheirOwn() throws {
    let folder = try ReadFolder(["a.txt": "eins\n\u{0C}zwei\n\u{0C}\n"])
    let pages = try folder.read(TextPagesReader(.init())).issues[0].pages
    #expect(pages.map(\.name) == ["a", "a-2"])
    #expect(pages[1].lineName(0) == "a-2@1")
  }

  @Test func marksAndLineEndsAreTakenOff() throws {
    let folder = try ReadFolder(["a.txt": "\u{FEFF}eins\r\n\r\nzwei"])
    let lines = try folder.read(TextPagesReader(.init())).issues[0].pages[0].lines
    #expect(lines.map(\.text) == ["eins", "zwei"])
    #expect(lines.map(\.number) == [1, 3])
  }

  @Test func whatIsNotUTF8IsReplacedAndSaid() throws {
    let folder = try ReadFolder([:])
    try folder.write("a.txt", Array("caf".utf8) + [0xE9, 0x0A, 0xFF, 0x07, 0x41])
    let (issues, context) = try folder.read(TextPagesReader(.init()))
    #expect(issues[0].pages[0].lines.map(\.text) == ["caf\u{FFFD}", "\u{FFFD} A"])
    #expect(
      issues[0].flags == [
        Flag(code: "invalid-utf8-replaced", subject: .page(0), count: 2),
        Flag(code: "control-characters-replaced", subject: .page(0), count: 1),
      ])
    #expect(context.warnings.map(\.code) == [.textReplaced, .textReplaced])
    #expect(context.warnings.allSatisfy { $0.fix?.contains("'encoding:'") == true })
    #expect(context.warnings[1].summary.hasPrefix("1 control character in"))
  }

  /// ISO-2022-KR, which is none of the encodings that are known.
  @Test func escapesToOtherCharactersAreWarnedOf() throws {
    let folder = try ReadFolder(["a.txt": "\u{1B}$)C\u{0E}>n\u{0F} \u{85}\u{7F}\n\t\r\n\u{0C}zwei"])
    let (issues, context) = try folder.read(TextPagesReader(.init()))
    #expect(issues[0].pages[0].lines[0].text == "$)C >n")
    #expect(context.warnings.map { $0.summary.prefix(20) } == ["5 control characters"])
    #expect(context.warnings[0].summary.contains("ISO 2022"))
  }

  @Test(
    arguments: [
      ([0x41, 0x0A, 0x00], DiagnosticCode.formatUnexpected, 2), ([0xFF, 0xFE], .inputEmpty, nil),
      ([], .inputEmpty, nil), ([0xEF, 0xBB, 0xBF], .inputEmpty, nil),
    ] as [([UInt8], DiagnosticCode, Int?)])
  func filesThatAreNoTextAreRefused(bytes: [UInt8], code: DiagnosticCode, line: Int?) throws {
    let folder = try ReadFolder([:])
    try folder.write("a.txt", bytes)
    do {
      _ = try folder.read(TextPagesReader(.init()))
      Testing.Issue.record("no error")
    } catch let error as Diagnostic {
      #expect(error.code == code)
      #expect(error.place?.line == line)
    }
  }

  @Test(arguments: [
    ("本報訊昨日在本市舉行了一次盛大的會議各界人士出席", "zh"), ("昨日は東京で大きな会議が開かれました。多くの人が来ました", "ja"),
    ("어제 서울에서 큰 회의가 열렸습니다 많은 사람이 왔습니다", "ko"), ("Gestern fand in der Stadt eine Versammlung statt", nil),
  ])
  func scriptsSayTheLanguage(text: String, language: String?) throws {
    let folder = try ReadFolder(["a.txt": text])
    #expect(try folder.read(TextPagesReader(.init())).issues[0].language == language)
  }
}
