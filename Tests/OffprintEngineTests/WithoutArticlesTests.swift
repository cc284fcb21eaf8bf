import OffprintDiagnostics
import OffprintPipeline
import Testing

@testable import OffprintEngine

@Suite struct WithoutArticlesTests {
  private let sandbox = Sandbox()

  @Test func `documents without an article are told of once, with the first of them`() {
    for (name, text) in [("a", "one\ntwo"), ("b", "furniture"), ("c", "furniture\ntwo")] {
      sandbox.write(text, to: "in/\(name).txt")
    }
    let record = Pipeline.fake(in: sandbox).run()
    #expect(record.done == 3 && record.diagnostics.map(\.code) == [.noArticles])
    let message = record.diagnostics.first
    #expect(message?.severity == .note && message?.place?.file == "\(sandbox.path)/in/b.txt")
    #expect(message?.summary.hasPrefix("2 documents gave no article") == true)
    // What an earlier run has done counts as well; without a stage that looks for articles there is nothing to tell.
    #expect(Pipeline.fake(in: sandbox).goOn().diagnostics.map(\.summary) == record.diagnostics.map(\.summary))
    #expect(Pipeline.fake(in: sandbox, stages: []).run().diagnostics.isEmpty)
    sandbox.remove("in/c.txt")
    #expect(
      Pipeline.fake(in: sandbox).run().diagnostics.first?.summary.hasPrefix("'b.txt' gave no article") == true)
  }
}
