import OffprintKit

/// Reads what a stage of a plugin says besides its result: decisions, flags, and lines that it drops or merges.
struct PluginRemarks {
  let stage: String
  /// The words that its spec has for decisions.
  let choices: [String]
  let places: ShownPlaces
  /// How many articles a segmenting stage has just found; its remarks are about those. Nil for other stages.
  let found: Int?
  /// The names of all lines, once a merge has named one.
  private var lineNames: Set<String>?

  init(stage: String, choices: [String], places: ShownPlaces, found: Int?) {
    self.stage = stage
    self.choices = choices
    self.places = places
    self.found = found
  }

  private static let subjects = ["page", "line", "article"]

  func decision(_ form: Form) throws -> Decision {
    try form.only(["choice", "reason", "confidence"] + Self.subjects)
    let choice = try form.required("choice")
    guard choices.contains(try choice.text()) else {
      throw choice.unknownWord(
        try choice.text(), among: choices.isEmpty ? ["none, since its spec has no choices"] : choices)
    }
    return Decision(
      stage: stage, subject: try subject(form), choice: try choice.text(), reason: try form.required("reason").words(),
      confidence: try form["confidence"]?.share())
  }

  func flag(_ form: Form) throws -> Flag {
    try form.only(["code", "count", "note"] + Self.subjects)
    let count = try form["count"]?.integer() ?? 1
    guard count >= 1 else { throw try form.required("count").fault("is at least 1, not \(count)") }
    return Flag(
      code: try form.required("code").name(.kebab), subject: try subject(form), count: count,
      note: try form["note"]?.text())
  }

  func drop(_ form: Form) throws -> Ledger.Entry {
    try form.only(["line", "reason"])
    return Ledger.Entry(
      line: try form.required("line").lineRef(places), stage: stage,
      fate: .dropped(reason: try form.required("reason").words()))
  }

  mutating func merge(_ form: Form) throws -> Ledger.Entry {
    try form.only(["line", "into"])
    let line = try form.required("line").lineRef(places)
    let into = try form.required("into")
    let name = try lineName(into)
    guard name != places.issue.lineName(line) else { throw into.fault("is another line than the one that is merged") }
    return Ledger.Entry(line: line, stage: stage, fate: .merged(into: name))
  }

  /// A line as `[page, line]`, or by the name that the outputs have for it.
  private mutating func lineName(_ form: Form) throws -> String {
    guard case .string(let name) = form.value else { return places.issue.lineName(try form.lineRef(places)) }
    let known = lineNames ?? places.issue.lineNames
    lineNames = known
    guard known.contains(name) else {
      throw form.fault("is a line as [page, line], or the name of one, and the document has no line '\(name)'")
    }
    return name
  }

  /// At most one of the members that say what a remark is about; the document if there is none.
  private func subject(_ form: Form) throws -> Subject {
    guard Self.subjects.count(where: { form[$0] != nil }) <= 1 else {
      throw form.fault("is about one thing: \(Self.subjects.joined(separator: ", "))")
    }
    if let page = form["page"] { return .page(try page.index(below: places.lineCounts.count, "pages")) }
    if let line = form["line"] { return .line(try line.lineRef(places)) }
    if let article = form["article"] {
      return .article(try found.map { try article.index(below: $0, "articles") } ?? article.shownArticle(places))
    }
    return .issue
  }
}
