import OffprintTrees
import Testing

@testable import OffprintStages

@Suite("Reasons for and against an answer")
struct AnswerReasonsTests {
  private func reason(_ trees: BoostedTrees?, _ row: [Float], begins: Bool) -> String {
    AnswerReasons(trees).text(of: row, isYes: begins)
  }

  /// Where a measure stands in a row.
  private func place(_ name: String) throws -> Int { try #require(UnitFeatures.all.firstIndex { $0.name == name }) }

  /// What a measure is called for people.
  private func meaning(_ name: String) throws -> String { UnitFeatures.all[try place(name)].meaning }

  /// A question with what yes and no add.
  private func question(_ name: String, atMost: Float, yes: Float, no: Float) throws -> RegressionTree {
    RegressionTree(nodes: [
      .init(feature: Int32(try place(name)), next: 1, threshold: atMost, value: 0), .end(yes), .end(no),
    ])
  }

  private func row(_ values: [String: Float]) throws -> [Float] {
    var row = [Float](repeating: 0, count: UnitFeatures.all.count)
    for (name, value) in values { row[try place(name)] = value }
    return row
  }

  private func trees() throws -> BoostedTrees {
    BoostedTrees(
      bias: 0,
      trees: [
        try question("size", atMost: 1.2, yes: -0.5, no: 1), try question("bold", atMost: 0.5, yes: -0.2, no: 2),
        try question("after.lines", atMost: 2, yes: 0.3, no: -0.3),
        try question("small", atMost: 0.5, yes: 0.01, no: -4),
      ])
  }

  @Test("what weighed most comes first, with its value in words; what hardly weighs is left out")
  func words() throws {
    let row = try row(["size": 1.5, "bold": 1, "after.lines": 4])
    let text = reason(try trees(), row, begins: true)
    let (size, bold, after) = (try meaning("size"), try meaning("bold"), try meaning("after.lines"))
    #expect(text == "for it: \(bold), \(size) 1.5; against it: \(after) 4")
    #expect(reason(try trees(), row, begins: false).hasPrefix("against it: "))
  }

  @Test("what is not so is said so, and so is what is not there")
  func negated() throws {
    let row = try row(["size": 1, "after.lines": Float(NeighbourFeatures.nothing)])
    let text = reason(try trees(), row, begins: true)
    let (size, bold, after) = (try meaning("size"), try meaning("bold"), try meaning("after.lines"))
    #expect(text == "for it: nothing there: \(after); against it: \(size) 1, not: \(bold)")
  }

  @Test("three are named on each side at most")
  func most() throws {
    let names = ["size", "lines", "signs", "height", "gap-above"]
    let trees = BoostedTrees(bias: 0, trees: try names.map { try question($0, atMost: 0.5, yes: -1, no: 1) })
    let text = reason(trees, try row([:]), begins: false)
    #expect(text.hasPrefix("against it: ") && text.split(separator: ",").count == 3)
  }

  @Test("without trees, or with nothing to say, that is said")
  func nothing() throws {
    let row = try row([:])
    #expect(reason(nil, row, begins: true) == "there is no model")
    #expect(
      reason(BoostedTrees(bias: 1), row, begins: true) == "nothing speaks for or against it")
  }
}
