import OffprintModel
import OffprintXML

/// What an element is by its class (hOCR 1.2, and what programs write besides).
enum HOCRClass: Equatable {
  case page, area, paragraph, line, word, character
  /// A block of its own kind: a rule, a picture, a table.
  case other(BlockKind)
  /// A block by its kind of text; on a `span` a line of such a text, as Tesseract writes it.
  case float(HOCRFloat)
  /// What only groups others: a document, a section.
  case group
  /// One that begins with `ocr` and is not known.
  case unknown

  /// Nil for an element that says nothing of the OCR.
  init?(_ classes: XMLBytes?) {
    guard let classes, classes.count >= 5 else { return nil }
    if classes.equals("ocrx_word") {
      self = .word
    } else if classes.equals("ocr_line") {
      self = .line
    } else {
      var found: HOCRClass?
      for token in classes.bytes.split(separator: 0x20) where found == nil && token.starts(with: "ocr".utf8) {
        found = Self.named(String(decoding: token, as: UTF8.self))
      }
      guard let found else { return nil }
      self = found
    }
  }

  private static func named(_ name: String) -> HOCRClass {
    let kind = name.split(separator: "_", maxSplits: 1).last ?? ""
    return switch kind {
    case "page": .page
    case "line", "xline": .line
    case "word": .word
    case "cinfo", "glyph", "glyphs", "char", "symbol": .character
    case "par": .paragraph
    case "carea", "block", "column", "area", "xycut", "display", "blockquote", "math", "chem", "region": .area
    case "separator": .other(.separator)
    case "photo", "image", "linedrawing", "textimage", "figure", "graphic", "noise", "picture": .other(.illustration)
    case "table": .other(.table)
    case "header": .float(.header)
    case "footer": .float(.footer)
    case "pageno": .float(.pageNumber)
    case "caption": .float(.caption)
    case "textfloat", "float": .float(.float)
    case "title": .float(.title)
    case "author": .float(.author)
    case "abstract": .float(.abstract)
    case "footnote": .float(.footnote)
    case "dropcap": .float(.dropCapital)
    case "document", "linear", "part", "chapter", "section", "subsection", "subsubsection", "article", "body": .group
    default: .unknown
    }
  }
}

/// A kind of text that stands by itself on a page.
enum HOCRFloat: UInt8 {
  case header, footer, pageNumber, caption, float, title, author, abstract, footnote, dropCapital

  /// The label of its block.
  var label: String {
    switch self {
    case .pageNumber: "page-number"
    case .dropCapital: "drop-capital"
    default: "\(self)"
    }
  }
}
