import OffprintModel

/// Makes pages of what poppler's programs said.
enum PDFPageMaking {
  /// - Parameters:
  ///   - runs: the fonts on the page.
  ///   - resolution: dots an inch that points are converted with.
  static func page(
    _ page: PDFPage, named name: String, number: Int, _ runs: PDFRuns, resolution: Double
  ) -> Page {
    let scale = resolution / 72
    var builder = PageBuilder(name: name)
    builder.unit = .point
    builder.resolution = resolution
    if page.width > 0, page.height > 0 {
      builder.size = PDFBox(left: 0, top: 0, right: page.width, bottom: page.height).pixels(scale)
    }
    for (place, block) in page.blocks.enumerated() where !block.lines.isEmpty {
      builder.beginBlock(id: "b\(place + 1)", box: block.box.pixels(scale))
      for line in block.lines {
        builder.beginLine(box: line.box.pixels(scale))
        var styles = PrevailingStyle()
        for word in line.words {
          let style = runs.style(of: word.box).map { builder.style($0) } ?? 0
          let box = word.box.pixels(scale)
          let texts = WhiteSpace.parts(of: word.text)
          for (text, share) in zip(texts, PageWords.shares(texts, box)) {
            builder.addWord(text, box: share, style: style)
            styles.count(style)
          }
        }
        builder.vouchForSoftMark()
        if let style = styles.style { builder.setLineStyle(style) }
      }
    }
    return builder.finish(number: number)
  }
}
