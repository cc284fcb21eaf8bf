import Foundation
import Testing

@Suite("Proofs of articles")
struct ProofTests {
  private func evaluate(_ truths: [String], into folder: String, _ more: [String] = []) throws -> Command {
    try Command.run(
      ["eval", "articles", "pipelines/mets-alto.yaml", "--proof", folder] + truths.flatMap { ["--truth", $0] } + more)
  }

  private let samples = [
    "pipelines/samples/mets", "pipelines/samples/didl", "pipelines/samples/page", "pipelines/samples/olive",
  ]

  @Test(
    "are a file for each document and a list that leads to each, the same bytes again", arguments: ["blocks", "text"])
  func files(blind: String) throws {
    var written: [[String: Data]] = []
    for _ in 1...2 {
      let scratch = try Scratch()
      let run = try evaluate(samples, into: scratch.folder.path + "/proofs", ["--blind", blind])
      #expect(run.status == 0, "\(run.errors)")
      written.append(try contents(of: scratch.folder.appending(path: "proofs")))
    }
    #expect(written[0] == written[1])
    let list = String(decoding: try #require(written[0]["index.html"]), as: UTF8.self)
    #expect(written[0].count == 1 + samples.count)
    for (name, data) in written[0] where name != "index.html" {
      #expect(list.contains("<a href=\"\(name)\">"), "\(name)")
      let proof = String(decoding: data, as: UTF8.self)
      #expect(proof.contains("found whole: ") && proof.contains("<svg class=\"page "))
    }
  }

  @Test("change nothing of what is measured")
  func figures() throws {
    let scratch = try Scratch()
    let drawn = try evaluate(samples, into: scratch.folder.path, ["--format", "json"])
    let plain = try Command.run(
      ["eval", "articles", "pipelines/mets-alto.yaml", "--format", "json"] + samples.flatMap { ["--truth", $0] })
    #expect(drawn.output == plain.output)
  }

  @Test("of one document given twice are two files")
  func twice() throws {
    let scratch = try Scratch()
    let run = try evaluate([samples[0], "again=" + samples[0]], into: scratch.folder.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      Set(try contents(of: scratch.folder).keys) == [
        "index.html", "petit-lac-journal_1903-02-11.html", "petit-lac-journal_1903-02-11-2.html",
      ])
  }

  @Test("that cannot be written end with 73, after the figures")
  func unwritable() throws {
    let scratch = try Scratch()
    let file = try scratch.write("", to: "file")
    let run = try evaluate([samples[0]], into: file.path)
    #expect(run.status == 73)
    #expect(run.output.contains("found whole") && run.errors.contains("error[OP401]"), "\(run.errors)")
  }
}
