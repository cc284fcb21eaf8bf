import Foundation
import OffprintFormats
import OffprintKit
import OffprintStages
import Testing

@testable import OffprintCLI

@Suite("Learning a model by the command")
struct TrainArticlesTests {
  private static let registry: Registry = {
    var registry = Registry()
    BuiltinFormats.register(in: &registry)
    BuiltinStages.register(in: &registry)
    return registry
  }()

  private static let samples = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../pipelines/samples").standardized.path

  /// What the command says and writes in a folder with some files, gone with the test. `@` stands for the folder.
  private func train(
    _ files: [String: String] = [:], _ arguments: String...
  ) throws -> (run: CommandRun, model: String?) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "offprint-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (path, text) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let placed = arguments.map { $0.replacing("@", with: folder.path + "/") }
    let run = CommandRun(["train", "articles"] + placed, registry: Self.registry)
    return (run, try? String(contentsOf: folder.appending(path: "m.json"), encoding: .utf8))
  }

  private static let unmarked = """
    <alto><Layout><Page WIDTH="800" HEIGHT="400"><PrintSpace><TextBlock ID="TB1">
    <TextLine HPOS="100" VPOS="100" WIDTH="600" HEIGHT="40">
    <String CONTENT="Zeitung" HPOS="100" VPOS="100" WIDTH="100" HEIGHT="40"/></TextLine>
    </TextBlock></PrintSpace></Page></Layout></alto>
    """

  @Test("writes a model, and says what it was learned from")
  func learning() throws {
    let (run, model) = try train([:], "--truth", "old=\(Self.samples)/olive", "--no-held-out", "--out", "@m.json")
    #expect(run.status == 0, "\(run.err)")
    #expect(run.out.contains("written: ") && run.err.contains("old: "))
    #expect(!run.out.contains("held out"))
    let text = try #require(model)
    #expect(text.contains("Learned from old: 1 issue read as olive-xmd, 2 pages, 5 marked units."))
    #expect(try ArticleModel(text: Array(text.utf8), file: "m.json").text == text)
  }

  @Test("a model that is there is replaced")
  func replaced() throws {
    let old = ArticleModel().text + "old"
    let (run, model) = try train(
      ["m.json": old], "--truth", "\(Self.samples)/olive", "--no-held-out", "--out", "@m.json")
    #expect(run.status == 0 && model?.hasPrefix(ArticleModel.beginning) == true && model != old)
  }

  @Test("no other file is replaced, such as an issue to learn from, and nothing is read in vain")
  func inputIsNotReplaced() throws {
    let (run, model) = try train(["m.json": Self.unmarked], "--truth", "@m.json", "--out", "@m.json")
    #expect(run.status == 73)
    #expect(run.err.contains("error[OP401]") && run.err.contains("is there and is something else"))
    #expect(model == Self.unmarked && !run.err.contains("marked"))
  }

  @Test("where nothing is marked it says so, and writes nothing")
  func nothingMarked() throws {
    let (run, model) = try train(["a/p1.xml": Self.unmarked], "--truth", "@a", "--out", "@m.json")
    #expect(run.status == 65)
    #expect(run.err.contains("OP501") && run.err.contains("no article is marked in what --truth names"))
    #expect(model == nil && run.out.isEmpty)
  }

  @Test("a document that cannot be read is named, and the others are learned from")
  func failing() throws {
    let (run, model) = try train(
      ["a/1/p1.xml": "<alto><Layout>"], "--truth", "\(Self.samples)/olive", "--truth", "@a", "--no-held-out", "--out",
      "@m.json")
    #expect(run.status == 1)
    #expect(run.err.contains("OP203") && run.err.contains("= document: 1"), "\(run.err)")
    #expect(model != nil)
  }

  @Test("what cannot be written ends with 73")
  func unwritable() throws {
    let (run, _) = try train(
      ["file": "no folder"], "--truth", "\(Self.samples)/olive", "--no-held-out", "--out", "@file/m.json")
    #expect(run.status == 73, "\(run.err)")
  }

  @Test("what is not there or is no document ends with 66, an unknown reader with 64")
  func missing() throws {
    let nowhere = try train([:], "--truth", "@nowhere", "--out", "@m.json").run
    #expect(nowhere.status == 66 && nowhere.err.contains("OP201"))
    let nothing = try train(["a/notes.txt": "text"], "--truth", "@a", "--out", "@m.json").run
    #expect(nothing.status == 66 && nothing.err.contains("OP501"))
    let reader = try train(["a/p1.xml": Self.unmarked], "--truth", "@a", "--read", "allto", "--out", "@m.json").run
    #expect(reader.status == 64 && reader.err.contains("did you mean 'alto'?"))
  }
}
