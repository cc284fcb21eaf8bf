import OffprintKit

/// Finds columns, reading order and paragraphs: from the places of blocks and lines, or from text alone.
public struct ReflowColumns: ColumnReflowing {
  public struct Settings: StageSettings {
    @Setting("Text pages: how many cells of space separate columns that stand side by side.", in: 2...)
    public var gutter = 2

    @Setting("Whether paragraphs are sought inside blocks, or each block is one.")
    public var paragraphs = ParagraphSource.lines

    public init() {}
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
      On pages with boxes the order of the file is not looked at. A block comes before another if it stands above it in \
      the same column, or in a column further left, unless something that spans both columns (a headline, a rule) \
      stands between them; running heads come first, footers last. A block that holds several columns is taken apart. \
      Paragraphs begin at indents, after short last lines that end a sentence, at larger spaces and where the type \
      changes; a paragraph that breaks off at the foot of a column goes on at the head of the next. \
      On text pages columns that stand side by side are found by wide gaps under each other, and every line is cut \
      there; the parts are named PAGE@N:C. Empty lines on text pages are not trusted: a full line that ends no sentence \
      goes on after them.
      """,
    needs: [.lines],
    gives: [.readingOrder, .paragraphs],
    choices: [
      .init("columns", "columns stand side by side on this text page"),
      .init("joined", "the paragraph goes on over an empty line, or from one column to the next"),
      .init("taken-apart", "the block holds several columns"),
    ],
    examples: ReflowColumnsExamples.all)

  private let settings: Settings

  public init(_ settings: Settings) { self.settings = settings }

  public func reflow(_ page: inout Page, after previous: Page?, _ context: inout StageContext) {
    if page.unit == .character {
      TextPageFlow(gutter: settings.gutter).apply(to: &page, &context)
    } else {
      page.flow = BoxFlow(page: page, joinsLines: settings.paragraphs == .lines).flow(&context)
    }
  }
}
