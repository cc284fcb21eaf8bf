import Foundation
import OffprintFormats
import OffprintKit
import OffprintStages
import Testing

/// What is named and not there ends with 66 in every verb, and says what to do.
@Suite struct MissingInputTests {
  private static let registry: Registry = {
    var registry = Registry()
    BuiltinFormats.register(in: &registry)
    BuiltinStages.register(in: &registry)
    return registry
  }()

  /// The command in a folder with a pipeline, gone with the test. `@` stands for the folder.
  private func run(_ arguments: [String]) throws -> CommandRun {
    let folder = FileManager.default.temporaryDirectory.appending(path: "offprint-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let pipeline = """
      offprint: 1
      name: p
      read: { format: text-pages, from: pages }
      stages: [reflow-columns, segment-articles, dehyphenate]
      write: { text: { format: text, to: out/a.txt } }
      """
    try Data(pipeline.utf8).write(to: folder.appending(path: "paper.yaml"))
    try Data("offprint: 1\n".utf8).write(to: folder.appending(path: "wrong.yaml"))
    return CommandRun(arguments.map { $0.replacing("@", with: folder.path + "/") }, registry: Self.registry)
  }

  @Test(arguments: [
    ["check", "?"], ["check", "?", "--format", "json"], ["test", "?"], ["plan", "?"], ["run", "?"],
    ["vocabulary", "?", "-o", "@w.tsv"], ["why", "lamp", "?", "@paper.yaml"], ["eval", "lines", "?", "--truth", "@"],
    ["eval", "articles", "?", "--truth", "@"],
  ])
  func `a pipeline file`(arguments: [String]) throws {
    let near = try run(arguments.map { $0 == "?" ? "@papier.yaml" : $0 })
    #expect(near.status == 66, "\(near.err)")
    #expect((near.err + near.out).contains("did you mean 'paper.yaml'?"))
    let far = try run(arguments.map { $0 == "?" ? "@no/such.yaml" : $0 })
    #expect(far.status == 66)
    #expect((far.err + far.out).contains("name one that is there; a relative path begins in the folder you are in"))
  }

  @Test(arguments: [
    ["plan", "@paper.yaml"], ["run", "@paper.yaml"], ["vocabulary", "@paper.yaml", "-o", "@w.tsv"],
    ["why", "lamp", "@paper.yaml", "@nowhere"],
    ["eval", "lines", "@paper.yaml", "--truth", "@nowhere"],
    ["train", "articles", "--truth", "@nowhere", "--out", "@m"],
    ["eval", "articles", "@paper.yaml", "--truth", "@no/where/*.xml"], ["identify", "@nowhere"],
  ])
  func `an input`(arguments: [String]) throws {
    let run = try run(arguments)
    #expect(run.status == 66)
    #expect(run.err.contains("error[OP201]") && run.err.contains("name one that is there"), "\(run.err)")
  }

  @Test func `of several files the one that is wrong counts more`() throws {
    for verb in ["check", "test"] {
      #expect(try run([verb, "@paper.yaml", "@papier.yaml"]).status == 66)
      #expect(try run([verb, "@papier.yaml", "@wrong.yaml"]).status == 78)
      #expect(try run([verb, "@wrong.yaml", "@papier.yaml"]).status == 78)
    }
  }
}
