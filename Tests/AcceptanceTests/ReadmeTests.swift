import Foundation
import OffprintPipeline
import Testing

@Suite("The README")
struct ReadmeTests {
  private let text: String
  private let blocks: [(language: String, body: String)]

  init() throws {
    text = try String(contentsOf: Command.root.appending(path: "README.md"), encoding: .utf8)
    var blocks: [(String, String)] = []
    for (number, piece) in text.components(separatedBy: "```").enumerated() where number % 2 == 1 {
      let language = piece.prefix { $0 != "\n" }
      blocks.append((String(language), String(piece.dropFirst(language.count + 1))))
    }
    self.blocks = blocks.map { (language: $0.0, body: $0.1) }
  }

  /// A folder that looks like the package's to the pipeline of the README.
  private func folder(with pipeline: String) throws -> Scratch {
    let scratch = try Scratch()
    _ = try scratch.write(pipeline, to: "pipelines/readable.yaml")
    try FileManager.default.copyItem(
      at: Command.root.appending(path: "pipelines/samples"),
      to: scratch.folder.appending(path: "pipelines/samples"))
    return scratch
  }

  @Test("shows the real output of its pipeline file")
  func output() throws {
    let pipeline = try #require(blocks.first { $0.language == "yaml" }).body
    let shown = try #require(blocks.first { $0.language == "text" }).body
    let scratch = try folder(with: pipeline)
    let run = try Command.run(["run", "pipelines/readable.yaml"], in: scratch.folder)
    #expect(run.status == 0, "\(run.errors)")
    let written = try String(contentsOf: scratch.folder.appending(path: "out/readable.txt"), encoding: .utf8)
    #expect(written.hasPrefix(shown))
  }

  @Test("shows the page that the output came from")
  func input() throws {
    let shown = try #require(blocks.filter { $0.language == "text" }.dropFirst().first).body
    let page = Command.root.appending(path: "pipelines/samples/text/yunhe-ribao_2011-06-03_p1.txt")
    #expect(try String(contentsOf: page, encoding: .utf8).contains(shown))
  }

  @Test("shows the real messages of a mistyped pipeline file")
  func messages() throws {
    let pipeline = try #require(blocks.first { $0.language == "yaml" }).body
      .replacing("min_evidence", with: "min_evidense").replacing("- segment-articles", with: "- segment-article")
    let shown = try #require(blocks.first { $0.language == "text" && $0.body.hasPrefix("error") }).body
    let scratch = try folder(with: pipeline)
    let check = try Command.run(["check", "pipelines/readable.yaml"], in: scratch.folder)
    #expect(check.status == 78)
    #expect(check.errors.trimmingCharacters(in: .newlines) == shown.trimmingCharacters(in: .newlines))
  }

  @Test("shows what is told of an article, and the command for it")
  func why() throws {
    let command = try #require(blocks.first { $0.language == "sh" && $0.body.hasPrefix("offprint why") }).body
    let words = command.dropFirst("offprint".count).split(separator: " ")
      .map { $0.trimmingCharacters(in: ["\"", "\n"]) }
    let shown = try #require(blocks.first { $0.language == "text" && $0.body.contains("COMPONENTS") }).body
    let told = try Command.run(words)
    #expect(told.status == 0, "\(told.errors)")
    #expect(told.output == shown)
  }

  @Test("shows what identify says, and the command for it")
  func identify() throws {
    let command = try #require(blocks.first { $0.language == "sh" && $0.body.hasPrefix("offprint identify") }).body
    let words = command.dropFirst("offprint".count).split(separator: " ").map {
      $0.trimmingCharacters(in: .newlines)
    }
    let shown = try #require(blocks.first { $0.language == "text" && $0.body.contains("files, all known") }).body
    let told = try Command.run(words)
    #expect(told.status == 0, "\(told.errors)")
    #expect(told.output == shown)
  }

  @Test("shows how a pipeline extends another, as it works")
  func extending() throws {
    let pipeline = try #require(blocks.filter { $0.language == "yaml" }.dropFirst().first).body
    let scratch = try folder(with: pipeline)
    try FileManager.default.copyItem(
      at: Command.root.appending(path: "pipelines/mets-alto.yaml"),
      to: scratch.folder.appending(path: "pipelines/mets-alto.yaml"))
    let run = try Command.run(
      ["run", "pipelines/readable.yaml", "--var", "out=\(scratch.folder.path)/out"], in: scratch.folder)
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test("names every field of conditions and of paths")
  func fields() throws {
    let names = ConditionField.all.map(\.name) + OutputField.allCases.map { "${\($0.rawValue)}" }
    for name in names { #expect(text.contains("`\(name)`"), "\(name)") }
  }

  @Test("shows a stage that the tests compile")
  func stage() throws {
    let shown = try #require(blocks.first { $0.language == "swift" }).body
    let compiled = Command.root.appending(path: "Tests/OffprintKitTests/Manual/LabelLength.swift")
    #expect(try String(contentsOf: compiled, encoding: .utf8) == shown)
  }

  @Test(
    "shows what the plugin that it begins is asked and answers", .enabled(if: PluginCommandTests.hasPython))
  func plugin() throws {
    let shown = blocks.filter { $0.language == "json" }
    try #require(shown.count == 2)
    let commands = try #require(blocks.first { $0.body.hasPrefix("offprint new plugin") }).body
    let scratch = try Scratch()
    for line in commands.split(separator: "\n") where !line.contains("my-paper") {
      let run = try Command.run(line.split(separator: " ").dropFirst().map(String.init), in: scratch.folder)
      #expect(run.status == 0, "\(line): \(run.errors)")
    }
    let request = Data(shown[0].body.utf8)
    let length = withUnsafeBytes(of: UInt32(request.count).bigEndian) { Data($0) }
    try (length + request).write(to: scratch.folder.appending(path: "request"))
    let asked = try Command.run(
      URL(filePath: "/bin/sh"), ["-c", "python3 weather/weather.py < request > answer"], in: scratch.folder)
    #expect(asked.status == 0, "\(asked.errors)")
    let answer = try Data(contentsOf: scratch.folder.appending(path: "answer")).dropFirst(4)
    func value(_ data: Data) throws -> NSDictionary? { try JSONSerialization.jsonObject(with: data) as? NSDictionary }
    #expect(try value(Data(answer)) == value(Data(shown[1].body.utf8)))
  }

  @Test("names every stage, reader and writer that comes with the command")
  func names() throws {
    for kind in ["stages", "readers", "writers"] {
      let list = try Command.run(["list", kind])
      for line in list.output.split(separator: "\n") where !line.contains("[family-notices]") {
        let name = line.prefix { $0 != " " }
        #expect(text.contains("`\(name)`"), "\(name)")
      }
    }
  }
}
