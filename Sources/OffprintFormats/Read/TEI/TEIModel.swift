import OffprintModel

/// A line of a TEI file.
struct TEIReadLine {
  /// What a line's name says of it, as our own files have them: `PAGE#BLOCK#N`, or `PAGE@N` of a text page.
  struct Name {
    var page: String
    var block: String
    var number: Int

    /// Nil for a name of another shape.
    init?(_ written: String) {
      let parts = written.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
      if parts.count == 3, !parts[0].isEmpty, !parts[1].isEmpty, let number = Int(parts[2]) {
        (page, block, self.number) = (parts[0], parts[1], number)
      } else if let mark = written.lastIndex(of: "@"), mark > written.startIndex, parts.count == 1,
        let number = Int(written[written.index(after: mark)...])
      {
        (page, block, self.number) = (String(written[..<mark]), "text", number)
      } else {
        return nil
      }
      guard (0..<1_000_000).contains(number) else { return nil }
    }
  }

  /// The page it stands on, as an index into those of the issue.
  var page: Int
  var name: Name?
  /// The element that it stands in, as an index into all blocks.
  var block: Int
  var bytes: [UInt8] = []
  var box: Box
  var id: String?
  /// The cell of a table that it begins in.
  var cell: TableCell?
  /// True if its last word goes on in the next line.
  var isFirstHalf = false
  var isSecondHalf = false
  var look: (bold: Bool, italic: Bool)?
  /// True if the file marks its beginning where that of its cell is: other cells may stand in the same printed line.
  var mayHoldCells = false

  /// The line goes on in another cell of its row.
  mutating func reach(_ other: TableCell) {
    guard let cell, other.column >= cell.column + cell.columnSpan else { return }
    self.cell?.columnSpan = other.column + other.columnSpan - cell.column
  }

  init(page: Int, name: Name?, block: Int, box: Box, id: String?) {
    self.page = page
    self.name = name
    self.block = block
    self.box = box
    self.id = id
  }
}

/// A page: what pb and surface say of it.
struct TEIReadPage {
  /// By what it is known again: the name of our own lines, or the file with the surface or the number.
  var key: String
  /// Nil for a page that is called by its file.
  var name: String?
  var label: String?
  var image: String?
  var size = Box.unknown
}

/// An element with text.
struct TEIReadBlock {
  var id: String?
  var kind: BlockKind = .text
  var label: String?
  var region: PageRegion = .printSpace
  var language: String?
  var box = Box.unknown
}

/// A part of an article: the lines of a block.
struct TEIReadComponent {
  var role: Role
  var block: Int
  /// Indices in all lines of the issue.
  var lines: [Int] = []
}

/// A division that is an article.
struct TEIReadArticle {
  var id: String
  var type: ArticleType
  var language: String?
  var components: [TEIReadComponent] = []
  /// True if other articles stand in it.
  var isSection = false
}
