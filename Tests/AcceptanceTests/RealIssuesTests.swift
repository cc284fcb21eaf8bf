import Foundation
import Testing

@Suite(
  "The command on delivered issues",
  .enabled(
    if: SharedData.has("data/issues") && SharedData.has("schemas/newsml-g2"), "no shared issues and schemas here"))
struct RealIssuesTests {
  @Test("writes valid NewsML-G2 for every METS issue, and loses no line")
  func metsIssues() throws {
    let scratch = try Scratch()
    let run = try Command.run([
      "run", "pipelines/mets-alto.yaml", "--var", "input=\(SharedData.folder.appending(path: "data/issues").path)",
      "--var", "out=\(scratch.folder.path)",
    ])
    // One of the issues is there a second time, in a zip, and would write the same files.
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count { $0.hasPrefix("error[") } == 1, "\(run.errors)")
    #expect(run.errors.contains("error[OP407]") && run.errors.contains(".zip!/"), "\(run.errors)")
    #expect(run.errors.contains(" 0 lost"), "\(run.errors)")
    let files = try contents(of: scratch.folder.appending(path: "newsml")).keys.sorted()
    #expect(files.count { $0.hasSuffix("-package.xml") } == 14)
    let faults = try SharedData.faults(inNewsML: files.map { scratch.folder.appending(path: "newsml/\($0)") })
    #expect(faults == "")
    let lines = try Record.read(scratch.folder.appending(path: "articles.jsonl")).map(\.lines)
    #expect(lines.joined().count > 20_000)
  }

  @Test(
    "writes valid NewsML-G2 for PAGE files, DIDL issues, Olive's and what OCR programs write, and loses no line",
    arguments: [
      ("page-xml", "data/pages", 19), ("didl-alto", "data/issues", 2), ("olive-xmd", "data/issues", 1),
      ("hocr", "data/pages", 3), ("abbyy-xml", "data/pages", 2),
    ])
  func otherDeliveries(pipeline: String, input: String, issues: Int) throws {
    let scratch = try Scratch()
    let run = try Command.run([
      "run", "pipelines/\(pipeline).yaml", "--var", "input=\(SharedData.folder.appending(path: input).path)",
      "--var", "out=\(scratch.folder.path)",
    ])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains(" 0 lost"), "\(run.errors)")
    let files = try contents(of: scratch.folder.appending(path: "newsml")).keys.sorted()
    #expect(files.count { $0.hasSuffix("-package.xml") } == issues)
    #expect(try SharedData.faults(inNewsML: files.map { scratch.folder.appending(path: "newsml/\($0)") }) == "")
  }

  @Test("gives the articles of the truth for a real Chinese page")
  func maoming() throws {
    struct Truth: Decodable {
      struct Part: Decodable { var role: String, lines: [Int] }
      struct Story: Decodable { var components: [Part] }
      var articles: [Story], furniture: [Part]
    }
    let folder = SharedData.folder.appending(path: "samples/maoming-2023")
    let truth = try JSONDecoder().decode(Truth.self, from: Data(contentsOf: folder.appending(path: "truth.json")))
    let scratch = try Scratch()
    let run = try Command.run([
      "run", "pipelines/text-pages.yaml", "--var", "input=\(folder.appending(path: "page.txt").path)",
      "--var", "out=\(scratch.folder.path)",
    ])
    #expect(run.status == 0, "\(run.errors)")
    func named(_ role: String, _ lines: [String]) -> String { "\(role) \(lines.joined(separator: " "))" }
    let records = try Record.read(scratch.folder.appending(path: "articles.jsonl"))
    let found = records.filter { $0.metadata.type != "furniture" }.map { record in
      Set(record.metadata.components.map { named($0.role, $0.lines) })
    }
    let wanted = truth.articles.map { story in
      Set(story.components.map { part in named(part.role, part.lines.map { "page@\($0)" }) })
    }
    #expect(found == wanted)
    let furniture = records.filter { $0.metadata.type == "furniture" }.flatMap(\.lines)
    #expect(furniture == truth.furniture.flatMap(\.lines).map { "page@\($0)" })
    #expect(records.contains { $0.text.contains("会议要求，2023年，全市人社系统要深刻把握") })
  }
}
