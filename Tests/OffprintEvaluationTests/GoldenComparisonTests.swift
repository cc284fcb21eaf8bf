import OffprintDiagnostics
import OffprintEvaluation
import OffprintKit
import OffprintModel
import Testing

@Suite struct GoldenComparisonTests {
  private func issue(_ text: String) -> Issue { ExampleRun.document(.text(text), language: nil) }

  @Test func `what holds has nothing to show`() {
    let comparison = GoldenComparison("same", with: .text("a b")) { issue("a\nb") }
    #expect(comparison.holds)
    #expect(comparison.shown().isEmpty)
  }

  @Test func `what differs is shown line by line`() {
    let comparison = GoldenComparison("other", with: .text("a c")) { issue("a\nb") }
    #expect(!comparison.holds)
    #expect(comparison.shown() == ["text: - expected, + found", "  - a c", "  + a b"])
  }

  @Test func `no outcome is no success`() {
    let comparison = GoldenComparison("none", with: Expectation()) { throw Diagnostic(.stageFailed, "no") }
    #expect(!comparison.holds)
    #expect(comparison.diagnostics.map(\.code) == [.stageFailed])
  }

  struct Shouting: LineNormalising {
    static let spec = StageSpec(
      name: "shout", summary: "", needs: [], gives: [],
      examples: [
        Example("loud", .text("a"), expect: .text("A")), Example("wrong on purpose", .text("b"), expect: .text("b")),
      ])
    init(_ settings: NoSettings) {}
    func normalise(_ page: inout Page, _ context: inout StageContext) throws {
      for line in page.lines { page.rewriteLine(line.index, text: Array(line.text.uppercased().utf8)) }
    }
  }

  @Test func `examples of a stage are compared the same way`() throws {
    var registry = Registry()
    registry.register(Shouting.self)
    let comparisons = GoldenComparison.examples(of: try #require(registry.stages["shout"]), in: registry)
    #expect(comparisons.map(\.holds) == [true, false])
    #expect(comparisons.map(\.name) == ["shout: loud", "shout: wrong on purpose"])
  }
}
