import OffprintModel

/// A region of the page with all that is in it, before it becomes a block.
struct PAGERegion {
  var id: String?
  var name: PAGEName
  /// The region around it, as an index.
  var parent: Int?
  /// Its own type, or what Transkribus writes in `custom`.
  var type: String?
  var custom = PAGECustom()
  var language: String?
  var style: TextStyle?
  var place = PAGEPlace()
  /// The cell of a table that it is.
  var cell: TableCell?
  /// The text of the region itself, which usually repeats that of its lines.
  var text = PAGEText()
  var lines: [PAGELine] = []
  /// Line of the file on which it stands.
  var fileLine = 0
  /// True for one that was made for lines outside of all regions.
  var isImplicit = false
}

struct PAGELine {
  var id: [UInt8]?
  var custom = PAGECustom()
  var language: String?
  var style: TextStyle?
  var place = PAGEPlace()
  var baseline = PAGEPlace()
  /// The cell of its region's table that it stands in.
  var cell: TableCell?
  var text = PAGEText()
  var words: [PAGEWord] = []
  /// True for one that was made for a word outside of all lines.
  var isImplicit = false
  var fileLine = 0

  init(fileLine: Int = 0, isImplicit: Bool = false) {
    self.fileLine = fileLine
    self.isImplicit = isImplicit
  }

  init(_ reading: PAGEReading) { text.offer(reading) }

  var isEmpty: Bool { text.isEmpty && words.allSatisfy(\.isEmpty) }

  /// Lines for a text that has none of its own: one for each line of the text, in strips of its place.
  static func lines(of text: PAGEText, in box: Box) -> [PAGELine] {
    let texts = text.lines
    return texts.enumerated().map { number, bytes in
      var reading = PAGEReading(Array(bytes))
      reading.confidence = text.confidence
      var line = PAGELine(reading)
      line.place = PAGEPlace(box.strip(number, of: texts.count))
      return line
    }
  }
}

struct PAGEWord {
  var place = PAGEPlace()
  var text = PAGEText()
  var style: TextStyle?
  /// The readings of its letters, for words that have no other.
  var letters: [UInt8] = []

  var isEmpty: Bool { text.isEmpty && !letters.contains { $0 > 0x20 } }
}

/// A cell of a table that is open. Its lines go to the table's region.
struct PAGECell {
  /// Which it is; nil if that is not said.
  var cell: TableCell?
  var place = PAGEPlace()
  var text = PAGEText()
  /// Lines that the table had before it.
  var firstLine: Int
}
