import OffprintDiagnostics
import OffprintKit
import OffprintModel

/// Reads texts whose lines somebody has tagged with their articles, one row of a CSV file for each line: truth for text
/// pages.
public struct TaggedTextReader: Reader {
  /// Those of text pages, which the lines make.
  public typealias Settings = TextPagesReader.Settings

  public static let spec = ReaderSpec(
    name: "tagged-text",
    summary: "plain text with the article of each line, tagged in a CSV file: truth to measure on",
    discussion: """
      Each CSV file (RFC 4180; UTF-8, unless `encoding` says otherwise) is an issue of one text page, called as the \
      file. A row is a line of the text; its columns are the number of the line, page, article, function, paragraph, \
      jump, advertisement and text. Rows that do not begin with a number are none: the first may be the names of the columns, others are told of. Lines \
      are counted by their rows, and called `NAME@N`. 0 and nothing both mean none.

      If the text itself stands beside the file as NAME.txt, or in raw_data/NAME.txt for a file in tagged_data, its \
      lines are read instead of the last column, as they may have kept more of the layout; it must have as many lines \
      as there are rows. Lines of nothing but space are empty.

      Lines with the same number of an article are one article. Its first three lines with the function HL are the \
      headline; further ones are subheadlines or, after text, crossheads. BL is a byline, JL and JH are jump lines, AT \
      is text of an advertisement; all else, TXT and unknown ones, is text. Lines with the same paragraph number \
      after each other make a paragraph, also over a jump; where any line has such a number, paragraphs count as \
      marked. Lines of no article with the function AT and a number are an advertisement, numbered for each page; NP, \
      PI and MH make one masthead. Other lines are part of nothing. The pages of an article are those of the \
      second column. The column of jumps is not used: a number of an article holds on all pages.
      """,
    gives: [.lines],
    sample: """
      line,page,article,function,paragraph,jump,advertisement,text
      1,1,0,NP,0,0,0,THE HARBOUR GAZETTE
      2,1,0,B,0,0,0,
      3,1,1,HL,0,0,0,THE NEW LAMP
      4,1,1,TXT,1,0,0,"The lamp, long promised, was lit on Mon-"
      5,1,1,TXT,1,0,0,day. It could be seen from the mill.
      6,1,0,AT,0,0,1,FRESH EELS DAILY.
      """,
    fields: [
      .init("NAME.csv", "id of the issue, name of its page; its date, and title, where they stand in it"),
      .init("row that begins with a number", "line NAME@N, by its place among such rows"),
      .init("line", "nothing but a warning, if it is another number than the place"),
      .init("page", "how many pages the article was printed on; which one an advertisement is on"),
      .init("article", "article of the line; 0 is none"),
      .init("function HL", "role headline, for three lines; then subheadline, and behind text crosshead"),
      .init("function TXT, and unknown ones", "role paragraph"),
      .init("function BL", "role byline"),
      .init("function JL, JH", "role jump-line"),
      .init("function AT", "role advertisement-text"),
      .init("function NP, PI, MH", "article of type masthead, all in one; role furniture in an article"),
      .init("paragraph", "one component, of lines of text with the same number behind each other"),
      .init("jump", "nothing"),
      .init("advertisement", "article of type advertisement, if the function is AT and there is no article"),
      .init("text", "text of the line, as in 'text-pages'; that of NAME.txt if it has as many lines"),
      .init("setting 'language'", "language of the issue, else what its script says"),
      .init("setting 'encoding'", "encoding of the table and of NAME.txt; auto is UTF-8"),
      .init("bytes that are no characters in it", "U+FFFD; the page is flagged"),
    ])

  private let settings: Settings

  public init(_ settings: Settings) { self.settings = settings }

  public func documents(in input: InputSelection) throws -> DocumentListing {
    let tables = input.files.filter { !FilePath.isLeftover($0) && $0.lowercased().hasSuffix(".csv") }
    let files = tables.filter(Self.isTagged)
    guard !files.isEmpty else { throw Self.nothingFound(input) }
    let others = tables.filter { !files.contains($0) }
    return DocumentListing(
      documents: files.sorted(by: NaturalOrder.precedes).map { file in
        let files = [file] + [TaggedTextFile.raw(of: file)].compactMap { $0 }
        return DocumentSource(
          name: FilePath.relative(file, to: input.root), root: Self.folder(of: files), files: files,
          input: input.bounds)
      }, diagnostics: others.first.map { [Self.others(others.count, $0)] } ?? [])
  }

  public func read(_ document: DocumentSource, _ context: inout ReadContext) throws -> Issue {
    guard let path = document.files.first else {
      throw Diagnostic(.inputEmpty, "'\(document.name)' has no file", at: SourcePlace(file: document.root))
    }
    let file = try TaggedTextFile(
      path, raw: document.files.dropFirst().first, of: document, encoding: settings.encoding)
    let name = Self.name(path)
    var issue = Issue(id: IssueName.id(ofFile: name, in: FilePath.folder(path)))
    issue.publication.title = IssueName(name).title
    issue.date = IssueName(name).date ?? IssueName(ofFolder: FilePath.folder(path)).date
    issue.sources = document.files.map { FilePath.relative($0, to: document.root) }
    let text = Array(file.texts.joined(separator: "\n").utf8)
    var page = PageBuilder.textPage(name: name, text: text)
    page.file = FilePath.relative(path, to: document.root)
    var markup = TaggedMarkup()
    for line in page.lines { markup.add(TaggedLine(file.rows[line.number - 1]), line) }
    issue.pages = [page]
    issue.markup = markup.markup
    issue.language = settings.language ?? Script.language(of: [text])
    issue.flag(replaced: file.replaced, from: file.encoding, onPage: 0, of: path, &context)
    issue.flag(controls: file.controlCharacters, hasEscapes: false, onPage: 0, of: path, &context)
    file.findings.warn(&context)
    return issue
  }

  /// The folder that holds them all: a text in raw_data is none of its table's folder.
  private static func folder(of files: [String]) -> String {
    var folder = FilePath.folder(files[0])
    while !files.allSatisfy({ FilePath.isInside($0, folder) }), FilePath.folder(folder) != folder {
      folder = FilePath.folder(folder)
    }
    return folder
  }

  /// The file's name without `.csv`.
  private static func name(_ path: String) -> String {
    let name = FilePath.last(path)
    return name.lowercased().hasSuffix(".csv") && name.utf8.count > 4 ? String(name.dropLast(4)) : name
  }

  /// True if one of the first rows can be nothing else.
  private static func isTagged(_ path: String) -> Bool {
    guard var head = try? SourceFile.head(path) else { return false }
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head.removeFirst(3) }
    return CSVRecords(head).records.contains { TaggedLine.isUnmistakable($0) }
  }

  fileprivate static func nothingFound(_ input: InputSelection) -> Diagnostic {
    input.nothingFound(
      "tagged CSV",
      rule: "'tagged-text' takes CSV files of line, page, article, function, paragraph, jump, advertisement, text")
  }

  fileprivate static func others(_ count: Int, _ first: String) -> Diagnostic {
    Diagnostic(
      .inputNotUnderstood, "\(count) CSV \(count == 1 ? "file is" : "files are") no tagged text; the first is this one",
      severity: .warning, at: SourcePlace(file: first), notes: [.init("kept", "nothing of what is not tagged text")])
  }
}
