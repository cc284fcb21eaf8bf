import OffprintKit
import Testing

@testable import OffprintEvaluation

@Suite struct LineReportTests {
  private func result(_ share: Share, faults: Int = 0) -> LineEvaluation.Result {
    var scores = LineScores()
    scores.order.nextLines = share
    var marked = MarkedIssue()
    marked.page([["a", "b"]])
    marked.article([[ref(0), ref(1)]])
    let fault = (try? marked.result { $0.read([1, 0]) })?.faults.first
    let all = (0..<faults).compactMap { number in
      fault.map {
        var fault = $0
        fault.weight = Double(number)
        return fault
      }
    }
    return .init(scores: scores, faults: all)
  }

  @Test func `counts are pooled, means are over documents that have the truth`() {
    var report = LineReport(pipeline: "p", evaluation: LineEvaluation(), worst: 0)
    report.add(result(Share(9, of: 10)), of: "a", id: "a", format: "alto", to: "x")
    report.add(result(Share(0, of: 2)), of: "b", id: "b", format: "alto", to: "x")
    report.add(result(Share()), of: "c", id: "c", format: "page-xml", to: "y")
    #expect(report.summary.pooled.order.nextLines == Share(9, of: 12))
    #expect(report.summary.nextLines.value == 0.45)
    #expect(report.summary.documents == 3)
    #expect(report.collections.map(\.name) == ["x", "y"])
    #expect(report.collections[1].summary.nextLines.value == nil)
  }

  @Test func `collections of one name are one`() {
    var report = LineReport(pipeline: "p", evaluation: LineEvaluation(), worst: 0)
    report.add(result(Share()), of: "a", id: "a", format: "alto", to: "x")
    report.add(result(Share()), of: "b", id: "b", format: "page-xml", to: "x")
    report.addFailure(of: "c", format: "alto", to: "x")
    #expect(report.collections.count == 1)
    #expect(report.collections[0].formats == ["alto", "page-xml"])
    #expect(report.documents == 2 && report.failed == 1)
  }

  @Test func `the worst of all documents are kept, the first of equals`() {
    var report = LineReport(pipeline: "p", evaluation: LineEvaluation(), worst: 3)
    report.add(result(Share(), faults: 2), of: "a", id: "a", format: "alto", to: "x")
    report.add(result(Share(), faults: 4), of: "b", id: "b", format: "alto", to: "x")
    #expect(report.worst.entries.map(\.fault.weight) == [3, 2, 1])
    #expect(report.worst.entries.map(\.document) == ["b", "b", "a"])
    #expect(report.worst.count(of: .order) == 6)
  }

  @Test func `a flow along the marked articles scores 1, however the blocks were shuffled`() throws {
    for seed in 1...30 {
      var chance = SplitMix64(seed: UInt64(seed))
      var marked = MarkedIssue()
      let sizes = (0..<6).map { _ in Int(chance.next() % 4) + 1 }
      marked.page(sizes.map { size in (0..<size).map { "Zeile \($0)" } }, order: chance.shuffled(6))
      let truth = (marked.issue.pages[0].sourceOrder ?? []).map { block in
        Array(marked.issue.pages[0].blocks[block].lines.indices)
      }
      marked.article(truth.map { $0.map { ref($0) } }, marksParagraphs: true)
      let evaluation = LineEvaluation(seed: UInt64(seed))
      let copy = BlindCopy(of: marked.issue, depth: .blocks, hyphens: .source, seed: UInt64(seed))
      let places = LinePlaces(of: marked.issue, in: copy.issue, origins: copy.origins)
      let scores = try evaluation.result(for: marked.issue) { issue in
        let found = truth.map { lines in Paragraph(lines: lines.compactMap { places.found[0][$0]?.line }) }
        issue.pages[0].flow = Flow(paragraphs: found)
      }.scores
      #expect(scores.order.blocks.tau == 1 && scores.order.lines.tau == 1)
      #expect(scores.order.nextBlocks.value == 1 && scores.order.nextLines.value ?? 1 == 1)
      #expect(scores.paragraphs.breaks.value == 1 && scores.paragraphs.joins.value ?? 1 == 1)
    }
  }
}
