import OffprintKit

/// Finds columns, reading order and paragraphs: from the places of blocks and lines, or from text alone.
public struct ReflowColumns: ColumnReflowing {
  public struct Settings: StageSettings {
    @Setting("Text pages: how many cells of space separate columns that stand side by side.", in: 2...)
    public var gutter = 2

    @Setting("Text pages: how many columns stand side by side; 0 to find out, 1 to cut no line.", in: 0...20)
    public var columns = 0

    @Setting("Whether paragraphs are sought inside blocks, or each block is one.")
    public var paragraphs = ParagraphSource.lines

    @Setting("How far a line is set in to begin a paragraph, in heights of a line.", in: 0.1...5)
    public var indent = 0.45

    @Setting("How far a line stops before its column's edge to be short, as a share of the column's width.", in: 0...1)
    public var shortLine = 0.12

    @Setting("How much more space than usual ends a paragraph, in heights of a line.", in: 0.1...10)
    public var paragraphSpace = 0.7

    @Setting("Whether a reading order that the source itself states (PAGE ReadingOrder) is taken or found anew.")
    public var sourceOrder = SourceOrder.prefer

    public init() {}
  }

  /// What is made of a reading order in the source.
  public enum SourceOrder: String, SettingChoice {
    /// Taken, if it names every block that has lines.
    case prefer
    /// The order is found from the places, as if the source stated none.
    case ignore
  }

  /// Where paragraphs come from on pages with boxes.
  public enum ParagraphSource: String, SettingChoice {
    /// Indents, short last lines, spacing and change of type, also over the end of a column.
    case lines
    /// Each block of the source is one paragraph.
    case blocks
  }

  public static let spec = StageSpec(
    name: "reflow-columns",
    summary: "Finds columns, reading order and paragraphs",
    discussion: """
      On pages with boxes the order of the file is not looked at; an order that the source states (PAGE ReadingOrder) \
      is taken, if it names every block with lines. The tilt of the scan is measured by the edges of its lines and put \
      aside, for each of two facing pages on its own.

      Running heads come first, feet last. Columns are read from left to right, each to its end, or to the headline or \
      rule that reaches over it and its neighbour; white space across three columns and more ends them too.

      Pages whose letters run from right to left have their columns read from the right. Chinese and Japanese lines \
      that run from top to bottom are read from the right too, one band of the page after the other.

      Pictures take up space; a rule that runs through text is a fold. A block that holds several columns is taken \
      apart, unless its lines are so short that it is a table, which is read in rows.

      Paragraphs begin at indents, after short last lines that end a sentence, at larger spaces and where the type \
      changes; a paragraph that breaks off at the foot of a column goes on at the head of the next. Lines of verse and of \
      lists are kept as they are. A table that the source marks as one is one paragraph, in as many blocks as it may \
      be: its lines are read row by row, those of a row from left to right. Where the source names cells these are \
      its rows, and the lines of a cell are read together; but columns of figures in one row of cells are rows of \
      their own, since no figure is broken over lines.

      On text pages columns that stand side by side are found by the cells at which lines begin again and again after \
      a gap. They may lean with the scan and be others in another part of the page. A line that is too long for its \
      column pushes what stands right of it aside, and lines of one column may fall into one row; each part of such a \
      row is placed by what its column is due there and by how its text goes on. Every row is cut at its gaps, and the \
      parts are named PAGE@N:C; two spaces after every sentence are no gap. Empty lines on text pages are not trusted: \
      a full line that ends no sentence goes on after them.
      """,
    needs: [.lines],
    gives: [.readingOrder, .paragraphs],
    choices: [
      .init("columns", "rows of this text page are cut: columns stand side by side, or rows hold several lines of one"),
      .init("begins", "the line begins a paragraph"),
      .init("joined", "the paragraph goes on over an empty line, or from one column to the next"),
      .init("running-head", "it is read before all columns"),
      .init("next-column", "a column, or what stands in one, is read after its neighbour on the left"),
      .init("next-band", "a part of the page is read after all columns above it"),
      .init("spanning", "it reaches over several columns and ends what is read above it"),
      .init("direction", "the page does not run from left to right: columns from the right, or lines from the top"),
      .init("source-order", "the blocks of this page are read as the source says"),
      .init("taken-apart", "the block holds several columns"),
      .init("goes-on", "the paragraph goes on with a sentence of the page before"),
    ],
    examples: ReflowColumnsExamples.all)

  private let settings: Settings

  public init(_ settings: Settings) { self.settings = settings }

  public func reflow(_ page: inout Page, after previous: Page?, _ context: inout StageContext) {
    if page.unit == .character {
      TextPageFlow(gutter: settings.gutter, columns: settings.columns).apply(to: &page, &context)
    } else {
      let direction = WritingDirection(of: page)
      if direction != .leftToRight {
        context.decide("direction", at: .page(context.page), because: direction.sentence)
      }
      page.flow = BoxFlow(
        page: direction.levelled(page), joinsLines: settings.paragraphs == .lines,
        measures: ParagraphMeasures(
          indent: settings.indent, shortLine: settings.shortLine, space: settings.paragraphSpace),
        prefersSource: settings.sourceOrder == .prefer
      ).flow(&context)
    }
    guard let previous, let paragraph = PageContinuation.paragraph(of: page, after: previous),
      let line = page.flow?.paragraphs[paragraph].lines.first
    else { return }
    page.flow?.paragraphs[paragraph].continuesFromPageBefore = true
    context.decide(
      "goes-on", at: .line(LineRef(page: context.page, line: line)),
      because: "the page before ends in the middle of a sentence, and this begins with a small letter")
  }
}
