import Foundation
import Testing

@Suite("ALTO that the command has written")
struct ALTORoundTripTests {
  private static let pipeline = """
    offprint: 1
    name: again
    extends: \(Command.root.path)/pipelines/alto-pages.yaml
    write:
      pages: { format: alto, to: "${out}/alto/${issue.id}/${page.name}.xml" }
    """

  @Test("gives the same articles, and the same ALTO, when it is read again")
  func again() throws {
    let scratch = try Scratch()
    _ = try scratch.write(Self.pipeline, to: "p.yaml")
    let first = try Command.run(["run", "p.yaml", "--var", "out=one", "--jobs", "2"], in: scratch.folder)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.errors.contains("2 files alto in one/alto"))
    let second = try Command.run(["run", "p.yaml", "--var", "input=one/alto", "--var", "out=two"], in: scratch.folder)
    #expect(second.status == 0, "\(second.errors)")
    let (one, two) = (scratch.folder.appending(path: "one"), scratch.folder.appending(path: "two"))
    #expect(try contents(of: one.appending(path: "alto")) == contents(of: two.appending(path: "alto")))
    let records = try [one, two].map { try Record.read($0.appending(path: "articles.jsonl")) }
    #expect(records[0].count > 5)
    #expect(records[0].map(\.text) == records[1].map(\.text))
    #expect(records[0].map(\.lines) == records[1].map(\.lines))
  }

  @Test("has a path that tells pages apart and names nothing else")
  func paths() throws {
    let scratch = try Scratch()
    for (path, message) in [
      ("${issue.id}.xml", "'alto' writes one file for each page, and this path does not tell them apart"),
      (
        "${page.name}${article.id}.xml",
        "what 'alto' writes is about one page each, so its path cannot name ${article.id}"
      ),
    ] {
      _ = try scratch.write(Self.pipeline.replacing("${issue.id}/${page.name}.xml", with: path), to: "p.yaml")
      let check = try Command.run(["check", "p.yaml"], in: scratch.folder)
      #expect(check.status == 78)
      #expect(check.errors.contains(message), "\(check.errors)")
    }
  }
}
