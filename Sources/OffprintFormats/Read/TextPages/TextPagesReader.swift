import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintXML

/// Reads pages that are plain text, one file a page.
public struct TextPagesReader: Reader {
  public struct Settings: StageSettings {
    @Setting(
      "The language of the pages (BCP 47, such as de or zh-Hans); without it only a script that says it is taken.")
    public var language: String? = nil
    @Setting("How characters are written as bytes, if it is not found out rightly.")
    public var encoding = TextEncoding.auto
    public init() {}
  }

  public static let spec = ReaderSpec(
    name: "text-pages",
    summary: "plain text, a page in each file, in UTF-8 or another encoding",
    discussion: """
      Files named {title}_{date}_p{page}.txt make issues: those of the same title and date, in the order of their \
      page numbers. The date is written 1858-12-07 or 18581207. Any other file is an issue of one page, named by \
      the file. In a folder only files ending in .txt are taken, if there are any.

      Lines end with LF, CR LF or CR; a byte order mark is taken off. A form feed starts another page: the second \
      page of a file is called by the file with -2 behind, the third with -3, and `~` is added where a file of that \
      name is there already. A form feed at the end of a file starts none.

      The encoding is found out: by a byte order mark, by the escapes of ISO-2022-JP, else UTF-8 if all of it is that, else UTF-16 or UTF-32 if most \
      characters are then common ones, else that of GB 18030, Big5, Shift-JIS, EUC-JP and EUC-KR in which most characters are common \
      ones, else windows-1252 if the letters beyond ASCII stand in words. `encoding` overrules it, and knows some more. \
      Text in another encoding than UTF-8 is flagged, such as `converted-from-gb18030`; if another one \
      comes near, that is warned of. Bytes that mean nothing become U+FFFD, are counted, flagged and warned of. A file \
      full of zero bytes is refused. Control characters stay for `normalise-text`, and are counted and warned of. Without `language` the issue is `zh`, `ja` or \
      `ko` if most of its letters are Chinese characters, kana among them, or hangul; else its language is unknown.
      """,
    gives: [.lines],
    sample: "DORFBOTE.\nNachrichten aus dem Kreise.    Der Markt war gut be-\nWetter.                        sucht.\n",
    fields: [
      .init("{title}_{date}_p{page}.txt", "title of the newspaper, date and id of the issue, the page's label"),
      .init("another name of a file", "id of the issue; its date, where it stands in it"),
      .init("file", "page, called as the file, with one block"),
      .init("form feed", "begin of another page, called as the file with -2 behind it"),
      .init("line", "line NAME@N, N counted from 1, empty ones included"),
      .init("empty line", "no line; the next one knows how many stand before it"),
      .init("text between spaces", "word; spaces are blanks, tabs, U+00A0 and U+3000"),
      .init("columns and lines", "boxes of words and the page's size, a character wide and a line high"),
      .init("byte order mark", "nothing but the encoding"),
      .init("text in another encoding than UTF-8", "UTF-8; the page is flagged, such as converted-from-big5"),
      .init("bytes that mean nothing", "U+FFFD; the page is flagged"),
      .init("control characters", "spaces; the page is flagged"),
      .init("setting 'language'", "language of the issue; else zh, ja or ko, where its script says so"),
    ])

  private let settings: Settings

  public init(_ settings: Settings) throws {
    self.settings = settings
  }

  public func documents(in input: InputSelection) throws -> DocumentListing {
    let candidates = input.files.filter { !FilePath.isLeftover($0) }
    let texts = candidates.filter { FilePath.hasEnding($0, ".txt") }
    let files = texts.isEmpty ? candidates : texts
    guard !files.isEmpty else { throw Self.nothingFound(input) }
    var issues: [PathBytes: [String]] = [:]
    for file in files {
      let name = TextPageName(Self.pageName(file))?.issue ?? Self.pageName(file)
      issues[PathBytes(FilePath.join(FilePath.folder(file), name)), default: []].append(file)
    }
    let documents = issues.keys.sorted { NaturalOrder.precedes($0.path, $1.path) }.map { key in
      DocumentSource(
        name: FilePath.relative(key.path, to: input.root), root: FilePath.folder(key.path),
        files: (issues[key] ?? []).sorted(by: Self.pagePrecedes), input: input.bounds)
    }
    return DocumentListing(documents: documents)
  }

  public func read(_ document: DocumentSource, _ context: inout ReadContext) throws -> Issue {
    var issue = Issue(id: IssueName.id(ofFile: FilePath.last(document.name), in: document.root))
    var texts: [[UInt8]] = []
    var names: Set<String> = []
    for path in document.files {
      let base = Self.pageName(path)
      let name = TextPageName(base)
      issue.publication.title = issue.publication.title ?? name?.title
      issue.date = issue.date ?? name?.date ?? IssueName(base).date
      let file = try TextPageBytes(try document.read(path), file: path, encoding: settings.encoding)
      issue.flag(file, onPage: issue.pages.count, of: path, &context)
      for (index, text) in Self.pages(in: file.text).enumerated() {
        var unique = index == 0 ? base : "\(base)-\(index + 1)"
        while !names.insert(unique).inserted { unique += "~" }
        var page = PageBuilder.textPage(name: unique, number: issue.pages.count + 1, text: Array(text))
        page.label = index == 0 ? name?.page : nil
        page.file = FilePath.relative(path, to: document.root)
        issue.pages.append(page)
      }
      texts.append(file.text)
      issue.sources.append(FilePath.relative(path, to: document.root))
    }
    issue.date = issue.date ?? IssueName(ofFolder: document.root).date
    issue.language = settings.language ?? Script.language(of: texts)
    return issue
  }

  /// The file's name without its last extension.
  private static func pageName(_ path: String) -> String {
    let name = SourceTree.unpackedName(FilePath.last(path))
    guard let point = name.lastIndex(of: "."), point > name.startIndex else { return name }
    return String(name[..<point])
  }

  private static func pagePrecedes(_ a: String, _ b: String) -> Bool {
    let (x, y) = (TextPageName(pageName(a))?.page ?? "", TextPageName(pageName(b))?.page ?? "")
    return x == y ? NaturalOrder.precedes(a, b) : NaturalOrder.precedes(x, y)
  }

  /// The text cut at its form feeds.
  private static func pages(in text: [UInt8]) -> [ArraySlice<UInt8>] {
    var pages = text.split(separator: 0x0C, omittingEmptySubsequences: false)
    if pages.count > 1, pages.last?.allSatisfy({ $0 <= 0x20 }) == true { pages.removeLast() }
    return pages
  }

  fileprivate static func nothingFound(_ input: InputSelection) -> Diagnostic {
    Diagnostic(.inputEmpty, "no text file in '\(input.root)'", at: SourcePlace(file: input.root))
  }
}
