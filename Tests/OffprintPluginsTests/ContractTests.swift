import Foundation
import OffprintKit
import OffprintPlugins
import OffprintTesting
import Testing

/// What plugins of each kind can do to a document, and what they are shown of it.
@Suite("What plugins see and do", .enabled(if: hasPython, "python3 is not there"))
struct ContractTests {
  private func stage(_ kind: String, _ process: String, wants: String? = nil) throws -> AnyStage {
    let folder = try PluginFolder()
    let describe = wants.map { "DESCRIPTION['stages'][0]['wants'] = \($0)" } ?? ""
    let file = try folder.python(kind: kind, describe: describe, process: process)
    let stage = try #require(try folder.registry(file).stages["wild-stage"]).make([:])
    // The process is started before the folder goes.
    var issue = ExampleRun.document(.text("warm-up"), language: nil)
    try? stage.run(on: &issue)
    return stage
  }

  /// What the plugin was given, as it sees it.
  private func seen(_ wants: String, _ issue: Issue, kind: String = "normalising") throws -> String {
    let stage = try stage(
      kind,
      "return {'results': [{'error': {'summary': json.dumps(d, ensure_ascii=False)}} for d in request['documents']]}",
      wants: wants)
    var issue = issue
    let message = #expect(throws: Diagnostic.self) { try stage.run(on: &issue) }
    return message.map { String($0.summary.dropFirst("plugin 'wild': ".count)) } ?? ""
  }

  private var page: Issue {
    var builder = DocumentBuilder(id: "i", language: "de")
    builder.page { $0.block(x: 10, y: 20, width: 100, lineHeight: 30, lines: ["Wein \"1\"", "zwei"]) }
    return builder.issue
  }

  @Test("lines alone are small")
  func lines() throws {
    #expect(
      try seen("['lines']", page)
        == #"{"id": "i", "language": "de", "pages": [{"index": 0, "name": "page1", "number": 1, "lines": [{"text": "Wein \"1\""}, {"text": "zwei"}]}]}"#
    )
  }

  @Test("boxes, words and blocks come when they are wanted")
  func boxes() throws {
    let seen = try seen("['lines', 'boxes', 'words', 'blocks']", page)
    #expect(
      seen.contains(#"{"text": "Wein \"1\"", "box": [10, 20, 110, 50], "block": 0, "words": [{"text": "Wein", "box": "#)
    )
    #expect(seen.contains(#""blocks": [{"id": "B1", "kind": "text", "box": [10, 20, 110, 80], "lines": [0, 2]}]"#))
  }

  @Test("everything is everything")
  func everything() throws {
    let seen = try seen("['everything']", page)
    #expect(seen.hasPrefix(#"{"selected_pages": [0], "selected_articles": [], "everything": {"offprint_document": 1,"#))
  }

  @Test("articles come with their running text, and as printed")
  func articles() throws {
    var builder = DocumentBuilder(id: "i")
    builder.article(.article, (.headline, "Eins"), (.paragraph, "Reichs-\ntag"))
    var issue = builder.issue
    issue.joins[LineRef(page: 0, line: 1)] = Join(
      first: LineRef(page: 0, line: 1), second: LineRef(page: 0, line: 2), seam: .joined, markLength: 1, confidence: 1)
    let seen = try seen("['articles', 'printed']", issue, kind: "labelling")
    #expect(
      seen.contains(
        #"{"role": "paragraph", "text": "Reichstag", "lines": [[0, 1], [0, 2]], "printed": ["Reichs-", "tag"]}"#))
  }

  @Test("a normalising stage changes lines")
  func normalising() throws {
    var issue = page
    try stage(
      "normalising",
      """
      return {'results': [{'lines': [{'page': p['index'], 'line': n, 'text': l['text'].upper()}
        for p in d['pages'] for n, l in enumerate(p['lines'])],
        'flags': [{'code': 'shouted', 'count': 2, 'line': [0, 1]}],
        'decisions': [{'choice': 'kept', 'reason': 'it is so', 'page': 0}]} for d in request['documents']]}
      """
    ).run(on: &issue, as: "shout")
    #expect(issue.pages[0].lines.map(\.text) == ["WEIN \"1\"", "ZWEI"])
    #expect(issue.pages[0].lines[0].words[0].box == page.pages[0].lines[0].words[0].box)
    #expect(issue.flags == [Flag(code: "shouted", subject: .line(LineRef(page: 0, line: 1)), count: 2)])
    #expect(issue.decisions == [Decision(stage: "shout", subject: .page(0), choice: "kept", reason: "it is so")])
  }

  @Test("a detecting stage says languages")
  func detecting() throws {
    var issue = page
    try stage(
      "detecting",
      "return {'results': [{'languages': {'issue': 'la', 'blocks': [{'page': 0, 'block': 0, 'language': 'fr'}]}}]}"
    ).run(on: &issue)
    #expect(issue.language == "la")
    #expect(issue.pages[0].blocks[0].language == "fr")
  }

  @Test("a reflowing stage cuts lines and gives an order, for the pages that are left to it")
  func reflowing() throws {
    var issue = ExampleRun.document(.text("left  right\nlow\u{0C}other"), language: nil)
    try stage(
      "reflowing",
      """
      return {'results': [{'flow': [{'page': p['index'], 'cuts': [{'line': 0, 'words': [0, 1]}],
        'paragraphs': [{'lines': [0, 2]}, {'lines': [1], 'column': 1}]} for p in d['pages']]}
        for d in request['documents']]}
      """
    ).run(on: &issue, selection: StageSelection(pages: { $1 == 0 }))
    #expect(issue.pages[0].lines.map(\.text) == ["left", "right", "low"])
    #expect(issue.pages[0].flow?.lines == [0, 2, 1])
    #expect(issue.pages[1].flow == nil)
  }

  @Test("segmenting and dehyphenating stages find articles and joins; lines may be dropped")
  func segmenting() throws {
    var issue = ExampleRun.document(.text("Title\nReichs-\ntag\n***"), language: nil)
    try stage(
      "segmenting",
      """
      return {'results': [{'articles': [{'components': [{'role': 'headline', 'lines': [[0, 0]]},
        {'role': 'paragraph', 'lines': [[0, 1], [0, 2]], 'confidence': 0.5}],
        'labels': [{'kind': 'genre', 'value': 'News'}]}],
        'decisions': [{'choice': 'kept', 'reason': 'it has a title', 'article': 0}],
        'drops': [{'line': [0, 3], 'reason': 'an ornament'}]}]}
      """
    ).run(on: &issue)
    #expect(issue.articles.map(\.id) == ["example-p1-1"])
    #expect(Ledger.balance(of: issue).isEven)
    #expect(issue.articles[0].labels.map(\.source) == ["wild-stage"])
    try stage(
      "dehyphenating",
      "return {'results': [{'joins': [{'first': r[0], 'second': r[1], 'seam': 'joined'} for r in d['runs'] if len(r) > 1]} for d in request['documents']]}"
    ).run(on: &issue)
    #expect(issue.text(of: issue.articles[0].components[1]) == "Reichstag")
  }

  @Test(
    "what cannot be is refused: words that the line has not, a line that goes on in itself, what nobody could follow up",
    arguments: [
      (
        "reflowing",
        "{'flow': [{'page': 0, 'cuts': [{'line': 0, 'words': [0, -1]}], 'paragraphs': [{'lines': [0, 1]}]}]}",
        "is the place of a word of the line, which has 2, counted from 0, not -1"
      ),
      (
        "dehyphenating", "{'joins': [{'first': [0, 0], 'second': [0, 0], 'seam': 'joined'}]}",
        "'results[0].joins[0].second' is another line than the first"
      ),
      (
        "normalising", "{'drops': [{'line': [0, 1], 'reason': ''}]}", "'results[0].drops[0].reason' is not empty"
      ),
      (
        "normalising", "{'decisions': [{'choice': 'kept', 'reason': ' '}]}",
        "'results[0].decisions[0].reason' is not empty"
      ),
      (
        "normalising", "{'merges': [{'line': [0, 1], 'into': [0, 9]}]}",
        "'results[0].merges[0].into[1]' is line 9, and page 0 has 2"
      ),
      (
        "normalising", "{'merges': [{'line': [0, 1], 'into': 'page1@9'}]}",
        "'results[0].merges[0].into' is a line as [page, line], or the name of one"
      ),
      (
        "normalising", "{'merges': [{'line': [0, 1], 'into': [0, 1]}]}",
        "'results[0].merges[0].into' is another line than the one that is merged"
      ),
    ])
  func refused(kind: String, answer: String, words: String) throws {
    var issue = ExampleRun.document(.text("left right-\nlow"), language: nil)
    let error = #expect(throws: Diagnostic.self) {
      try stage(kind, "return {'results': [\(answer)]}").run(on: &issue)
    }
    #expect(error?.code == .pluginAnswer && error?.summary.contains(words) == true, "\(String(describing: error))")
  }

  @Test("lines are merged into others, which are named", arguments: ["[0, 0]", "'page1@1'"])
  func merging(into: String) throws {
    var issue = ExampleRun.document(.text("one\ntwo"), language: nil)
    let answer = "{'merges': [{'line': [0, 1], 'into': \(into)}]}"
    try stage("normalising", "return {'results': [\(answer) for d in request['documents']]}").run(on: &issue)
    let line = LineRef(page: 0, line: 1)
    #expect(issue.ledger.entries == [.init(line: line, stage: "wild-stage", fate: .merged(into: "page1@1"))])
  }

  @Test("checks measure and writers write")
  func checksAndWriters() throws {
    let folder = try PluginFolder()
    let file = try folder.python(
      describe: """
        DESCRIPTION["checks"] = [{"name": "wild-check", "summary": "Counts lines", "unit": "lines", "wants": ["lines"]}]
        DESCRIPTION["writers"] = [{"name": "wild-writer", "summary": "Writes ids", "extension": "txt",
          "layout": "records", "settings": [{"name": "end", "type": "text", "default": "!", "help": "The end."}]}]
        """,
      process: """
        if "check" in request: return {"results": [{"figure": len(texts({"documents": [d]}))} for d in request["documents"]]}
        return {"results": [{"products": [{"article": a["index"], "text": a["id"] + request["settings"]["end"]}
          for a in d["articles"]] + [{"issue": True, "base64": "/w=="}]} for d in request["documents"]]}
        """)
    let registry = try folder.registry(file)
    #expect(try #require(registry.checks["wild-check"]).make([:]).measure(page) == 2)
    var builder = DocumentBuilder(id: "i")
    builder.article(.article, (.headline, "Eins"))
    let writer = try #require(registry.writers["wild-writer"])
    let products = try writer.make(["end": .scalar("?")]).products(for: builder.issue)
    #expect(products.map(\.scope) == [.article(0), .issue])
    #expect(products.map(\.bytes) == [Array("i-p1-1?".utf8), [0xFF]])
    #expect(checkWriter(writer) == [])
    #expect(checkCheck(try #require(registry.checks["wild-check"])) == [])
  }
}
