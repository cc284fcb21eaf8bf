import OffprintKit
import Testing

@testable import OffprintEvaluation

@Suite struct OrderScoreTests {
  @Test(
    arguments: [
      ([0, 1, 2], 1.0), ([2, 1, 0], -1), ([1, 0, 2], 1.0 / 3), ([5, 4, 3, 2, 1, 0], -1), ([3, 0, 1, 2], 0),
    ] as [([Int], Double)])
  func `tau counts pairs in order less pairs out of order`(places: [Int], tau: Double) {
    #expect(PairOrder(places: places).tau == tau)
  }

  @Test func `what has no place is in no order, and of one thing there is no tau`() {
    #expect(PairOrder(places: [0, nil, 1]).tau == 1.0 / 3)
    #expect(PairOrder(places: [nil, nil]).tau == 0)
    #expect(PairOrder(places: [0]).tau == nil)
  }

  @Test func `blocks and lines against the source's order`() throws {
    var marked = MarkedIssue()
    marked.page([["a", "b"], ["c"], [], ["d"]], order: [3, 0, 2, 1])
    // The truth is d a b c. Read as a b d c: one of three pairs of blocks is wrong, two of six pairs of lines.
    let order = try marked.result { $0.read([0, 1, 3, 2]) }.scores.order
    #expect(order.blocks.tau == 1.0 / 3)
    #expect(order.lines.tau == 1.0 / 3)
    #expect(order.nextLines.value == nil)
  }

  /// Article A in blocks 0 and 2, article B in blocks 1 and 3, and A goes on on the next page.
  private var marked: MarkedIssue {
    var marked = MarkedIssue()
    marked.page([["a1", "a2"], ["b1"], ["a3", ""], ["b2"]])
    marked.page([["a4"]])
    marked.article([[ref(0), ref(1)], [ref(3), ref(4)], [ref(0, page: 1)]])
    marked.article([[ref(2), ref(5)]])
    marked.article([[ref(2)]], type: .masthead)
    return marked
  }

  @Test func `blocks may have others between them, lines may not`() throws {
    // a1 a2 b1 a3 (empty) b2
    let order = try marked.result { $0.read([0, 1, 2, 3, 4, 5]) }.scores.order
    #expect(order.nextBlocks == Share(2, of: 2))
    #expect(order.nextBlocksOverPages == Share(1, of: 1))
    // a1-a2 is right, a2-a3 and b1-b2 are not.
    #expect(order.nextLines == Share(1, of: 3))
    #expect(order.nextLinesOverPages == Share(0, of: 1))
    #expect(order.miscutLines == 0)
  }

  @Test func `the place of a block is that of its first line`() throws {
    // a3 before a1: the blocks of A are in the wrong order, those of B in the right one.
    let order = try marked.result { $0.read([2, 3, 0, 5, 1, 4]) }.scores.order
    #expect(order.nextBlocks == Share(1, of: 2))
    #expect(order.nextBlocksOverPages == Share(0, of: 1))
    #expect(order.nextLines == Share(0, of: 3))
  }

  @Test func `empty lines stand between nothing, and pages follow each other`() throws {
    let order = try marked.result { $0.read([2, 5, 0, 1, 4, 3]) }.scores.order
    #expect(order.nextLines == Share(3, of: 3))
    #expect(order.nextLinesOverPages == Share(1, of: 1))
  }

  @Test func `without a flow the order of the file counts`() throws {
    #expect(try marked.result { _ in }.scores.order.nextLines == Share(1, of: 3))
  }

  @Test func `the farther apart two lines are, the worse`() throws {
    let result = try marked.result { $0.read([1, 0, 2, 3, 4, 5]) }
    let faults = result.faults.filter { $0.kind == .order }
    #expect(faults.map(\.first.text) == ["a1", "a2", "b1"])
    #expect(faults.map(\.weight) == [1, 3, 2])
    #expect(faults[0].done == "1 line before" && faults[1].done == "2 lines later")
    #expect(faults[1].instead?.text == "a1")
  }
}
