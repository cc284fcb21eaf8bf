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
  ///
  /// - Parameter byRoles: false for sources that mark no printed paragraphs; `segment-articles` may cut their texts and
  ///   name their parts otherwise where it meets them in another order.
  private func articles(_ folder: URL, byRoles: Bool) throws -> Set<[String]> {
    Set(
      try Record.read(folder.appending(path: "articles.jsonl")).map { record in
        let parts = record.metadata.components.map { "\($0.role) \($0.lines)" }
        return [record.metadata.type] + (byRoles ? parts : record.lines).sorted()
      })
  }

  private func check(_ base: String, unit: String, input: String? = nil, byRoles: Bool = true, atLeast count: Int)
    throws
  {
    let scratch = try Scratch()
    _ = try scratch.write(Self.pipeline(base, unit), to: "p.yaml")
    let from = input.map { ["--var", "input=\($0)"] } ?? []
    let first = try Command.run(["run", "p.yaml", "--var", "out=one"] + from, in: scratch.folder)
    #expect(SharedData.isDone(first), "\(first.errors)")
    let again = try Command.run(
      [
        "run", Command.root.appending(path: "pipelines/tei.yaml").path, "--var", "input=one/tei", "--var", "out=two",
        "--var", "issue=\(unit == "issue" ? "file" : "folder")",
        // Stated, so that nothing is asked for: every warning left is about what was read.
        "--var", "provider=A", "--var", "authority=a.example,2026", "--var", "rights=https://a.example/terms",
      ], in: scratch.folder)
    #expect(again.status == 0, "\(again.errors)")
    #expect(!again.errors.contains("warning"), "\(again.errors)")
    let (one, two) = try (
      articles(scratch.folder.appending(path: "one"), byRoles: byRoles),
      articles(scratch.folder.appending(path: "two"), byRoles: byRoles)
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
      "mets-alto", unit: "issue", input: SharedData.folder.appending(path: "data/issues").path, byRoles: false,
      atLeast: 400)
  }
}
