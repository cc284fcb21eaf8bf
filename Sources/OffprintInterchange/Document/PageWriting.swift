import OffprintJSON
import OffprintKit

/// Pages. What a line or block mostly does not have is left out; a page of 5,000 words has each as one short row.
extension JSONWriter {
  mutating func page(_ page: PageSnapshot) {
    object { json in
      json.member("name", page.name)
      json.member("number", page.number)
      json.member("label", page.label)
      json.box("size", page.size)
      json.member("unit", page.unit.rawValue)
      json.member("resolution", page.resolution)
      json.member("image", page.image)
      json.member("language", page.language)
      json.member("file", page.file)
      json.buffer(page.text)
      json.key("styles")
      json.array { json in page.styles.forEach { json.style($0) } }
      json.key("words")
      json.array { json in page.words.forEach { json.word($0) } }
      json.key("lines")
      json.array { json in page.lines.forEach { json.line($0) } }
      json.key("blocks")
      json.array { json in page.blocks.forEach { json.block($0) } }
      if let flow = page.flow {
        json.key("flow")
        json.array { json in flow.paragraphs.forEach { json.paragraph($0) } }
      }
      if let order = page.sourceOrder {
        json.key("source_order")
        json.integers(order)
      }
      if !page.tables.isEmpty {
        json.key("tables")
        json.array { json in page.tables.forEach { json.integers($0) } }
      }
      if !page.cells.isEmpty {
        json.key("cells")
        json.array { json in page.cells.forEach { json.cell($0) } }
      }
    }
  }

  /// Text is text, unless it is not UTF-8 throughout.
  private mutating func buffer(_ bytes: [UInt8]) {
    if String(validating: bytes, as: UTF8.self) != nil {
      key("text")
      text(bytes)
    } else {
      member("base64", Base64.encode(bytes))
    }
  }

  /// A box that is not known is left out.
  mutating func box(_ key: String, _ box: Box) {
    guard box.isKnown else { return }
    self.key(key)
    integers([box.left, box.top, box.right, box.bottom])
  }

  private mutating func range(_ key: String, _ range: Range<Int>) {
    self.key(key)
    integers([range.lowerBound, range.upperBound])
  }

  private mutating func style(_ style: TextStyle) {
    object { json in
      json.member("size", style.size)
      json.member("bold", style.isBold)
      json.member("italic", style.isItalic)
      json.member("family", style.family)
    }
  }

  /// `[from, to, confidence, style, left, top, right, bottom]`; confidence -1 if not known, and no box if not known.
  private mutating func word(_ word: PageSnapshot.Word) {
    array { json in
      json.integer(word.text.lowerBound)
      json.integer(word.text.upperBound)
      json.integer(word.confidence ?? -1)
      json.integer(word.style)
      guard word.box.isKnown else { return }
      json.integer(word.box.left)
      json.integer(word.box.top)
      json.integer(word.box.right)
      json.integer(word.box.bottom)
    }
  }

  private mutating func line(_ line: PageSnapshot.Line) {
    object { json in
      json.range("text", line.text)
      json.range("words", line.words)
      json.box("box", line.box)
      json.member("block", line.block)
      json.member("number", line.number)
      json.member("part", line.part)
      if line.isLaterPart { json.member("later", true) }
      if line.style != 0 { json.member("style", line.style) }
      if line.markLength != 0 { json.member("mark", line.markLength) }
      if line.halves.rawValue != 0 { json.member("halves", Int(line.halves.rawValue)) }
      if !line.wholeWord.isEmpty { json.range("whole_word", line.wholeWord) }
      if !line.sourceID.isEmpty { json.range("source_id", line.sourceID) }
      if line.emptyLinesBefore != 0 { json.member("empty_before", line.emptyLinesBefore) }
      if let cell = line.cell { json.member("cell", cell) }
    }
  }

  /// `[row, column, rows, columns, head]`; the last is 1 for the name of a row or column.
  private mutating func cell(_ cell: TableCell) {
    integers([cell.row, cell.column, cell.rowSpan, cell.columnSpan, cell.isHead ? 1 : 0])
  }

  private mutating func block(_ block: PageSnapshot.Block) {
    object { json in
      json.member("id", block.id)
      json.member("kind", block.kind.rawValue)
      json.member("region", block.region.rawValue)
      json.range("lines", block.lines)
      json.box("box", block.box)
      if block.style != 0 { json.member("style", block.style) }
      json.member("language", block.language)
      json.member("label", block.label)
    }
  }

  mutating func paragraph(_ paragraph: Paragraph) {
    object { json in
      json.key("lines")
      json.integers(paragraph.lines)
      json.member("column", paragraph.column)
      if paragraph.continuesFromPageBefore { json.member("continues", true) }
    }
  }
}
