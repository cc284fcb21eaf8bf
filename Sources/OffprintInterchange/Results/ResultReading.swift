import OffprintKit

/// What stages of each kind answer with.
extension Form {
  /// `{"page": 0, "line": 3, "text": "…"}`.
  func changedLine(_ places: ShownPlaces) throws -> (LineRef, String) {
    try only(["page", "line", "text"])
    let page = try required("page").shownPage(places)
    let text = try required("text").text()
    guard !text.utf8.contains(0x0A), !text.utf8.contains(0x0D) else {
      throw try required("text").fault("is one line, and this has a line end in it")
    }
    return (LineRef(page: page, line: try required("line").line(of: page, places)), text)
  }

  /// `{"issue": "de", "pages": [{"page": 0, "language": "de"}], "blocks": [{"page": 0, "block": 2, "language": "fr"}]}`.
  func languages(_ places: ShownPlaces) throws -> FoundLanguages {
    try only(["issue", "pages", "blocks", "overrules_articles"])
    var found = FoundLanguages()
    found.issue = try self["issue"]?.text()
    found.overrulesArticles = try self["overrules_articles"]?.boolean() ?? false
    for page in try self["pages"]?.list() ?? [] {
      try page.only(["page", "language"])
      found.pages[try page.required("page").shownPage(places)] = try page.required("language").text()
    }
    for block in try self["blocks"]?.list() ?? [] {
      try block.only(["page", "block", "language"])
      let page = try block.required("page").shownPage(places)
      let index = try block.required("block").index(below: places.issue.pages[page].blocks.count, "blocks there")
      found.blocks[page, default: [:]][index] = try block.required("language").text()
    }
    return found
  }

  /// An article with its components; ids are given by Offprint.
  func article(_ places: ShownPlaces, _ stage: String) throws -> Article {
    try only(["type", "components", "language", "section", "labels"])
    let article = Article(
      type: try self["type"]?.word(ArticleType.self) ?? .article,
      components: try required("components").list().map { component in
        try component.only(["role", "lines", "confidence"])
        return Component(
          try component.required("role").word(Role.self),
          lines: try component.required("lines").list().map { try $0.lineRef(places) },
          confidence: try component["confidence"]?.share())
      },
      language: try self["language"]?.text(), labels: try self["labels"]?.list().map { try $0.label(stage) } ?? [],
      section: try self["section"]?.text())
    guard !article.lines.isEmpty else { throw fault("has at least one line") }
    return article
  }

  /// `{"first": [0, 3], "second": [0, 4], "seam": "joined"}`; the mark is the one at the line's end if none is given.
  func join(_ places: ShownPlaces) throws -> Join {
    try only(["first", "second", "seam", "mark", "replacement", "repeated", "confidence"])
    let first = try required("first").lineRef(places)
    let second = try required("second").lineRef(places)
    guard first != second else { throw try required("second").fault("is another line than the first") }
    let seam = try required("seam").word(Seam.self)
    let text = places.issue[line: first].utf8
    let found = seam == .space || seam == .closed ? 0 : BreakMark.length(atEndOf: text)
    return Join(
      first: first, second: second, seam: seam, markLength: try self["mark"]?.length(within: text.count) ?? found,
      replacement: try self["replacement"]?.text(),
      repeatedMarkLength: try self["repeated"]?.length(within: places.issue[line: second].utf8.count) ?? 0,
      confidence: try self["confidence"]?.share() ?? 1)
  }

  private func length(within count: Int) throws -> Int {
    let length = try integer()
    guard (0...count).contains(length) else {
      throw fault("is a number of bytes of the line, which has \(count), not \(length)")
    }
    return length
  }

  /// `{"article": 0, "kind": "genre", "value": "Obituary"}`.
  func articleLabel(_ places: ShownPlaces, _ stage: String) throws -> (Int, Label) {
    try only(["article", "kind", "value", "confidence"])
    return (try required("article").shownArticle(places), try label(stage, isOfArticle: true))
  }

  private func label(_ stage: String, isOfArticle: Bool = false) throws -> Label {
    if !isOfArticle { try only(["kind", "value", "confidence"]) }
    let kind = try required("kind")
    let value = try required("value")
    guard try !kind.text().isEmpty else { throw kind.fault("is not empty") }
    guard try !value.text().isEmpty else { throw value.fault("is not empty") }
    return Label(
      kind: try kind.text(), value: try value.text(), source: stage, confidence: try self["confidence"]?.share())
  }
}
