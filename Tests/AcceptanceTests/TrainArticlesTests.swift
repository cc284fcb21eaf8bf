import Foundation
import Testing

@Suite("A model learned from the bundled samples")
struct TrainArticlesTests {
  private static let truth = ["--truth", "mets=pipelines/samples/mets", "--truth", "olive=pipelines/samples/olive"]

  private func train(_ file: URL, _ arguments: [String] = []) throws -> Command {
    try Command.run(["train", "articles"] + Self.truth + ["--out", file.path] + arguments)
  }

  @Test("is the same in every run, and measured on what it has not seen")
  func sameBytes() throws {
    let scratch = try Scratch()
    let files = ["one.json", "two.json"].map { scratch.folder.appending(path: $0) }
    let runs = try files.map { try train($0, ["--documents"]) }
    #expect(runs.allSatisfy { $0.status == 0 }, "\(runs[0].errors)")
    let models = try files.map { try Data(contentsOf: $0) }
    #expect(models[0] == models[1] && models[0].count > 1000)
    #expect(runs[0].output.replacing("one.json", with: "two.json") == runs[1].output)
    let tables = runs[0].output.split(separator: "\n").filter { $0.hasPrefix("held out: ") }
    #expect(tables.count >= 3 && Set(tables).count == tables.count)
    for name in ["mets", "olive", "total"] {
      #expect(runs[0].output.split(separator: "\n").contains { $0.hasPrefix(name + " ") }, "\(name)")
    }
    #expect(runs[0].errors.contains("held out: mets") && runs[0].errors.contains("held out: olive"))
    let text = String(decoding: models[0], as: UTF8.self)
    #expect(text.contains("Learned from mets: ") && text.contains("Held out "))
  }

  @Test("is measured on a collection as if it had been learned from the others alone")
  func heldOut() throws {
    let scratch = try Scratch()
    let (both, alone) = (scratch.folder.appending(path: "both.json"), scratch.folder.appending(path: "own.json"))
    let measured = try Command.run(
      ["train", "articles"] + Self.truth.suffix(2) + Self.truth.prefix(2) + ["--out", both.path])
    #expect(measured.status == 0, "\(measured.errors)")
    let learned = try Command.run(
      ["train", "articles"] + Self.truth.suffix(2) + ["--no-held-out", "--out", alone.path])
    #expect(learned.status == 0, "\(learned.errors)")
    let stages = """
      offprint: 1
      name: measured
      read: { format: mets-alto, from: "\(Command.root.path)/pipelines/samples/mets" }
      stages:
        - normalise-text
        - { stage: reflow-columns, with: { source_order: ignore } }
        - { stage: segment-articles, with: { model: own.json } }
      write: { articles: { format: jsonl, to: articles.jsonl } }
      """
    let file = try scratch.write(stages, to: "measured.yaml")
    let eval = try Command.run(
      ["eval", "articles", file.path, "--blind", "blocks"] + Self.truth.prefix(2))
    #expect(eval.status == 0, "\(eval.errors)")
    func rows(_ text: String) -> [Substring] { text.split(separator: "\n").filter { $0.hasPrefix("mets ") } }
    #expect(rows(eval.output).count == 2)
    #expect(Array(rows(measured.output).prefix(2)) == rows(eval.output))
  }

  /// A pipeline with a model of its own, over the METS sample as if nobody had marked it.
  private func pipeline(_ model: String) -> String {
    """
    offprint: 1
    name: own-model
    vars: { out: { type: output, help: All that is written. } }
    read: { format: mets-alto, from: "\(Command.root.path)/pipelines/samples/mets" }
    run: { folder: "${out}" }
    stages:
      - normalise-text
      - reflow-columns
      - stage: segment-articles
        with: { publisher: ignore, model: \(model) }
      - dehyphenate
    checks:
      - { check: lines-accounted-for, limit: 0 lost, else: fail }
    write:
      articles: { format: jsonl, to: "${out}/articles.jsonl" }
    """
  }

  @Test("finds articles in a pipeline that names it, and no line is lost")
  func inPipeline() throws {
    let scratch = try Scratch()
    let learned = try train(scratch.folder.appending(path: "own.json"), ["--no-held-out"])
    #expect(learned.status == 0 && !learned.output.contains("held out"), "\(learned.errors)")
    let file = try scratch.write(pipeline("own.json"), to: "own.yaml")
    let out = scratch.folder.appending(path: "out")
    let run = try Command.run(["run", file.path, "--var", "out=\(out.path)"])
    #expect(run.status == 0 && run.errors.contains("0 lost"), "\(run.errors)")
    let records = try Record.read(out.appending(path: "articles.jsonl"))
    #expect(records.count > 1)
    let lines = records.flatMap(\.lines)
    #expect(Set(lines).count == lines.count && lines.count > 20)
  }

  @Test("a model that is not there, or is none, is a mistake of the pipeline, with its place")
  func mistakes() throws {
    let scratch = try Scratch()
    let missing = try scratch.write(pipeline("nowhere.json"), to: "missing.yaml")
    let check = try Command.run(["check", missing.path])
    #expect(check.status == 78, "\(check.errors)")
    #expect(check.errors.contains("OP201") && check.errors.contains("nowhere.json"), "\(check.errors)")
    _ = try scratch.write("{ \"format\": \"other\" }", to: "broken.json")
    let broken = try Command.run(["check", try scratch.write(pipeline("broken.json"), to: "broken.yaml").path])
    #expect(broken.status == 78, "\(broken.errors)")
    #expect(broken.errors.contains("OP314") && broken.errors.contains("broken.json:1"), "\(broken.errors)")
    #expect(broken.errors.contains("offprint train articles"), "\(broken.errors)")
  }
}
