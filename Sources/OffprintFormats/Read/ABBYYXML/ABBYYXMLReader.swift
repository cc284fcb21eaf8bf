import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintXML

/// Reads the XML that ABBYY FineReader writes, versions 6 to 14.
public struct ABBYYXMLReader: Reader {
  public struct Settings: StageSettings {
    @Setting("What an issue is: all FineReader files of a folder, or each file by itself.")
    public var issue = IssueExtent.folder
    public init() {}
  }

  public static let spec = ReaderSpec(
    name: "abbyy-xml",
    summary: "XML of ABBYY FineReader 6 to 14, with or without places of characters",
    discussion: """
      Each folder that directly holds FineReader's files is an issue, its pages in the order of their names, numbers \
      by their value; with `issue: file` each file is one, as those are that hold all pages of an issue. The root \
      element is `document`, or `page` where somebody cut the document up. A name with a date (1858-12-07 or \
      18581207) gives the date, {title}_{date} the title too. Schemas 6 to 10 (which later versions write too) are \
      read alike, whatever the namespace.

      A block is a paragraph (par) of a text block, named b3p2, the second of the third block; a table with its rows \
      and cells is one block. Pictures and barcodes are illustrations, each Separator and each rule of a \
      SeparatorsBox is a separator. The role of a paragraph's style is the block's label.

      Words are made of charParams up to the next space, with the place around them and the mean of charConfidence \
      (255 is unknown). In lines without any space a character with wordStart begins a word if it stands apart by a \
      quarter of the line's height. Formattings with plain text give words with shares of the line's place. Other \
      readings (wordRecVariants, charRecVariants) are passed over. `¬` and the soft hyphen at a line's end are marks \
      that FineReader vouches for.

      Font, size, bold and italic are the formatting's, or those of the style that it names. The language of a page \
      is what half of its letters have; that of a longer block is kept where three quarters have another one.

      Text in no line becomes a line, blocks in no page become a page; what is not understood is warned of once for \
      each kind.
      """,
    gives: [.lines],
    sample: """
      <block blockType="Text" l="120" t="300" r="820" b="380"><text><par>
        <line baseline="334" l="120" t="300" r="820" b="340"><formatting lang="GermanStandard" fs="9.">
          <charParams l="120" t="300" r="160" b="334" wordStart="true" charConfidence="93">V</charParams>
          <charParams l="162" t="310" r="190" b="334" wordStart="false" charConfidence="88">o</charParams>
        </formatting></line>
      </par></text></block>
      """,
    fields: [
      .init("name of the folder, or of the file", "id of the issue; its date, and title, where they stand in it"),
      .init("document/@producer", "the OCR program"),
      .init("document/@mainLanguage", "language of pages whose letters tell none"),
      .init("page", "page, called as its file; the second in a file with -2 behind it"),
      .init("page/@width, @height", "the page's size; without both, as far as its blocks reach"),
      .init("block Text, Checkmark, …", "blocks of text, one for each par"),
      .init("block Table", "one block, a table, with the lines of all its cells"),
      .init("row, cell/@rowSpan, @colSpan", "the cell of its lines, counted as in HTML"),
      .init("block Picture, VectorPicture, Barcode, …", "block, an illustration"),
      .init("block Separator", "block, a separator"),
      .init("block SeparatorsBox", "block for each separator in it, as wide as its thickness"),
      .init("block of another type", "as Text, with a warning"),
      .init("block/@pageElemId, @id", "first part of the block's id; else b1, b2, …; p1, p2, … for its paragraphs"),
      .init("block/@l, @t, @r, @b", "box of the block; a paragraph's is that of its lines"),
      .init("par/@style, paragraphStyle/@role", "label of the block: heading, caption, header, …; none for plain text"),
      .init("line", "line, with the style of most of its words"),
      .init("line/@l, @t, @r, @b", "box of the line"),
      .init("charParams", "letters of a word, up to the next space"),
      .init("charParams/@l, @t, @r, @b", "box of the word, around all its letters"),
      .init("charParams/@charConfidence", "confidence of the word: the mean, 0 to 100; 255 is unknown"),
      .init("charParams/@wordStart", "begin of a word, in a line without spaces, if it stands apart"),
      .init("text in formatting without charParams", "words with shares of the line's box"),
      .init("formatting/@superscript, @subscript", "figures in the raised and lowered forms of Unicode"),
      .init("formatting/@ff, @fs, @bold, @italic", "font, size, bold, italic; else those of the fontStyle in @style"),
      .init("formatting/@lang", "language of the page, by most letters; of a longer block in another one"),
      .init("¬, U+00AD or ⸗ at a line's end", "break mark that the source vouches for"),
      .init("control characters, stray bytes", "spaces, U+FFFD; the page is flagged"),
      .init("wordRecVariants, charRecVariants", "nothing"),
    ])

  private let settings: Settings

  public init(_ settings: Settings) { self.settings = settings }

  public func documents(in input: InputSelection) throws -> DocumentListing {
    let files = input.files.filter { !FilePath.isLeftover($0) && Self.isABBYY($0) }
    guard !files.isEmpty else { throw Self.nothingFound(input) }
    return PageFiles.documents(of: files, in: input, each: settings.issue)
  }

  public func read(_ document: DocumentSource, _ context: inout ReadContext) throws -> Issue {
    var issue = PageFiles.issue(of: document, endings: [])
    for path in document.files {
      let bytes = try document.read(path)
      let root = XMLSniff.rootElement(bytes.prefix(4096))
      if !bytes.isEmpty, let root, !Self.roots.contains(root) { throw Self.otherRoot(path, root) }
      var handler = ABBYYHandler(name: FilePath.pageName(path))
      let scrubbing = try XMLReader.read(bytes, file: path, into: &handler)
      handler.finish()
      guard !handler.pages.isEmpty else { throw Self.noPage(path) }
      issue.flag(scrubbing, onPage: issue.pages.count, of: path, &context)
      handler.findings.warn(path, &context)
      issue.append(handler.pages, of: path, in: document)
      issue.ocrSoftware = issue.ocrSoftware ?? handler.producer
    }
    return issue
  }

  private static let roots: Set<String> = ["document", "page"]

  /// True if the file begins as FineReader's do: other formats have a `document` or a `page` for their root too.
  private static func isABBYY(_ path: String) -> Bool {
    guard let head = try? SourceFile.head(path, count: 16384) else { return false }
    guard let root = XMLSniff.rootElement(head) else { return false }
    guard roots.contains(root) else { return false }
    let text = String(decoding: head.filter { $0 != 0 }, as: UTF8.self)
    return text.contains("abbyy.com") || text.contains("blockType=") || text.contains("originalCoords=")
      || (text.contains("resolution=") && text.contains("<page"))
  }

  fileprivate static func nothingFound(_ input: InputSelection) -> Diagnostic {
    input.nothingFound(
      "FineReader XML", rule: "'abbyy-xml' takes XML files of FineReader, whose root element is 'document' or 'page'")
  }

  fileprivate static func otherRoot(_ path: String, _ root: String) -> Diagnostic {
    Diagnostic(
      .formatUnexpected, "'\(path)' is no FineReader file: its root element is '\(root)'",
      at: SourcePlace(file: path))
  }

  fileprivate static func noPage(_ path: String) -> Diagnostic {
    Diagnostic(.inputEmpty, "'\(path)' is a FineReader file without a page", at: SourcePlace(file: path))
  }
}
