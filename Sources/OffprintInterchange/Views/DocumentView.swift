import OffprintJSON
import OffprintKit

/// What a part of a plugin is shown of a document: what it wants, and of that only the pages and articles that the
/// pipeline leaves to it.
public struct DocumentView: Sendable {
  public var wants: Set<Want>
  /// Indices of the pages that the part works on.
  public var pages: [Int]
  /// Indices of the articles that the part works on.
  public var articles: [Int]

  public init(wants: Set<Want>, pages: [Int], articles: [Int]) {
    self.wants = wants
    self.pages = pages
    self.articles = articles
  }

  /// Of a whole document, as checks and writers get it.
  public init(of issue: Issue, wants: Set<Want>) {
    self.init(wants: wants, pages: Array(issue.pages.indices), articles: Array(issue.articles.indices))
  }

  /// The view as a JSON object.
  public func write(_ issue: Issue, to json: inout JSONWriter) {
    json.object { json in
      if wants.contains(.everything) {
        json.key("selected_pages")
        json.integers(pages)
        json.key("selected_articles")
        json.integers(articles)
        json.key("everything")
        json.issue(issue)
      } else {
        writeParts(of: issue, to: &json)
      }
    }
  }

  private func writeParts(of issue: Issue, to json: inout JSONWriter) {
    json.member("id", issue.id)
    json.member("title", issue.publication.title)
    json.member("date", issue.date?.iso)
    json.member("language", issue.language)
    json.key("pages")
    json.array { json in
      for index in pages where issue.pages.indices.contains(index) { write(issue.pages[index], index, to: &json) }
    }
    if wants.contains(.articles) || wants.contains(.printed) {
      json.key("articles")
      json.array { json in
        for index in articles where issue.articles.indices.contains(index) { write(index, of: issue, to: &json) }
      }
    }
    if wants.contains(.runs) {
      let shown = Set(pages)
      json.key("runs")
      json.array { json in
        for run in ReadingRuns.runs(of: issue) where run.first.map({ shown.contains($0.page) }) ?? false {
          json.array { json in run.forEach { json.line($0) } }
        }
      }
    }
  }

  private func write(_ page: Page, _ index: Int, to json: inout JSONWriter) {
    json.object { json in
      json.member("index", index)
      json.member("name", page.name)
      json.member("number", page.number)
      json.member("language", page.language)
      if wants.contains(.boxes) {
        json.member("unit", page.unit.rawValue)
        json.box("box", page.size)
      }
      if wants.contains(.lines) || wants.contains(.words) {
        json.key("lines")
        json.array { json in page.lines.forEach { write($0, to: &json) } }
      }
      if wants.contains(.blocks) {
        json.key("blocks")
        json.array { json in page.blocks.forEach { write($0, to: &json) } }
      }
      if wants.contains(.flow), let flow = page.flow {
        json.key("flow")
        json.array { json in flow.paragraphs.forEach { json.paragraph($0) } }
      }
    }
  }

  private func write(_ line: Line, to json: inout JSONWriter) {
    json.object { json in
      json.key("text")
      json.text(Self.readable(line.utf8))
      if wants.contains(.boxes) { json.box("box", line.box) }
      if wants.contains(.blocks) { json.member("block", line.block.index) }
      guard wants.contains(.words) else { return }
      json.key("words")
      json.array { json in
        for word in line.words {
          json.object { json in
            json.key("text")
            json.text(Self.readable(word.utf8))
            if wants.contains(.boxes) { json.box("box", word.box) }
            json.member("confidence", word.confidence)
          }
        }
      }
    }
  }

  private func write(_ block: Block, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", block.id)
      json.member("kind", block.kind.rawValue)
      json.member("language", block.language)
      json.member("label", block.label)
      if wants.contains(.boxes) { json.box("box", block.box) }
      json.key("lines")
      json.integers([block.lines.startIndex, block.lines.endIndex])
    }
  }

  private func write(_ index: Int, of issue: Issue, to json: inout JSONWriter) {
    let article = issue.articles[index]
    json.object { json in
      json.member("index", index)
      json.member("id", article.id)
      json.member("type", article.type.rawValue)
      json.member("language", issue.language(of: article))
      json.member("section", article.section)
      if !article.labels.isEmpty {
        json.key("labels")
        json.array { json in article.labels.forEach { json.label($0) } }
      }
      json.key("components")
      json.array { json in
        for component in article.components { write(component, of: issue, to: &json) }
      }
    }
  }

  private func write(_ component: Component, of issue: Issue, to json: inout JSONWriter) {
    json.object { json in
      json.member("role", component.role.rawValue)
      if wants.contains(.articles) { json.member("text", issue.text(of: component)) }
      json.key("lines")
      json.array { json in component.lines.forEach { json.line($0) } }
      guard wants.contains(.printed) else { return }
      json.key("printed")
      json.array { json in component.lines.forEach { json.text(Self.readable(issue[line: $0].utf8)) } }
    }
  }

  /// The bytes if they are UTF-8, else with U+FFFD for what is not.
  private static func readable(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if bytes.allSatisfy({ $0 < 0x80 }) || String(validating: bytes, as: UTF8.self) != nil { return bytes }
    return ArraySlice(String(decoding: bytes, as: UTF8.self).utf8)
  }
}
