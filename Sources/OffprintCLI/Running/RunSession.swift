import OffprintDiagnostics
import OffprintEngine
import OffprintPipeline
import OffprintReport

/// One run as the operator sees it: progress, messages, decisions, the record and the summary.
struct RunSession {
  private let console: Console
  private let colour: ColourChoice

  init(_ console: Console, _ colour: ColourChoice) {
    self.console = console
    self.colour = colour
  }

  /// Builds the survey of a stage and nothing else.
  func buildSurvey(_ pipeline: Pipeline, of stage: String, into path: String, _ options: RunOptions) -> ExitStatus {
    watchSignals(options)
    let teller = RunTeller(console, colour)
    let record = Engine(pipeline, options: options).buildSurvey(of: stage, into: path) { teller.tell($0) }
    let status = ExitStatus(record)
    guard status == .done, let survey = record.surveys.first else {
      if record.ending == .interrupted { console.errorLine("interrupted: nothing was written") }
      return status
    }
    for line in RunSummary.lines(of: record.surveys) { console.errorLine(line) }
    if survey.skipped == 0 { return .done }
    return survey.isBuilt ? .answerIsNo : .inputUnusable
  }

  private func watchSignals(_ options: RunOptions) {
    let console = console
    options.interruption.watchSignals {
      console.errorLine("")
      console.errorLine("interrupted: ending the documents in hand; once more to leave at once")
    }
  }

  /// - Parameter events: a file for lines of events; nil for none.
  func run(_ pipeline: Pipeline, _ options: RunOptions, events: String? = nil) -> ExitStatus {
    let log: LineFile?
    do {
      log = try events.map { try LineFile($0, replacing: EventLine.beginning) }
    } catch {
      console.show(Diagnostics.messages(of: error), colour)
      return .cannotWrite
    }
    var options = options
    options.filesBeside += events.map { [$0] } ?? []
    watchSignals(options)
    let teller = RunTeller(console, colour, events: log)
    var record = Engine(pipeline, options: options).run { teller.tell($0) }
    // Before the status is settled, so that the report says what the command ends with, and why.
    record.diagnostics += teller.eventFaults
    record.diagnostics += console.lostOutput().map { [$0] } ?? []
    var status = ExitStatus(record)
    var reportPath: String?
    // The report beside the journal is that of the run that holds it.
    if record.ending == .inUse {
      for line in RunSummary(record, reportPath: nil).lines { console.errorLine(line) }
      return status
    }
    do {
      let report = RunReport(record, exitCode: status.rawValue)
      try report.write()
      reportPath = report.path
    } catch {
      // Where nothing can be written, that has been said.
      if record.ending != .cannotWrite { console.show(Diagnostics.messages(of: error), colour) }
      status = status.afterLoss
    }
    for line in RunSummary(record, reportPath: reportPath).lines { console.errorLine(line) }
    return status
  }
}
