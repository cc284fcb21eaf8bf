import OffprintKit

/// Reads lists of words with their places: a word a row, with tabs between `line`, `left`, `top`, `width`, `height` and
/// the word. Each file is an issue of one page.
struct WordListReader: Reader {
  struct Settings: StageSettings {
    @Setting("How the names of the files end.")
    var ending = ".words"
    init() {}
  }

  static let spec = ReaderSpec(
    name: "word-list", summary: "Lists of words with their places, a word a row",
    gives: [.lines],
    sample: "1\t120\t300\t290\t40\tVom\n1\t430\t300\t390\t40\tHafen",
    fields: [
      .init("name of the file", "id of the issue, name of the page"),
      .init("1st column", "another line where it changes"),
      .init("2nd to 5th column", "box of the word, pixels"),
      .init("6th column", "text of the word"),
    ])
  private let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  func documents(in input: InputSelection) -> DocumentListing {
    let files = input.isSingleFile ? input.files : input.files.filter { $0.hasSuffix(settings.ending) }
    return DocumentListing(documents: files.map { DocumentSource(name: name(of: $0), root: input.root, files: [$0]) })
  }

  func read(_ document: DocumentSource, _ context: inout ReadContext) throws -> Issue {
    let path = document.files[0]
    let rows = String(decoding: try document.read(path), as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    var page = PageBuilder(name: document.name)
    page.beginBlock(id: "b1")
    var line: Substring?
    for (index, row) in rows.enumerated() where !row.isEmpty {
      let columns = row.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count == 6, let box = Self.box(columns[1...4]) else {
        // The whole document or nothing: a page of which a row is missing would look like a page.
        throw Diagnostic(
          .formatUnexpected, "a row has no six columns with whole numbers in the 2nd to 5th",
          at: SourcePlace(file: path, line: index + 1), fix: "mend the row, or name another reader in 'read:'")
      }
      if columns[0] != line {
        page.beginLine()
        line = columns[0]
      }
      page.addWord(columns[5].utf8, box: box)
    }
    guard line != nil else {
      throw Diagnostic(.inputEmpty, "there is no word in it", at: SourcePlace(file: path))
    }
    var issue = Issue(id: document.name, pages: [page.finish()])
    issue.sources = [document.name + settings.ending]
    return issue
  }

  private func name(of path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    return String(file.hasSuffix(settings.ending) ? file.dropLast(settings.ending.count) : file)
  }

  private static func box(_ columns: ArraySlice<Substring>) -> Box? {
    let numbers = columns.compactMap { Int($0) }
    return numbers.count == 4 ? Box(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3]) : nil
  }
}
