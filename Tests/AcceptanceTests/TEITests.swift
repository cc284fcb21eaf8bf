import Foundation
import Testing

@Suite("TEI that the command writes")
struct TEITests {
  private func pipeline(_ to: String, _ settings: String) -> String {
    """
    offprint: 1
    name: tei
    extends: \(Command.root.path)/pipelines/mets-alto.yaml
    write:
      tei: { format: tei, to: "${out}/tei/\(to)", with: { \(settings) } }
    """
  }

  @Test("is a file for each issue or each article, as the path says")
  func units() throws {
    let scratch = try Scratch()
    _ = try scratch.write(pipeline("${issue.id}.xml", "unit: issue, line_ends: both"), to: "issue.yaml")
    _ = try scratch.write(pipeline("${article.id}.xml", "line_ends: printed"), to: "article.yaml")
    for (file, count) in [("issue", 1), ("article", 5)] {
      let run = try Command.run(["run", "\(file).yaml", "--var", "out=\(file)"], in: scratch.folder)
      #expect(run.status == 0, "\(run.errors)")
      let written = try contents(of: scratch.folder.appending(path: "\(file)/tei"))
      #expect(file == "issue" ? written.count == count : written.count >= count)
      let lines = written.values.reduce(0) {
        $0 + String(decoding: $1, as: UTF8.self).components(separatedBy: "<lb ").count - 1
      }
      let records = try Record.read(scratch.folder.appending(path: "\(file)/articles.jsonl"))
      #expect(lines == records.flatMap(\.lines).count)
    }
  }

  @Test("of a whole issue has no article to name in its path")
  func paths() throws {
    let scratch = try Scratch()
    _ = try scratch.write(pipeline("${article.id}.xml", "unit: issue"), to: "p.yaml")
    let check = try Command.run(["check", "p.yaml"], in: scratch.folder)
    #expect(check.status == 78)
    #expect(
      check.errors.contains("what 'tei' writes is about one issue each, so its path cannot name ${article.id}"))
  }
}
