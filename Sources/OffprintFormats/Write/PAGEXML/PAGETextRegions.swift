import OffprintModel

/// The text regions that a block is written as: one, or in a table one for each cell, since PAGE says of a region in
/// which cell it stands, and of a line nothing.
struct PAGETextRegions {
  struct Region {
    var id: String
    var lines: Range<Int>
    var box: Box
    var cell: TableCell?
  }

  /// Blocks that are several regions, by their index.
  private var divided: [Int: [Region]] = [:]

  init(of page: Page, _ identifiers: inout ALTOIdentifiers) {
    for block in page.blocks where block.kind == .table {
      var regions: [Region] = []
      for line in block.lines {
        if let last = regions.indices.last, regions[last].cell == line.cell {
          regions[last].lines = regions[last].lines.lowerBound..<line.index + 1
          regions[last].box = regions[last].box.union(line.box)
        } else {
          let own = identifiers.blocks[block.index]
          regions.append(
            Region(
              id: regions.isEmpty ? own : identifiers.fresh("\(own)_c\(regions.count)"),
              lines: line.index..<line.index + 1, box: line.box, cell: line.cell))
        }
      }
      if regions.count > 1 { divided[block.index] = regions }
    }
  }

  /// - Parameter id: that of the block in the file.
  func regions(of block: Block, id: String) -> [Region] {
    divided[block.index]
      ?? [Region(id: id, lines: block.lines.indices, box: block.box, cell: block.lines.first?.cell)]
  }
}
