import Foundation
import Testing

@Suite("TEI that the command has written, read again")
struct TEIRoundTripTests {
  private static func pipeline(_ base: String, _ unit: String) -> String {
    let name = unit == "issue" ? "${issue.id}" : "${issue.id}/${article.id}"
    return """
      offprint: 1
      name: written
      extends: \(Command.root.path)/pipelines/\(base).yaml
      write:
        tei: { format: tei, to: "${out}/tei/\(name).xml", with: { unit: \(unit), line_ends: printed } }
      """
  }

  /// Type, roles and lines of each article: all but the order of the parts, since TEI has heads first.
  private func articles(_ folder: URL) throws -> Set<[String]> {
    Set(
      try Record.read(folder.appending(path: "articles.jsonl")).map { record in
        [record.metadata.type] + record.metadata.components.map { "\($0.role) \($0.lines)" }.sorted()
      })
  }

  private func check(_ base: String, unit: String, input: String? = nil, atLeast count: Int) throws {
    let scratch = try Scratch()
    _ = try scratch.write(Self.pipeline(base, unit), to: "p.yaml")
    let from = input.map { ["--var", "input=\($0)"] } ?? []
    let first = try Command.run(["run", "p.yaml", "--var", "out=one"] + from, in: scratch.folder)
    #expect(first.status == 0, "\(first.errors)")
    let again = try Command.run(
      [
        "run", Command.root.appending(path: "pipelines/tei.yaml").path, "--var", "input=one/tei", "--var", "out=two",
        "--var", "issue=\(unit == "issue" ? "file" : "folder")",
      ], in: scratch.folder)
    #expect(again.status == 0, "\(again.errors)")
    #expect(!again.errors.contains("warning"), "\(again.errors)")
    let (one, two) = try (
      articles(scratch.folder.appending(path: "one")), articles(scratch.folder.appending(path: "two"))
    )
    #expect(one.count >= count)
    #expect(one.subtracting(two) == [])
    #expect(two.subtracting(one) == [])
  }

  @Test("gives the same articles and lines", arguments: ["issue", "article"])
  func sample(unit: String) throws { try check("mets-alto", unit: unit, atLeast: 5) }

  @Test("gives those of real issues", .enabled(if: SharedData.has("data/issues"), "no shared issues here"))
  func realIssues() throws {
    try check(
      "mets-alto", unit: "issue", input: SharedData.folder.appending(path: "data/issues").path, atLeast: 400)
  }
}
