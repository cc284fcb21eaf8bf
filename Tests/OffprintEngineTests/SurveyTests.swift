import Foundation
import OffprintDiagnostics
import OffprintKit
import OffprintModel
import Testing

@testable import OffprintEngine
@testable import OffprintPipeline

/// Joins nothing; its survey lists the documents' first words in the order in which they were added.
private struct Asker: Dehyphenating, Surveying {
  struct Settings: StageSettings {
    @Setting("Where the survey is.") var survey: SettingPath? = nil
    init() {}
  }
  struct Tally: SurveyTally {
    static let beginning = ""
    var words: [String] = []
    var size: String { "\(words.count) firsts" }
    mutating func add(_ other: Tally) { words += other.words }
    func bytes(from origin: SurveyOrigin) -> [UInt8] {
      Array("\(origin.pipeline) \(origin.documents): \(words.joined(separator: " "))".utf8)
    }
  }

  static let spec = StageSpec(name: "ask", summary: "", needs: [], gives: [.joins], examples: [])
  static let surveyName = "firsts"
  let surveyPath: String?
  let known: String?
  var hasSurvey: Bool { known != nil }

  init(_ settings: Settings) throws {
    surveyPath = settings.survey?.path
    known = settings.survey.flatMap { try? SourceFile.read($0.path) }.map { String(decoding: $0, as: UTF8.self) }
  }

  func tally(of issue: OffprintModel.Issue) throws -> Tally {
    Tally(words: [issue.pages[0].lines.first?.words.first?.text ?? ""])
  }

  func joins(in issue: OffprintModel.Issue, runs: [[LineRef]], _ context: inout StageContext) throws -> [Join] {
    context.flag(known == nil ? "knows-nothing" : "knows", at: .issue)
    return []
  }
}

extension Pipeline {
  fileprivate func survey(into path: String) -> RunRecord { Engine(self).buildSurvey(of: "ask", into: path) }
}

/// Writes a mark before each line, as a stage that changes text does.
private struct Marker: LineNormalising {
  static let spec = StageSpec(name: "mark", summary: "", needs: [], gives: [], examples: [])
  init(_ settings: NoSettings) {}
  func normalise(_ page: inout Page, _ context: inout StageContext) throws {
    for line in page.lines.indices { page.rewriteLine(line, text: Array("<\(page.lines[line].text)".utf8)) }
  }
}

@Suite struct SurveyTests {
  private let sandbox = Sandbox()
  private var path: String { "\(sandbox.path)/kept/firsts.txt" }

  private func pipeline(_ more: [AnyStage] = [], survey: String?) throws -> Pipeline {
    var registry = Registry()
    registry.register(Asker.self)
    let asker = try #require(try registry.stages["ask"]?.make(survey.map { ["survey": .scalar($0)] } ?? [:]))
    return Pipeline.fake(in: sandbox, stages: more + [asker, Pipeline.stage(FakeSegmenter.self)])
  }

  private func fill(_ count: Int) {
    for number in 0..<count { sandbox.write("w\(number) x\nline", to: "in/d\(100 + number).txt") }
  }

  @Test(arguments: [1, 2, 7])
  func `a first pass builds the file in the order of the documents, then the stage has it`(jobs: Int) throws {
    fill(30)
    let stages = [Pipeline.stage(Dawdler.self), Pipeline.stage(Marker.self)]
    let record = try pipeline(stages, survey: path).run(jobs: jobs)
    let words = (0..<30).map { "<w\($0)" }.joined(separator: " ")
    #expect(sandbox.read("kept/firsts.txt") == "fake 30: \(words)")
    #expect(record.done == 30)
    #expect(record.documents.allSatisfy { $0.flags.map(\.code) == ["knows"] })
    let survey = try #require(record.surveys.first)
    #expect((survey.stage, survey.name, survey.file) == ("ask", "firsts", path))
    #expect((survey.isBuilt, survey.documents, survey.skipped, survey.size) == (true, 30, 0, "30 firsts"))
  }

  @Test func `a file that is there is used as it is`() throws {
    fill(2)
    sandbox.write("old", to: "kept/firsts.txt")
    let record = try pipeline(survey: path).run()
    #expect(sandbox.read("kept/firsts.txt") == "old")
    #expect(record.documents.allSatisfy { $0.flags.map(\.code) == ["knows"] })
    #expect(record.surveys.map(\.isBuilt) == [false])
  }

  @Test func `a stage that names no file is not asked`() throws {
    fill(2)
    let record = try pipeline(survey: nil).run()
    #expect(record.surveys.isEmpty)
    #expect(record.documents.allSatisfy { $0.flags.map(\.code) == ["knows-nothing"] })
  }

  @Test func `two stages may keep one file`() throws {
    fill(2)
    var pipeline = try pipeline(survey: path)
    pipeline.stages.insert(pipeline.stages[0], at: 1)
    pipeline.stages[1].id = "again"
    let record = pipeline.run()
    #expect(record.surveys.map(\.stage) == ["ask"])
    #expect(record.documents.allSatisfy { $0.flags == [.init(code: "knows", count: 2)] })
  }

  @Test func `what cannot be read is left out with a warning, and fails in the run`() throws {
    fill(2)
    sandbox.write("BROKEN", to: "in/d050.txt")
    let record = try pipeline(survey: path).run()
    #expect(sandbox.read("kept/firsts.txt") == "fake 2: w0 w1")
    #expect((record.done, record.failed) == (2, 1))
    #expect(record.surveys.map(\.skipped) == [1])
    let warning = try #require(record.diagnostics.first)
    #expect(record.diagnostics.count == 1)
    #expect((warning.severity, warning.code) == (.warning, .formatUnexpected))
    #expect(warning.notes.last?.text == "the firsts is built without the document")
    #expect(record.documents[0].diagnostics.map(\.severity) == [.error])
  }

  @Test func `nothing is kept where no document can be read`() throws {
    sandbox.write("BROKEN", to: "in/d.txt")
    let record = try pipeline(survey: path).run()
    #expect(sandbox.files(below: "kept").isEmpty)
    #expect(record.surveys.map(\.isBuilt) == [false])
    #expect(record.failed == 1)
  }

  @Test func `an interrupted pass writes nothing, and no document is begun`() throws {
    fill(200)
    let options = RunOptions(jobs: 1)
    let record = Engine(try pipeline(survey: path), options: options).run { event in
      if case .surveyed = event { options.interruption.request() }
    }
    #expect(record.ending == .interrupted)
    #expect(record.reached == 0)
    #expect(sandbox.files(below: "kept").isEmpty)
  }

  @Test func `a file that cannot be written ends the run`() throws {
    fill(1)
    sandbox.write("", to: "kept")
    let record = try pipeline(survey: path).run()
    #expect(record.ending == .cannotWrite)
    #expect(record.diagnostics.map(\.code) == [.cannotWrite])
    #expect(record.documents.isEmpty)
  }

  @Test func `a device or a link is never replaced`() throws {
    fill(1)
    sandbox.write("old", to: "old.txt")
    sandbox.link("firsts.txt", to: "\(sandbox.path)/old.txt")
    let record = try pipeline(survey: nil).survey(into: "\(sandbox.path)/firsts.txt")
    #expect(record.diagnostics.map(\.code) == [.cannotWrite])
    #expect(sandbox.read("old.txt") == "old")
  }

  @Test func `a survey may be built alone and replaces the old one`() throws {
    fill(2)
    sandbox.write("old", to: "kept/firsts.txt")
    let record = try pipeline(survey: nil).survey(into: path)
    #expect(sandbox.read("kept/firsts.txt") == "fake 2: w0 w1")
    #expect(record.reached == 0 && sandbox.files(below: "out").isEmpty)
    #expect(record.surveys.map(\.documents) == [2])
  }
}
