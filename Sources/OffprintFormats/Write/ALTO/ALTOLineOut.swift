import OffprintModel
import OffprintXML

/// One line of an ALTO file that is being written.
struct ALTOLineOut {
  let file: ALTOPageFile
  /// Index in the page.
  let line: Int

  /// A word, or several that stand without a space between them and do not show it by their places.
  private struct Piece {
    var text: ArraySlice<UInt8>
    var box: Box
    var confidence: Double?
    var style: TextStyle
    /// True if a space stands before it.
    var hasSpace: Bool
  }

  /// - Parameter hasSpaces: whether an SP stands before the line in the file.
  func write(_ xml: XMLWriter, _ hasSpaces: inout Bool) {
    let source = file.page.lines[line]
    let ref = LineRef(page: file.place, line: line)
    var pieces = pieces(of: source, &hasSpaces)
    let mark = file.pairs.markLength(of: source, at: ref)
    let hyphen = Array(pieces.last?.text.suffix(mark) ?? [])
    if mark > 0 { pieces[pieces.count - 1].text.removeLast(mark) }
    xml.element(
      "TextLine",
      tag: {
        $0.attribute("ID", file.identifiers.lines[line])
        $0.place(source.box)
        $0.attribute("STYLEREFS", file.styles.reference(to: source.style, within: source.block.style))
      }
    ) {
      xml.piece {
        if pieces.isEmpty { xml.element("String", ["CONTENT": ""]) }
        var end = Box.unknown
        for (number, piece) in pieces.enumerated() {
          if piece.hasSpace { space(xml, end, piece.box) }
          let begun = number == pieces.count - 1 ? file.pairs.wholeWord(beginningAt: ref) : nil
          let ended = file.pairs.wholeWord(
            endingAt: ref, byte: piece.text.startIndex - source.utf8.startIndex, isFirst: number == 0)
          write(xml, piece, within: source.style, begun: begun, ended: ended)
          end = piece.box
        }
        if mark > 0 { xml.element("HYP", ["CONTENT": String(decoding: hyphen, as: UTF8.self)]) }
      }
    }
  }

  private func pieces(of line: Line, _ hasSpaces: inout Bool) -> [Piece] {
    var pieces: [Piece] = []
    var end = 0
    for word in line.words {
      let isClosed = !pieces.isEmpty && word.utf8.startIndex == end
      end = word.utf8.endIndex
      // Readers take two words as closed up only where their places touch, after an SP has shown that the file has any.
      if isClosed, let last = pieces.last, !(hasSpaces && Self.touch(last.box, word.box)) {
        pieces[pieces.count - 1].text = line.utf8[last.text.startIndex..<end]
        pieces[pieces.count - 1].box = last.box.union(word.box)
        continue
      }
      if !pieces.isEmpty, !isClosed { hasSpaces = true }
      pieces.append(
        Piece(
          text: word.utf8, box: word.box, confidence: word.confidence, style: word.style,
          hasSpace: !pieces.isEmpty && !isClosed))
    }
    return pieces
  }

  /// True if the gap is at most an eighth of the height, either way.
  private static func touch(_ a: Box, _ b: Box) -> Bool {
    a.isKnown && b.isKnown && abs(b.left - a.right) * 8 <= max(a.height, b.height)
  }

  private func space(_ xml: XMLWriter, _ before: Box, _ after: Box) {
    guard before.isKnown, after.isKnown, after.left >= before.right else { return xml.element("SP") }
    xml.element(
      "SP",
      tag: {
        $0.attribute("HPOS", before.right)
        $0.attribute("VPOS", before.top)
        $0.attribute("WIDTH", after.left - before.right)
      })
  }

  private func write(
    _ xml: XMLWriter, _ piece: Piece, within style: TextStyle, begun: [UInt8]?, ended: [UInt8]?
  ) {
    xml.element(
      "String",
      tag: {
        $0.attribute("CONTENT", utf8: piece.text)
        $0.place(piece.box)
        $0.attribute("STYLEREFS", file.styles.reference(to: piece.style, within: style))
        if let whole = begun ?? ended {
          $0.attribute("SUBS_TYPE", begun != nil ? "HypPart1" : "HypPart2")
          $0.attribute("SUBS_CONTENT", utf8: whole)
        }
        if let confidence = piece.confidence { $0.attribute("WC") { Self.add(hundredths: confidence, to: $0) } }
      })
  }

  /// Always with two decimals: files of Tesseract, whose name may stand in the Description, write 9 % as `0.9`.
  private static func add(hundredths share: Double, to value: XMLValue) {
    let hundredths = Int((share * 100).rounded())
    value.add(hundredths / 100)
    value.add(".")
    value.add(hundredths % 100 / 10)
    value.add(hundredths % 10)
  }
}
