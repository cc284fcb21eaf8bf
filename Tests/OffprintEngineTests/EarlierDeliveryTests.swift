import OffprintDiagnostics
import OffprintKit
import OffprintPipeline
import Testing

@testable import OffprintEngine

/// Writes an article's text and, behind it, what an earlier delivery had; and a file for `gone`, if that had one.
private struct FakeVersions: ProductMaking {
  func products(for issue: Issue) throws -> [Product] { try products(for: issue, after: EarlierProducts { _ in nil }) }

  func products(for issue: Issue, after earlier: EarlierProducts) throws -> [Product] {
    let text = Array(issue.articles[0].components.map(issue.text).joined(separator: "\n").utf8)
    let before = try earlier.bytes(of: .former(id: issue.articles[0].id)) ?? Array("nothing".utf8)
    let gone = try earlier.bytes(of: .former(id: "gone"))
    return [Product(.article(0), text + [0x2B] + before)] + (gone.map { [Product(.former(id: "gone"), $0)] } ?? [])
  }
}

@Suite struct EarlierDeliveryTests {
  private let sandbox = Sandbox()

  private var pipeline: Pipeline {
    let path: [OutputPath.Piece] = [.field(.issueID), .text("/"), .field(.articleID), .text(".txt")]
    var step = WriteStep.files(in: sandbox, path)
    step.writer = FakeVersions()
    step.earlier = step.to.moved(to: "\(sandbox.path)/earlier")
    return Pipeline.fake(in: sandbox, writes: [step])
  }

  @Test func `a writer sees what lies under the same path of the earlier delivery`() {
    sandbox.write("one\ntwo\nthree", to: "in/a.txt")
    sandbox.write("before", to: "earlier/a/a-p1-1.txt")
    sandbox.write("it was", to: "earlier/a/gone.txt")
    #expect(pipeline.run().done == 1)
    let out = sandbox.files(below: "out")
    #expect(out["a/a-p1-1.txt"]?.hasSuffix("+before") == true)
    #expect(out["a/gone.txt"] == "it was")
  }

  @Test func `its files are inputs, those too that are not there yet`() {
    for name in ["a", "b", "c"] { sandbox.write("one\ntwo\nthree", to: "in/\(name).txt") }
    sandbox.write("before", to: "earlier/a/a-p1-1.txt")
    #expect(pipeline.goOn().asBefore == 0)
    #expect(pipeline.goOn().asBefore == 3)
    sandbox.write("changed", to: "earlier/a/a-p1-1.txt")
    #expect(pipeline.goOn().asBefore == 2)
    sandbox.write("it was", to: "earlier/b/gone.txt")
    #expect(pipeline.goOn().asBefore == 2)
    #expect(sandbox.files(below: "out")["b/gone.txt"] == "it was")
    let out = sandbox.files(below: "out")
    #expect(pipeline.run().done == 3)
    #expect(sandbox.files(below: "out") == out)
  }

  @Test func `a file of it that cannot be read fails its document`() {
    sandbox.write("one\ntwo\nthree", to: "in/a.txt")
    sandbox.write("x", to: "earlier/a/a-p1-1.txt/folder.txt")
    let run = pipeline.run()
    #expect(run.failed == 1 && run.documents[0].failedAt == "files")
  }
}
