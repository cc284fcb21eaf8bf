import OffprintDiagnostics
import OffprintReport
import Testing

@testable import OffprintEngine

@Suite struct RunReportTests {
  static var good: DocumentRecord {
    var good = DocumentRecord(index: 0, name: "a/mets.xml")
    good.id = "a"
    good.pages = 4
    good.articles = 12
    good.lines.read = 100
    good.lines.exported = 90
    good.lines.furniture = 7
    good.lines.merged = 1
    good.lines.dropped = 2
    (good.characters.read, good.characters.changed, good.characters.exported) = (1000, -4, 900)
    (good.characters.furniture, good.characters.merged, good.characters.dropped) = (70, 10, 16)
    good.written = [
      .init(writer: "articles", files: 12, records: 12), .init(writer: "records", files: 0, records: 12),
    ]
    good.flags = [.init(code: "control-characters-replaced", count: 3)]
    good.effort = [.init(part: "read", seconds: 0.25, bytes: 5000)]
    return good
  }

  static var bad: DocumentRecord {
    var bad = DocumentRecord(index: 1, name: "b/mets.xml")
    bad.fail(
      DocumentFailure(
        at: "read", [Diagnostic(.xmlBroken, "'0001.xml' is cut off", at: SourcePlace(file: "b/0001.xml", line: 7))]))
    bad.lines.read = 10
    bad.characters.read = 80
    return bad
  }

  static func record(
    of documents: [DocumentRecord]? = nil, _ change: (inout RunRecord) -> Void = { _ in }
  ) -> RunRecord {
    var record = RunRecord(
      pipeline: "paper", file: "paper.yaml", variables: ["out": "o", "input": "i"], folder: "o", jobs: 4,
      outputs: [
        .init(writer: "articles", format: "newsml-g2", place: "o/x"),
        .init(writer: "records", format: "jsonl", place: "o/articles.jsonl"),
      ])
    record.found = 3
    for document in documents ?? [good, bad] { record.add(document) }
    var survey = RunRecord.Survey("dehyphenate", "vocabulary", "o/words.tsv")
    survey.isBuilt = true
    survey.size = "9 words"
    (survey.documents, survey.skipped) = (2, 1)
    record.surveys = [survey]
    record.ending = .interrupted
    record.seconds = 1.5
    change(&record)
    return record
  }

  @Test func `keys stand in a fixed order, and the clock at the end`() {
    let lines = #""merged":1,"dropped":2,"lost":0"#
    let none = #""exported":0,"furniture":0,"merged":0,"dropped":0,"lost":0"#
    let expected = #"""
      {
        "schema": 2,
        "offprint": "0.1.0",
        "pipeline": {"name":"paper","file":"paper.yaml"},
        "vars": {"input":"i","out":"o"},
        "ending": "interrupted",
        "exit_code": 130,
        "documents": {"found":3,"done":1,"without_a_stage":0,"failed":1,"quarantined":0,"not_reached":1},
        "pages": 4,
        "articles": 12,
        "lines": {"read":110,"exported":90,"furniture":7,\#(lines),"held_back":10},
        "characters": {"read":1080,"changed":-4,"exported":900,"furniture":70,"merged":10,"dropped":16,"lost":0,\#
      "held_back":80},
        "surveys": [
          {"name":"vocabulary","stage":"dehyphenate","file":"o/words.tsv","built":true,"size":"9 words",\#
      "documents":2,"skipped":1}
        ],
        "outputs": [
          {"writer":"articles","format":"newsml-g2","to":"o/x","files":12,"records":12},
          {"writer":"records","format":"jsonl","to":"o/articles.jsonl","files":0,"records":12}
        ],
        "diagnostics": [],
        "messages_of_documents": {"OP203":1},
        "documents_not_done": [
          {"name":"b/mets.xml","id":null,"outcome":"failed","failed_at":"read","pages":0,\#
      "lines":{"read":10,\#(none)},\#
      "diagnostics":[{"severity":"error","code":"OP203","summary":"'0001.xml' is cut off",\#
      "file":"b/0001.xml","line":7,"notes":[{"label":"document","text":"b/mets.xml"}]}]}
        ],
        "timing": {"seconds":1.500,"jobs":4,"documents_as_before":0,"files_removed":0,\#
      "parts":[{"part":"read","seconds":0.250,"bytes":5000}]}
      }

      """#
    #expect(RunReport(Self.record(), exitCode: 130).json == expected)
  }

  @Test func `two runs differ in the timing alone`() {
    let one = RunReport(Self.record(), exitCode: 1).json
    let other = RunReport(
      Self.record {
        $0.seconds = 77
        $0.jobs = 1
      }, exitCode: 1
    ).json
    let differing = zip(one.split(separator: "\n"), other.split(separator: "\n")).filter { $0 != $1 }
    #expect(differing.count == 1)
    #expect(differing.first?.0.hasPrefix("  \"timing\"") == true)
  }
}
