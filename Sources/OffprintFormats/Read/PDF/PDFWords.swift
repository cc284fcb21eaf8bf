import OffprintModel
import OffprintXML

/// A page as `pdftotext -bbox-layout` gives it, in points.
struct PDFPage {
  struct Word {
    var text: [UInt8]
    var box: PDFBox
  }

  struct Line {
    var box: PDFBox
    var words: [Word] = []
  }

  struct Block {
    var box: PDFBox
    var lines: [Line] = []
  }

  var width = 0.0
  var height = 0.0
  var blocks: [Block] = []
}

/// A place in points, from the upper left corner.
struct PDFBox {
  var left = 0.0
  var top = 0.0
  var right = 0.0
  var bottom = 0.0

  func pixels(_ scale: Double) -> Box {
    func pixel(_ value: Double) -> Int { Int(max(-1e9, min(1e9, (value * scale).rounded()))) }
    return Box(left: pixel(left), top: pixel(top), right: pixel(right), bottom: pixel(bottom))
  }
}

/// Collects the pages of what `pdftotext -bbox-layout` writes.
struct PDFWordsHandler: XMLHandler {
  static let vocabulary = ["word", "xMin", "yMin", "xMax", "yMax", "line", "block", "page", "width", "height"]

  var pages: [PDFPage] = []
  private var isInWord = false

  mutating func start(_ element: Int, _ attributes: XMLAttributes) {
    let page = pages.count - 1
    switch element {
    case 0:
      guard page >= 0 else { return }
      if pages[page].blocks.isEmpty { pages[page].blocks.append(PDFPage.Block(box: box(attributes))) }
      let block = pages[page].blocks.count - 1
      if pages[page].blocks[block].lines.isEmpty {
        pages[page].blocks[block].lines.append(PDFPage.Line(box: box(attributes)))
      }
      let line = pages[page].blocks[block].lines.count - 1
      pages[page].blocks[block].lines[line].words.append(PDFPage.Word(text: [], box: box(attributes)))
      isInWord = true
    case 5:
      guard page >= 0 else { return }
      if pages[page].blocks.isEmpty { pages[page].blocks.append(PDFPage.Block(box: box(attributes))) }
      pages[page].blocks[pages[page].blocks.count - 1].lines.append(PDFPage.Line(box: box(attributes)))
    case 6: if page >= 0 { pages[page].blocks.append(PDFPage.Block(box: box(attributes))) }
    case 7: pages.append(PDFPage(width: attributes[8]?.double ?? 0, height: attributes[9]?.double ?? 0))
    default: break
    }
  }

  mutating func end(_ element: Int) {
    if element == 0 { isInWord = false }
  }

  mutating func text(_ text: XMLBytes) {
    guard isInWord, let page = pages.indices.last, let block = pages[page].blocks.indices.last,
      let line = pages[page].blocks[block].lines.indices.last,
      let word = pages[page].blocks[block].lines[line].words.indices.last
    else { return }
    pages[page].blocks[block].lines[line].words[word].text.append(contentsOf: text.bytes)
  }

  private func box(_ attributes: XMLAttributes) -> PDFBox {
    PDFBox(
      left: attributes[1]?.double ?? 0, top: attributes[2]?.double ?? 0, right: attributes[3]?.double ?? 0,
      bottom: attributes[4]?.double ?? 0)
  }
}
