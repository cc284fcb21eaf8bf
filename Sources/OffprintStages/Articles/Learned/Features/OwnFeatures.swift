/// What a unit itself shows: its type, its place, its signs.
struct OwnFeatures: FeatureGroup {
  let units: [MeasuredUnit]

  static let features: [Feature] = [
    .init("lines", "lines"), .init("signs", "letters and signs"), .init("size", "size of its type"),
    .init("height", "height of its lines"), .init("style", "type size by the source's styles"),
    .flag("bold", "bold type"), .flag("italic", "italic type"), .init("capitals", "share of capitals"),
    .init("letter-width", "width of its letters"), .init("end", "how it ends"), .flag("centred", "set in the middle"),
    .init("off-centre", "distance from the middle"), .flag("right", "set at the right"),
    .init("left", "left margin"), .init("gap-above", "space above"), .init("gap-below", "space below"),
    .init("gap-difference", "more space above than below"), .flag("small", "begins with a small letter"),
    .init("width", "width in its column"), .init("span", "width against a usual column"),
    .init("months", "names of months"), .init("figures", "share of figures"), .flag("dateline", "begins like a report"),
    .flag("dated", "begins with a place and a date"),
    .flag("brackets", "stands in brackets"), .init("prices", "prices"),
    .init("offers", "words of offers and addresses"),
    .init("capital-words", "share of words with a capital"), .init("stops", "stops and commas to a word"),
    .flag("whole-block", "is a block of its own"), .init("block-lines", "lines of its block"),
    .init("indent", "indent of its first line"), .init("last-fill", "length of its last line"),
    .flag("quote", "begins with a quote"), .flag("dash", "begins with a dash"), .flag("star", "begins with stars"),
    .flag("figure-first", "begins with a figure"), .init("odd", "share of odd signs"),
    .flag("column-top", "nothing above it in its column"), .flag("column-foot", "nothing below it in its column"),
    .flag("new-column", "a new column or part of the page"), .flag("rule", "a rule above it"),
    .flag("picture", "a picture above it"), .flag("beside", "something beside it"),
    .flag("heading-like", "short enough for a heading"), .init("look", "set like a heading"),
    .flag("text", "running text"), .init("signature", "looks like a signature"), .flag("byline", "names a writer"),
    .flag("caption", "reads like a caption"), .flag("jump", "says where it goes on"),
    .init("confidence", "confidence of the recognition"), .flag("advert-label", "labelled as advertisement"),
    .flag("table-block", "stands in a table"), .flag("margin", "stands in the page's margin"),
    .init("run-place", "place in its heading"), .init("run-length", "lines of its heading"),
    .init("run-look", "strongest line of its heading"), .init("run-before", "strongest line of its heading before it"),
    .init("run-after", "strongest line of its heading after it"), .flag("run-text", "text follows its heading"),
    .init("top", "height on the page"), .flag("first-page", "on the first page"), .init("place", "place on the page"),
    .init("place-from-end", "place from the end of the page"), .init("repetition", "repeats on other pages"),
    .init("empty-lines", "empty lines before it"), .flag("folio", "nothing but a number at the page's edge"),
    .init("below-title", "distance below the paper's title"), .init("imprint", "words of an imprint"),
  ]

  func add(_ index: Int, to row: inout [Float]) {
    let unit = units[index]
    let text = unit.text
    row.add(unit.textLines)
    row.add(min(1000, text.signs))
    row.add(min(20, unit.size))
    row.add(min(20, unit.height))
    row.add(min(20, unit.styleSize))
    row.add(unit.isBold)
    row.add(unit.isItalic)
    row.add(text.capitalShare)
    row.add(min(10, unit.letterWidth))
    row.add(text.end.rawValue)
    row.add(unit.isCentred)
    row.add(abs(unit.leftMargin - unit.rightMargin))
    row.add(unit.isRight)
    row.add(unit.leftMargin)
    row.add(unit.gapAbove)
    row.add(unit.gapBelow)
    row.add(unit.gapDifference)
    row.add(text.startsSmall)
    row.add(min(5, unit.width))
    row.add(min(8, unit.span))
    row.add(min(4, text.signals.months))
    row.add(text.signs == 0 ? 0 : Double(text.figures) / Double(text.signs))
    row.add(unit.opensReport)
    row.add(text.startsWithDate)
    row.add(text.isBracketed)
    row.add(min(9, text.signals.prices))
    row.add(min(9, text.signals.offers))
    row.add(text.words == 0 ? 0 : Double(text.capitalWords) / Double(text.words))
    row.add(text.words == 0 ? 0 : Double(text.stops) / Double(text.words))
    row.add(unit.isWholeBlock)
    row.add(unit.blockLines)
    row.add(unit.indent)
    row.add(unit.lastFill)
    row.add(text.startsWithQuote)
    row.add(text.startsWithDash)
    row.add(text.startsWithStar)
    row.add(text.startsWithFigure)
    row.add(text.oddShare)
    row.add(unit.isTopOfColumn)
    row.add(unit.isFootOfColumn)
    row.add(unit.beginsColumn)
    row.add(unit.hasRuleAbove)
    row.add(unit.hasPictureAbove)
    row.add(unit.isBeside)
    row.add(unit.mayBeHeading)
    row.add(unit.look)
    row.add(unit.isText)
    row.add(unit.signature)
    row.add(unit.isByline)
    row.add(unit.isCaption)
    row.add(unit.jump != nil)
    row.add(unit.confidence)
    row.add(unit.isLabelledAdvertisement)
    row.add(unit.blockKind == .table)
    row.add(unit.isInMargin)
    row.add(unit.run.place)
    row.add(unit.run.length)
    row.add(unit.run.look)
    row.add(unit.run.before)
    row.add(unit.run.after)
    row.add(unit.run.hasText)
    row.add(unit.top)
    row.add(unit.page == 0)
    row.add(min(20, unit.place))
    row.add(min(20, unit.unitsOnPage - 1 - unit.place))
    row.add(unit.repetition)
    row.add(min(4, unit.emptyLinesBefore))
    row.add(unit.isFolio)
    row.add(min(60, unit.belowTitle))
    row.add(min(4, text.signals.imprints))
  }
}
