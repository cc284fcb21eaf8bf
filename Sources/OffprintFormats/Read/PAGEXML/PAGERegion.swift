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
  /// In the styles of the content.
  var style: Int?
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

/// A line, whose texts and words stand in a `PAGEContent`.
struct PAGELine {
  /// In the ids of the content; empty for none.
  var id = 0..<0
  var custom = PAGECustom()
  var language: String?
  /// In the styles of the content.
  var style: Int?
  var place = PAGEPlace()
  var baseline = PAGEPlace()
  /// The cell of its region's table that it stands in.
  var cell: TableCell?
  var text = PAGEText()
  /// In the words of the content.
  var words = 0..<0
  /// True for one that was made for a word outside of all lines.
  var isImplicit = false
  var fileLine = 0

  /// - Parameter words: where its first word will stand.
  init(fileLine: Int, words: Int, isImplicit: Bool = false) {
    self.fileLine = fileLine
    self.words = words..<words
    self.isImplicit = isImplicit
  }

  init(_ reading: PAGEReading) { text.offer(reading) }

  /// Lines for a text that has none of its own: one for each line of the text, in strips of its place.
  static func lines(of text: PAGEText, in box: Box, _ content: PAGEContent) -> [PAGELine] {
    let texts = content.lines(of: text)
    return texts.enumerated().map { number, part in
      var line = PAGELine(PAGEReading(part, confidence: text.confidence))
      line.place = PAGEPlace(box.strip(number, of: texts.count))
      return line
    }
  }
}

/// A word, whose texts stand in a `PAGEContent`.
struct PAGEWord {
  var place = PAGEPlace()
  var text = PAGEText()
  /// In the styles of the content.
  var style: Int?
  /// The readings of its letters, for words that have no other; nothing if they are blank.
  var letters = 0..<0

  /// What is to be read.
  var written: Range<Int> { text.isEmpty ? letters : text.chosen?.text ?? letters }
  /// Its box if it has a width and a height, else none.
  var area: Box { place.isArea ? place.box : .unknown }
  var isEmpty: Bool { text.isEmpty && letters.isEmpty }
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
