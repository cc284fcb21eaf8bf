import OffprintArchives
import OffprintDiagnostics
import OffprintKit
import OffprintPipeline
import OffprintTesting
import Testing

@testable import OffprintEngine

@Suite struct BagTests {
  private let sandbox = Sandbox()

  private func sum(_ text: String, _ kind: ChecksumKind = .md5) -> String { kind.sum(of: Array(text.utf8)) ?? "" }

  /// A bag with two documents, of which the manifest knows the second as another.
  private func files(_ second: String = "two") -> [(name: String, text: String)] {
    let manifest = "\(sum("one"))  data/a.txt\n\(sum(second))  data/b.txt\n"
    return [
      ("bagit.txt", "BagIt-Version: 1.0\n"), ("manifest-md5.txt", manifest),
      ("tagmanifest-md5.txt", "\(sum(manifest)) manifest-md5.txt\n"), ("data/a.txt", "one"), ("data/b.txt", "two"),
    ]
  }

  private func fill(_ files: [(name: String, text: String)]) {
    for file in files { sandbox.write(file.text, to: "in/bag/\(file.name)") }
  }

  private func run(pattern: String, _ policy: ChecksumPolicy = .fail) -> FakeRun {
    Pipeline.fake(in: sandbox) {
      $0.read.checksums = policy
      $0.read.from = "\(sandbox.path)/\(pattern)"
    }.goOn()
  }

  @Test func `a bag whose files are as its manifest says is read as any folder`() {
    fill(files())
    let record = run(pattern: "in/bag/data/*.txt")
    #expect((record.done, record.failed) == (2, 0))
    #expect(record.diagnostics == [])
  }

  @Test func `a file that is another costs its document, unless the pipeline says otherwise`() {
    fill(files("another"))
    let failing = run(pattern: "in/bag/data/*.txt")
    #expect((failing.done, failing.failed) == (1, 1))
    let message = failing.notDone.first?.diagnostics.first
    #expect(message?.code == .checksumWrong)
    #expect(
      message?.summary.hasSuffix("bag/data/b.txt' is not the file that its bag vouches for: its md5 is another") == true
    )
    let warning = run(pattern: "in/bag/data/*.txt", .warn)
    #expect((warning.done, warning.failed) == (2, 0))
    #expect(warning.messages["OP223"] == 1)
    let ignoring = run(pattern: "in/bag/data/*.txt", .ignore)
    #expect((ignoring.done, ignoring.messages["OP223"]) == (2, nil))
  }

  @Test func `a bag in an archive is one too`() {
    sandbox.write(ZipBuilder(files: files("another").map { ("bag/\($0.name)", $0.text) }).bytes, to: "in/a.zip")
    let record = run(pattern: "in/a.zip!/bag/data/*.txt")
    #expect((record.done, record.failed) == (1, 1))
  }

  @Test func `what is missing and what nobody vouches for is said once`() {
    fill(files().filter { $0.name != "data/a.txt" } + [("data/c.txt", "three")])
    let record = run(pattern: "in/bag/data/*.txt")
    #expect((record.done, record.failed) == (2, 0))
    let summaries = record.diagnostics.map { $0.summary.replacing(sandbox.path + "/", with: "") }
    #expect(
      summaries == [
        "1 of the 2 files that the bag 'in/bag' vouches for are not there",
        "1 file in the bag 'in/bag' that no manifest names",
      ])
    #expect(record.diagnostics.allSatisfy { $0.code == .bagIncomplete && $0.severity == .warning })
  }

  @Test func `a bag without its manifest, and one with another manifest, are told of`() {
    fill(files().filter { $0.name != "manifest-md5.txt" })
    #expect(
      run(pattern: "in/bag/data/*.txt").diagnostics.map(\.summary).first?.hasSuffix("nobody vouches for its files")
        == true)
    sandbox.write("\(sum("one"))  data/a.txt\n", to: "in/bag/manifest-md5.txt")
    let messages = run(pattern: "in/bag/data/*.txt").diagnostics.map(\.summary)
    #expect(messages.contains { $0.hasSuffix("is not the manifest that the bag was made with: its md5 is another") })
  }

  @Test func `manifests are read as they are written`() {
    let sum = sum("x", .sha256)
    let manifest = BagManifest(
      Array("\(sum.uppercased())  data/a%0Ab%25.txt\r\n\(sum) *./data/c d.txt\r\n\nno sum\n".utf8), kind: .sha256)
    #expect(manifest.sums == ["data/a\nb%.txt": sum, "data/c d.txt": sum])
    #expect(manifest.unread == 1)
  }

  @Test func `of several manifests the strongest counts`() throws {
    fill(files() + [("manifest-sha512.txt", "\(sum("other", .sha512))  data/a.txt\n")])
    let bag = try #require(Bag(at: "\(sandbox.path)/in/bag"))
    #expect(bag.verdict(on: "data/a.txt", Array("one".utf8)) == .wrong(.sha512))
    #expect(bag.verdict(on: "data/b.txt", Array("two".utf8)) == .right)
    #expect(bag.verdict(on: "data/c.txt", []) == .unlisted)
    #expect(Bag(at: "\(sandbox.path)/in") == nil)
  }
}
