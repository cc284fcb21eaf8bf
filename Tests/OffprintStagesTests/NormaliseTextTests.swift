import OffprintKit
import Testing

@testable import OffprintStages

@Suite struct NormaliseTextTests {
  private func run(_ text: String, _ settings: [String: SettingInput] = [:]) throws -> OffprintKit.Issue {
    var registry = Registry()
    registry.register(NormaliseText.self)
    var issue = ExampleRun.document(.text(text), language: nil)
    try #require(registry.stages["normalise-text"]).make(settings).run(on: &issue)
    return issue
  }

  private func line(_ text: String, _ settings: [String: SettingInput] = [:]) throws -> String {
    try run(text, settings).pages[0].lines[0].text
  }

  @Test(arguments: [
    ("会 议 还 讨 论 澳 门 茂 名 历", "会议还讨论澳门茂名历"),
    ("（重 点 活 动）安 排 计 划 表（草", "（重点活动）安排计划表（草"),
    ("点 群 体 ，高 质 量 稳 就 业 促 就", "点群体，高质量稳就业促就"),
    ("培 养 阵 地 。 要 聚 焦“ 和 谐 同", "培养阵地。要聚焦“和谐同"),
    ("化州市排名第 1；税收收入 424.4 万", "化州市排名第1；税收收入424.4万"),
    ("会议指出，2022 年，我市人", "会议指出，2022年，我市人"),
  ])
  func closes(_ printed: String, _ reading: String) throws {
    #expect(try line(printed) == reading)
  }

  @Test(arguments: [
    "■记者 陈敏", "张三 李四 摄", "本报讯 近日，市里开会", "孩子们在新馆看书。 周一帆 摄", "2011年6月3日 星期五 第1版",
    "A   B C   D", "S P E R R U N G", "第一栏的文字在此处    第二栏的文字在此", "서울 특별시 종로구 세종 대로",
  ])
  func keeps(_ text: String) throws {
    let issue = try run(text)
    #expect(issue.pages[0].lines[0].text == text)
    #expect(issue.decisions.isEmpty)
  }

  @Test func controlsAreCountedOnceForThePage() throws {
    let issue = try run("a\u{1}b\u{7F}c\nd\u{FFFE}e\u{85}f")
    #expect(issue.pages[0].lines.map(\.text) == ["a b c", "d e f"])
    #expect(issue.flags == [Flag(code: "control-characters-replaced", subject: .page(0), count: 4)])
  }

  @Test func bidirectionalControlsAndJoinersStay() throws {
    let text = "a\u{200F}b\u{202B}c\u{200D}d"
    #expect(try line(text) == text)
    #expect(try line("a\u{FEFF}b\u{200B}c") == "abc")
  }

  @Test func softHyphenAtTheEndOfAColumnStays() throws {
    #expect(try line("Was\u{AD}ser be\u{AD}   Reichs\u{AD}") == "Wasser be\u{AD}   Reichs\u{AD}")
    #expect(try line("Was\u{C2}\u{AD}ser be\u{C2}\u{AD}") == "Wasser be\u{C2}\u{AD}")
  }

  @Test func aLineOfNothingButControlsIsEmptyAndStays() throws {
    let issue = try run("\u{1}\nb")
    #expect(issue.pages[0].lines.map(\.text) == ["", "b"])
  }

  @Test func untouchedLinesAreNotRewritten() throws {
    let text = "Élégant, « l’été » — ſchön „gut“ …"
    let before = ExampleRun.document(.text(text), language: nil).pages[0].buffer.count
    #expect(try run(text).pages[0].buffer.count == before)
  }

  @Test func decisionsGiveFigures() throws {
    let issue = try run("会 议 要 求 ，2023 年 ，全 市")
    #expect(issue.decisions.map(\.choice) == ["closed-letter-spacing", "closed-digit-spaces"])
    #expect(issue.decisions[0].reason.hasPrefix("7 of 7 characters stood alone"))
  }

  @Test func formCanBeKept() throws {
    #expect(try line("de\u{301}", ["form": .scalar("keep")]).unicodeScalars.count == 3)
    #expect(try line("de\u{301}").unicodeScalars.count == 2)
  }
}
