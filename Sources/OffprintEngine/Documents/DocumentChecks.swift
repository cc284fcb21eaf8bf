import OffprintDiagnostics
import OffprintModel
import OffprintPipeline

/// Asks the pipeline's checks about a finished document.
struct DocumentChecks: Sendable {
  let steps: [CheckStep]

  /// Warnings are added to the record.
  ///
  /// - Throws: `DocumentFailure`.
  func run(on issue: Issue, _ record: inout DocumentRecord) throws {
    for step in steps {
      let start = ContinuousClock.now
      defer { record.effort.append(.init(part: step.id, since: start, bytes: issue.textBytes)) }
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
      case .fail: throw DocumentFailure(at: step.id, [message])
      case .quarantine: throw DocumentFailure(at: step.id, [message], policy: .quarantine)
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
