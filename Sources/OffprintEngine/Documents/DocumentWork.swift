import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintPipeline

/// Everything about one document that needs no other: reading, stages, checks, and the bytes to be written.
struct DocumentWork: Sendable {
  let pipeline: Pipeline
  let trace: TraceSelection?

  struct Result: Sendable {
    var record: DocumentRecord
    var source: DocumentSource
    var products: [PlacedProduct] = []
    var trace: [TraceLine] = []
  }

  /// Never throws: what goes wrong is part of the result, and a document that failed has no products.
  func result(of source: DocumentSource, index: Int) -> Result {
    var result = Result(record: DocumentRecord(index: index, name: source.name), source: source)
    do {
      try work(on: source, &result)
    } catch {
      result.products = []
      result.record.fail(error as? DocumentFailure ?? DocumentFailure(at: "run", Diagnostics.messages(of: error)))
    }
    return result
  }

  private func work(on source: DocumentSource, _ result: inout Result) throws {
    let deadline = Deadline(seconds: pipeline.run.timeLimit)
    var issue = try read(source, &result.record)
    defer { settle(issue, &result) }
    let stages = StageSequence(steps: pipeline.stages, deadline: deadline, keepsDecisions: trace != nil)
    try stages.run(on: &issue)
    try check(issue, &result.record)
    let placement = ProductPlacement(writes: pipeline.writes, inputs: source.files)
    var finished = issue
    // Decisions are kept only when somebody asks for them, so no output may depend on them.
    finished.decisions = []
    result.products = try placement.products(for: finished)
    try deadline.check(after: "write")
  }

  private func read(_ source: DocumentSource, _ record: inout DocumentRecord) throws -> Issue {
    var context = ReadContext()
    defer { record.diagnostics += context.warnings.map { $0.noting("document", source.name) } }
    do {
      let issue = try pipeline.read.reader.read(source, &context)
      record.id = issue.id
      record.pages = issue.pages.count
      record.lines.read = issue.pages.reduce(0) { $0 + $1.lines.count }
      return issue
    } catch {
      throw DocumentFailure(at: "read", "reader", threw: error)
    }
  }

  /// The figures are those of the moment, also of a document that failed.
  private func settle(_ issue: Issue, _ result: inout Result) {
    result.record.lines = LineFigures(of: issue)
    result.record.articles = issue.articles.count { $0.type != .furniture }
    result.record.count(issue.flags)
    guard let trace else { return }
    let stages = trace.stages(of: pipeline)
    result.trace = issue.decisions.filter { stages?.contains($0.stage) ?? true }.map { TraceLine($0, in: issue) }
  }

  private func check(_ issue: Issue, _ record: inout DocumentRecord) throws {
    for step in pipeline.checks {
      let measured: Double
      do {
        measured = try step.check.measure(issue)
      } catch {
        throw DocumentFailure(at: step.id, "check", threw: error)
      }
      guard !step.limit.holds(measured) else { continue }
      var message = Diagnostic(
        .checkFailed,
        "check '\(step.id)' found \(Self.figure(measured)) \(step.spec.unit), the limit is"
          + " \(step.limit.written)",
        notes: [.init("document", record.name)])
      switch step.consequence {
      case .warn:
        message.severity = .warning
        record.diagnostics.append(message)
      case .fail, .quarantine:
        throw DocumentFailure(at: step.id, [message], quarantines: step.consequence == .quarantine)
      }
    }
  }

  /// At most three decimals, none if there are none.
  static func figure(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "\(value)" }
    let thousandths = Int((value * 1000).rounded())
    let whole = thousandths / 1000
    guard thousandths % 1000 != 0 else { return "\(whole)" }
    var decimals = String(abs(thousandths % 1000) + 1000).dropFirst()
    while decimals.last == "0" { decimals.removeLast() }
    return (value < 0 && whole == 0 ? "-" : "") + "\(whole).\(decimals)"
  }
}
