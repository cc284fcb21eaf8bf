import Foundation
import OffprintDiagnostics
import OffprintKit
import OffprintModel

/// Takes each file as a document of one text page; a file that begins with `BROKEN` cannot be read.
struct FakeReader: Reader {
  static let spec = ReaderSpec(name: "fake", summary: "Text files", gives: [])
  init(_ settings: NoSettings) {}

  func documents(in input: InputSelection) throws -> DocumentListing {
    DocumentListing(
      documents: input.files.map {
        DocumentSource(name: String($0.dropFirst(input.root.utf8.count + 1)), root: input.root, files: [$0])
      })
  }

  func read(_ document: DocumentSource, _ context: inout ReadContext) throws -> Issue {
    let bytes = try SourceFile.read(document.files[0])
    if bytes.starts(with: "BROKEN".utf8) {
      throw Diagnostic(.formatUnexpected, "'\(document.name)' is broken", at: SourcePlace(file: document.files[0]))
    }
    if bytes.starts(with: "ODD".utf8) { context.warn(Diagnostic(.textReplaced, "'\(document.name)' is odd")) }
    var issue = Issue(id: document.name.replacing(".txt", with: ""))
    issue.pages = [PageBuilder.textPage(name: "page1", text: bytes)]
    return issue
  }
}

/// One article of a page's lines: the first is its headline; the last is furniture if there are more than two. All is
/// furniture on a page that begins with `furniture`.
struct FakeSegmenter: ArticleSegmenting {
  static let spec = StageSpec(name: "fake-segment", summary: "", needs: [], gives: [.articles], examples: [])
  init(_ settings: NoSettings) {}

  func articles(in issue: Issue, _ context: inout StageContext) throws -> [Article] {
    context.decide("headline", at: .line(LineRef(page: 0, line: 0)), because: "it is\tthe first", confidence: 0.5)
    if issue.pages[0].words.first?.text == "furniture" {
      let lines = issue.pages[0].lines.indices.map { LineRef(page: 0, line: $0) }
      return [Article(type: .furniture, components: [Component(.furniture, lines: lines)])]
    }
    return Self.articles(of: (0..<issue.pages[0].lines.count).map { LineRef(page: 0, line: $0) })
  }

  static func articles(of lines: [LineRef]) -> [Article] {
    guard lines.count > 2 else { return [Article(components: [Component(.headline, lines: lines)])] }
    return [
      Article(components: [
        Component(.headline, lines: [lines[0]]), Component(.paragraph, lines: Array(lines[1..<(lines.count - 1)])),
      ]),
      Article(type: .furniture, components: [Component(.furniture, lines: [lines[lines.count - 1]])]),
    ]
  }
}

/// What a careless plugin may do; the first word of the page says what.
struct CarelessSegmenter: ArticleSegmenting {
  static let spec = StageSpec(name: "careless", summary: "", needs: [], gives: [.articles], examples: [])
  init(_ settings: NoSettings) {}

  struct Surprise: Error {}

  func articles(in issue: Issue, _ context: inout StageContext) throws -> [Article] {
    var lines = (0..<issue.pages[0].lines.count).map { LineRef(page: 0, line: $0) }
    switch issue.pages[0].words.first?.text {
    case "forget": lines.remove(at: 1)
    case "double": lines.append(lines[1])
    case "invent": lines.append(LineRef(page: 0, line: 99))
    case "lead": lines.insert(LineRef(page: 3, line: 0), at: 0)
    case "throw": throw Surprise()
    case "drop": context.drop(lines.removeLast(), because: "an imprint")
    case "hush": context.drop(lines.removeLast(), because: " ")
    case "merge": context.merge(lines.removeLast(), into: "page1@3")
    case "lean": context.merge(lines.removeLast(), into: "page1@99")
    case "turn": context.merge(lines.removeLast(), into: issue.lineName(LineRef(page: 0, line: 3)))
    case "dream": context.drop(LineRef(page: 2, line: 99), because: "an imprint")
    default: break
    }
    return FakeSegmenter.articles(of: lines)
  }
}

/// Finds an order; on pages that begin with `skip` it leaves a line out.
struct FakeReflow: ColumnReflowing {
  static let spec = StageSpec(name: "fake-reflow", summary: "", needs: [], gives: [.readingOrder], examples: [])
  init(_ settings: NoSettings) {}

  func reflow(_ page: inout Page, after previous: Page?, _ context: inout StageContext) throws {
    let skips = page.words.first?.text == "skip"
    page.flow = Flow(paragraphs: [Paragraph(lines: Array((skips ? 1 : 0)..<page.lines.count))])
  }
}

/// Takes its time, a different one for each page, so that documents end in another order than they begin.
struct Dawdler: LineNormalising {
  static let spec = StageSpec(name: "dawdle", summary: "", needs: [], gives: [], examples: [])
  init(_ settings: NoSettings) {}

  func normalise(_ page: inout Page, _ context: inout StageContext) throws {
    usleep(UInt32(page.buffer.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF } % 2000))
  }
}

/// A file for each article: its text.
struct FakeFiles: Writer {
  static let spec = WriterSpec(name: "fake-files", summary: "", fileExtension: "txt", layout: .files)
  init(_ settings: NoSettings) {}

  func products(for issue: Issue) throws -> [Product] {
    if issue.pages[0].words.first?.text == "unwritable" { throw Diagnostic(.stageFailed, "no words for it") }
    return issue.articles.indices.map { index in
      Product(.article(index), Array(issue.articles[index].components.map(issue.text).joined(separator: "\n").utf8))
    }
  }
}

/// A file for each page: its name. `too-many` makes it write of a page that is not there.
struct FakePages: Writer {
  static let spec = WriterSpec(name: "fake-pages", summary: "", fileExtension: "txt", needs: [], layout: .files)
  let unit = ProductUnit.page
  init(_ settings: NoSettings) {}

  func products(for issue: Issue) throws -> [Product] {
    let more = issue.pages[0].words.first?.text == "too-many" ? 1 : 0
    return (0..<(issue.pages.count + more)).map { Product(.page($0), Array(issue.pages[0].name.utf8)) }
  }
}

/// A line for each article: its id.
struct FakeRecords: Writer {
  static let spec = WriterSpec(name: "fake-records", summary: "", fileExtension: "txt", layout: .records)
  init(_ settings: NoSettings) {}

  func products(for issue: Issue) throws -> [Product] {
    issue.articles.indices.map { Product(.article($0), Array((issue.articles[$0].id + "\n").utf8)) }
  }
}

/// Counts the articles.
struct FakeCheck: Check {
  static let spec = CheckSpec(name: "fake-check", summary: "", unit: "articles", bound: .atMost)
  init(_ settings: NoSettings) {}
  func measure(_ issue: Issue) -> Double { Double(issue.articles.count) }
}
