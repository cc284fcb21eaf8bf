import OffprintDiagnostics
import OffprintKit
import OffprintPipeline
import Testing

@testable import OffprintEngine

/// Allows no file with a word in it.
private struct FakeValidator: ProductValidating {
  var files: [String] = []
  var forbidden = "wrong"

  func problems(in bytes: [UInt8]) -> [SchemaProblem] {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.filter { lines[$0].contains(forbidden) }.map {
      SchemaProblem(line: $0 + 1, words: "Element '\(forbidden)': This element is not expected")
    }
  }
}

@Suite struct SchemaCheckTests {
  private let sandbox = Sandbox()

  private func pipeline(_ validator: FakeValidator?, _ policy: RunPolicy.OnError = .skip) -> Pipeline {
    Pipeline.fake(in: sandbox) { pipeline in
      pipeline.writes[0].validator = validator
      pipeline.run.onError = policy
    }
  }

  @Test func `a document with a file that is not valid is not written, and the message has all`() throws {
    sandbox.write("one\ntwo\nthree", to: "in/a.txt")
    sandbox.write("one\nit is wrong\nthree", to: "in/b.txt")
    let run = pipeline(FakeValidator(files: ["schemas/items.xsd"])).run()
    #expect((run.done, run.failed) == (1, 1))
    #expect(sandbox.files(below: "out").keys.allSatisfy { !$0.contains("b-") })
    let message = try #require(run.documents[1].diagnostics.first)
    #expect(message.code == .productInvalid)
    #expect(message.place?.file.hasSuffix("out/b/b-p1-1.txt") == true && message.place?.line == 2)
    #expect(message.summary.hasSuffix("would not be valid: Element 'wrong': This element is not expected"))
    #expect(message.notes.contains { $0.label == "schema" && $0.text == "items.xsd" })
    #expect(run.documents[1].failedAt == "files")
  }

  @Test func `the policy is that of any failure`() {
    sandbox.write("wrong\ntwo\nthree", to: "in/a.txt")
    #expect(pipeline(FakeValidator(), .quarantine).run().quarantined == 1)
  }

  @Test func `what it costs is told by itself`() {
    sandbox.write("one\ntwo\nthree", to: "in/a.txt")
    let parts = pipeline(FakeValidator()).run().effort.map(\.part)
    #expect(parts.contains("files.schema"))
    #expect(parts.firstIndex(of: "files.schema") == parts.firstIndex(of: "files").map { $0 + 1 })
  }

  @Test func `a schema that was added or changed does all again`() {
    sandbox.write("one\ntwo\nthree", to: "in/a.txt")
    sandbox.write("1", to: "schema.xsd")
    let schema = "\(sandbox.path)/schema.xsd"
    #expect(pipeline(nil).goOn().asBefore == 0)
    #expect(pipeline(nil).goOn().asBefore == 1)
    #expect(pipeline(FakeValidator(files: [schema])).goOn().asBefore == 0)
    #expect(pipeline(FakeValidator(files: [schema])).goOn().asBefore == 1)
    sandbox.write("2", to: "schema.xsd")
    #expect(pipeline(FakeValidator(files: [schema])).goOn().asBefore == 0)
  }

  @Test func `a change of what is declared of the publication does all again`() {
    sandbox.write("one\ntwo\nthree", to: "in/a.txt")
    func run(_ title: String?) -> Int {
      Pipeline.fake(in: sandbox) { pipeline in
        if let title { pipeline.read.publicationMeaning.settings["title"] = title }
      }.goOn().asBefore
    }
    #expect([run(nil), run("A"), run("A"), run("B")] == [0, 0, 1, 0])
  }
}
