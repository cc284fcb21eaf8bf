import OffprintDiagnostics
import OffprintKit
import OffprintModel

/// Writes one JSON object a line for each article, in the form that corpus tools read.
public struct JSONLinesWriter: Writer {
  public struct Settings: StageSettings {
    @Setting("The name of the collection, for the field `source`; else the newspaper's title, else the issue's id.")
    public var source: String? = nil
    @Setting("When the records count as made, an ISO 8601 date-time; else what the source says of itself.")
    public var created: String? = nil
    @Setting(
      "The URI of a licence or rights statement, for the field `licence`; else that of the pipeline's publication.")
    public var licence: String? = nil
    @Setting("The text with words mended; 'printed' as its lines stand; 'both' mended, with the halves as printed.")
    public var lineEnds = LineEnds.mended

    public init() {}
  }

  public static let spec = WriterSpec(
    name: "jsonl",
    summary: "one JSON object a line for each article, as dolma and datatrove read them",
    discussion: """
      The JSON Schema of a record is `pipelines/schema/article.schema.json`; `metadata.schema` names its version. Keys \
      have a fixed order, there are no nulls, and every line of an issue stands in exactly one record: furniture has \
      records of its own, with `"type":"furniture"`.

      Top level, as dolma has it: `id`, `text`, `source`, `added`, `created`, `metadata`; datatrove takes `text`, `id` \
      and `metadata`. `text` is the components in reading order with an empty line between them, each as running text \
      (a table has a line for each row and tabs between the cells); the headline stands in it once, where it is \
      printed. With `line_ends: printed` the lines stand as they are printed, marks included, with a line feed between \
      them; with `both` the text is mended and `metadata.halves` lists the halves of its broken words as they are \
      printed, so that a search finds what stands on the page as well as the whole word. `added` is the setting `created`, else what the source says of its own making, else the printed date. \
      `created` is the first moment of the printed date; `metadata.date_precision` says how much of it is known. \
      Without any date it equals `added` and the precision is `unknown`.

      `metadata` always has `schema`, `headline` (empty if there is none), `type`, `language` (BCP 47, `und` if not \
      known), `date` (as precise as known, or empty), `date_precision`, `pages` (sequence numbers) and `components`. A \
      component has its role, its text, `start` and `end` in code points of the record's text, its `lines` by name, \
      and `line_starts`, the code point in the record's text at which each line begins.

      Always there too, lists empty where there is nothing: `issue`; `regions` (page, label, file, image, blocks, \
      column from 1, unit, and the box as x, y, width, height); `joins` (broken words: both halves as printed with \
      their line names, the seam, the word, confidence), whatever `line_ends` is; `labels`; `flags` with scope and \
      count, of which `characters-replaced` counts characters that stand as U+FFFD; `provenance` (tool, version, who \
      found the article and the publisher's id for it, OCR program, the issue's files).

      Where there is data: `title`, `title_id`, `issn`, `volume`, `number`, `edition`, `section`; `confidence` (mean of the OCR engine's own \
      figures, 0 to 1, with the share of words that have one); `licence` (a URI: the setting, else the licence or the \
      rights statement of `publication:`), `rights` (its notice), `provider`.
      """,
    fileExtension: "jsonl", needs: [.articles], layout: .records,
    sample: """
      {"id":"tagblatt-1871-03-02-p1-TB7-0","text":"Feuer am Hafen\\n\\nGestern Abend brach …","source":"Tagblatt",\
      "added":"2026-03-01T12:00:00.000Z","created":"1871-03-02T00:00:00.000Z","metadata":{"schema":"1",\
      "headline":"Feuer am Hafen","type":"article","language":"de","date":"1871-03-02",…}}
      """,
    fields: fields)

  private let settings: Settings

  /// - Throws: `OP403` if `created` is no date-time.
  public init(_ settings: Settings) throws {
    if let fault = OutputTime.fault(in: settings.created) { throw fault }
    self.settings = settings
  }

  public func products(for issue: Issue) throws -> [Product] {
    let index = IssueIndex(issue)
    let added = OutputTime.withMilliseconds(OutputTime.created(settings.created, for: issue))
    let source = settings.source ?? issue.publication.title ?? issue.id
    return issue.articles.indices.map { place in
      let record = ArticleRecord(
        index: index, place: place, added: added, source: source, licence: settings.licence ?? issue.issuance.termsURI,
        lineEnds: settings.lineEnds)
      return Product(.article(place), record.line)
    }
  }
}
