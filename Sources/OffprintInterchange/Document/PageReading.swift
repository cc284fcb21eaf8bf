import OffprintJSON
import OffprintKit

extension JSONScanner {
  mutating func page() throws -> Page {
    var page = PageSnapshot(name: "", number: 1)
    page.styles = []
    try members { scanner, key in
      switch key {
      case "name": page.name = try scanner.string()
      case "number": page.number = try scanner.integer()
      case "label": page.label = try scanner.string()
      case "size": page.size = try scanner.box()
      case "unit": page.unit = try scanner.word(MeasurementUnit.self)
      case "resolution": page.resolution = try scanner.number()
      case "image": page.image = try scanner.string()
      case "language": page.language = try scanner.string()
      case "file": page.file = try scanner.string()
      case "text": page.text = try scanner.text()
      case "base64":
        guard let bytes = Base64.decode(try scanner.string()) else { throw scanner.fault("'base64' is no base64") }
        page.text = bytes
      case "styles": try scanner.array { page.styles.append(try $0.style()) }
      case "words": try scanner.array { page.words.append(try $0.word()) }
      case "lines": try scanner.array { page.lines.append(try $0.snapshotLine()) }
      case "blocks": try scanner.array { page.blocks.append(try $0.block()) }
      case "flow":
        var flow = Flow(paragraphs: [])
        try scanner.array { flow.paragraphs.append(try $0.paragraph()) }
        page.flow = flow
      case "source_order": page.sourceOrder = try scanner.integers()
      case "tables": try scanner.array { page.tables.append(try $0.integers()) }
      case "cells": try scanner.array { page.cells.append(try $0.cell()) }
      default: throw scanner.unknown(key, in: "a page")
      }
    }
    do {
      return try Page(page)
    } catch let found as PageSnapshot.Fault {
      throw fault("in page '\(page.name)' \(found.reason)")
    }
  }

  private mutating func style() throws -> TextStyle {
    var style = TextStyle()
    try members { scanner, key in
      switch key {
      case "size": style.size = try scanner.number()
      case "bold": style.isBold = try scanner.boolean()
      case "italic": style.isItalic = try scanner.boolean()
      case "family": style.family = try scanner.string()
      default: throw scanner.unknown(key, in: "a style")
      }
    }
    return style
  }

  private mutating func word() throws -> PageSnapshot.Word {
    try pass("[")
    let from = try integer()
    try pass(",")
    let to = try integer()
    try pass(",")
    let confidence = try integer()
    try pass(",")
    let style = try integer()
    guard from >= 0, from <= to else { throw fault("a word ends before it begins") }
    var box = Box.unknown
    if passes(",") {
      let left = try integer()
      try pass(",")
      let top = try integer()
      try pass(",")
      let right = try integer()
      try pass(",")
      box = Box(left: left, top: top, right: right, bottom: try integer())
    }
    try pass("]")
    return .init(text: from..<to, box: box, confidence: confidence < 0 ? nil : confidence, style: style)
  }

  private mutating func snapshotLine() throws -> PageSnapshot.Line {
    var line = PageSnapshot.Line(text: 0..<0, words: 0..<0, block: -1, number: 0)
    try members { scanner, key in
      switch key {
      case "text": line.text = try scanner.range()
      case "words": line.words = try scanner.range()
      case "box": line.box = try scanner.box()
      case "block": line.block = try scanner.integer()
      case "number": line.number = try scanner.integer()
      case "part": line.part = try scanner.integer()
      case "later": line.isLaterPart = try scanner.boolean()
      case "style": line.style = try scanner.integer()
      case "mark": line.markLength = try scanner.integer()
      case "halves": line.halves = SourceHalves(rawValue: UInt8(clamping: try scanner.integer()))
      case "whole_word": line.wholeWord = try scanner.range()
      case "source_id": line.sourceID = try scanner.range()
      case "empty_before": line.emptyLinesBefore = try scanner.integer()
      case "cell": line.cell = try scanner.integer()
      default: throw scanner.unknown(key, in: "a line")
      }
    }
    return line
  }

  private mutating func cell() throws -> TableCell {
    let figures = try integers()
    guard figures.count == 5 else { throw fault("a cell has five figures") }
    return TableCell(
      row: figures[0], column: figures[1], rowSpan: figures[2], columnSpan: figures[3], isHead: figures[4] != 0)
  }

  private mutating func block() throws -> PageSnapshot.Block {
    var block = PageSnapshot.Block(id: "", lines: 0..<0)
    try members { scanner, key in
      switch key {
      case "id": block.id = try scanner.string()
      case "kind": block.kind = try scanner.word(BlockKind.self)
      case "region": block.region = try scanner.word(PageRegion.self)
      case "lines": block.lines = try scanner.range()
      case "box": block.box = try scanner.box()
      case "style": block.style = try scanner.integer()
      case "language": block.language = try scanner.string()
      case "label": block.label = try scanner.string()
      default: throw scanner.unknown(key, in: "a block")
      }
    }
    return block
  }

  private mutating func paragraph() throws -> Paragraph {
    var paragraph = Paragraph(lines: [])
    try members { scanner, key in
      switch key {
      case "lines": paragraph.lines = try scanner.integers()
      case "column": paragraph.column = try scanner.integer()
      case "continues": paragraph.continuesFromPageBefore = try scanner.boolean()
      default: throw scanner.unknown(key, in: "a paragraph")
      }
    }
    return paragraph
  }
}
