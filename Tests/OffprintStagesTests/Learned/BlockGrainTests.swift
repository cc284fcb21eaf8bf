import Testing

@testable import OffprintStages

@Suite("Blocks that say nothing")
struct BlockGrainTests {
  private func units(_ blocks: [Int]) -> [MeasuredUnit] {
    var units = Units()
    for _ in blocks { units.text() }
    var all = units.all
    for (index, block) in blocks.enumerated() {
      all[index].block = block
      all[index].lastBlock = block
      all[index].isWholeBlock = true
      all[index].blockLines = all[index].lines.count
    }
    return all
  }

  @Test("a block for each paragraph is none")
  func paragraphs() {
    var all = units([4, 2, 7, 1, 3, 9])
    BlockGrain.forgetParagraphs(&all)
    #expect(all.allSatisfy { $0.block == 0 && $0.lastBlock == 0 && !$0.isWholeBlock })
    let lines = all.reduce(0) { $0 + $1.lines.count }
    #expect(all.allSatisfy { $0.blockLines == lines })
  }

  @Test("blocks of several paragraphs stay, and so do those of a page with few")
  func zones() {
    for blocks in [[4, 4, 4, 1, 1, 9], [1, 2, 3]] {
      var all = units(blocks)
      BlockGrain.forgetParagraphs(&all)
      #expect(all.map(\.block) == blocks)
      #expect(all.allSatisfy { $0.isWholeBlock })
    }
  }
}
