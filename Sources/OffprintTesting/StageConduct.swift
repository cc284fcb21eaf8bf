import OffprintKit

/// One stage and one document: what the stage does with it, checked.
struct StageConduct {
  let stage: AnyStage
  let document: String
  let before: Issue

  func failures() -> [Failure] {
    var after = before
    var again = before
    var quiet = before
    do {
      try stage.run(on: &after)
      try stage.run(on: &again)
      try stage.run(on: &quiet, keepsDecisions: false)
    } catch {
      return [SpecCheck.failure("a stage does not fail on any text", place, threw: error)]
    }
    var found = lineFailures(after) + decisionFailures(after) + labelFailures(after) + joinFailures(after)
    if fingerprint(of: after) != fingerprint(of: again) {
      let difference = textDiff(expected: fingerprint(of: after), actual: fingerprint(of: again))
      found.append(failure("a second run gives the same result", difference))
    }
    if fingerprint(of: after, withDecisions: false) != fingerprint(of: quiet, withDecisions: false) {
      found.append(failure("the result is the same when decisions are not kept", "it differs"))
    }
    return found
  }

  private var place: String { "'\(stage.spec.name)' on '\(document)'" }

  private func failure(_ rule: String, _ detail: String) -> Failure { Failure(rule, "\(place): \(detail)") }

  private func lineFailures(_ after: Issue) -> [Failure] {
    var found: [Failure] = []
    if before.pages.map(\.sourceLineCount) != after.pages.map(\.sourceLineCount) {
      found.append(failure("no line is lost", "pages hold another number of lines of the source"))
    }
    let balance = Ledger.balance(of: after)
    if !balance.isEven {
      let detail = "lost \(balance.lost.count), doubled \(balance.doubled.count), unknown \(balance.unknown.count)"
      found.append(failure("no line is lost", detail))
    }
    let unexplained = Ledger.unexplained(in: after, after: before.ledger.entries.count)
    if !unexplained.dropped.isEmpty {
      found.append(failure("a line is dropped for a reason", "\(unexplained.dropped.count) without one"))
    }
    if !unexplained.merged.isEmpty {
      let detail = "\(unexplained.merged.count) into what is no other line"
      found.append(failure("a line is merged into another line of the document", detail))
    }
    for (number, page) in after.pages.enumerated() {
      if page.flow == nil, stage.kind == .reflowing {
        found.append(failure("a reflowing stage gives each page a reading order", "page \(number + 1) has none"))
      }
      if let flow = page.flow, flow.lines.sorted() != Array(page.lines.indices) {
        found.append(failure("the reading order has every line of the page once", "page \(number + 1)"))
      }
    }
    return found
  }

  private func decisionFailures(_ after: Issue) -> [Failure] {
    let words = Set(stage.spec.choices.map(\.word))
    var found: Set<Failure> = []
    for decision in after.decisions.dropFirst(before.decisions.count) {
      if !words.contains(decision.choice) {
        found.insert(failure("decisions use only the words of the spec", "'\(decision.choice)'"))
      }
      if decision.reason.allSatisfy(\.isWhitespace) || decision.reason.hasSuffix(".") {
        found.insert(failure("a reason is a sentence without a full stop", "'\(decision.reason)'"))
      }
      if !isShare(decision.confidence) || !exists(decision.subject, in: after) {
        found.insert(failure("a decision is about something that exists, with a confidence of 0...1", "\(decision)"))
      }
    }
    for flag in after.flags.dropFirst(before.flags.count)
    where !SpecCheck.isKebabCase(flag.code) || flag.count < 1 || !exists(flag.subject, in: after) {
      found.insert(failure("a flag has a word in kebab-case, a count and a subject that exists", "\(flag)"))
    }
    return found.sorted { $0.description < $1.description }
  }

  private func labelFailures(_ after: Issue) -> [Failure] {
    after.articles.flatMap(\.labels).filter {
      $0.kind.isEmpty || $0.value.isEmpty || $0.source.isEmpty || !isShare($0.confidence)
    }.map { failure("a label has a kind, a value, a source and a confidence of 0...1", "\($0)") }
  }

  private func joinFailures(_ after: Issue) -> [Failure] {
    let runs = ReadingRuns.runs(of: after).map { run in run.filter { !after[line: $0].isEmpty } }
    let neighbours = Set(runs.flatMap { zip($0, $0.dropFirst()).map { [$0, $1] } })
    let wrong = after.joins.values.sorted { $0.first < $1.first }.first { join in
      !neighbours.contains([join.first, join.second]) || !isShare(join.confidence) || join.markLength < 0
        || join.markLength > after[line: join.first].utf8.count
    }
    return wrong.map { [failure("a join is of neighbouring lines, with a mark that is there", "\($0)")] } ?? []
  }

  private func isShare(_ value: Double?) -> Bool { value.map { (0...1).contains($0) } ?? true }

  private func exists(_ subject: Subject, in issue: Issue) -> Bool {
    switch subject {
    case .issue: true
    case .page(let index): issue.pages.indices.contains(index)
    case .line(let ref):
      issue.pages.indices.contains(ref.page) && issue.pages[ref.page].lines.indices.contains(ref.line)
    case .article(let index): issue.articles.indices.contains(index)
    }
  }
}
