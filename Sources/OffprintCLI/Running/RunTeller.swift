import OffprintDiagnostics
import OffprintEngine
import OffprintReport

/// Tells a run on the console as it happens, and as lines of events if somebody wants them: messages, decisions,
/// progress.
///
/// `@unchecked Sendable`: the engine calls it by one thread at a time, as `RunEvent` says.
final class RunTeller: @unchecked Sendable {
  /// Messages of each severity that are shown in full; the rest are counted, and are all in the journal.
  private static let limit = 20

  private let console: Console
  private let renderer: ConsoleRenderer
  private let start = ContinuousClock.now
  private var events: LineFile?
  /// Why the file of events could not be written to its end; empty if it could.
  private(set) var eventFaults: [Diagnostic] = []
  private var progress: Progress
  private var shown: [Severity: Int] = [:]
  private var withheld: [Severity: Int] = [:]
  /// Messages about the run that were shown when they came up.
  private var told: Set<Diagnostic> = []

  /// - Parameter events: where lines of events go; nil if nobody wants them.
  init(_ console: Console, _ colour: ColourChoice, events: LineFile? = nil) {
    self.console = console
    self.events = events
    renderer = ConsoleRenderer(colour: colour.isOn(console))
    progress = Progress(isTerminal: console.errorIsTerminal)
    if let line = progress.due(phase: "looking for documents") { console.writeError(line) }
  }

  func tell(_ event: RunEvent) {
    log(event)
    switch event {
    case .found(_, let files, let messages):
      progress.begin(files: files)
      told.formUnion(messages)
      show(messages)
    case .goesOn(let journal, let documents, let damaged): goOn(journal, documents, damaged)
    case .surveyed(let name, let done, let all):
      if let line = progress.due(survey: name, documents: done, of: all) { console.writeError(line) }
      return
    case .surveyEnded(_, let messages):
      told.formUnion(messages)
      show(messages)
      console.writeError(progress.erased())
    case .started: break
    case .finished(let document, let trace):
      if !trace.isEmpty { console.write(trace.map { $0.tabbed + "\n" }.joined()) }
      // What an earlier run has told already is told once.
      if !document.isAsBefore { show(document.diagnostics) }
      progress.count(document)
    case .ended(let record):
      show(record.diagnostics.filter { !told.contains($0) })
      console.writeError(progress.erased())
      tellWithheld()
      return
    }
    if let line = progress.due() { console.writeError(line) }
  }

  private func goOn(_ journal: String, _ documents: Int, _ damaged: Int) {
    let damage = damaged > 0 ? " (\(damaged) of its lines are damaged and do not count)" : ""
    console.writeError(progress.erased())
    console.errorLine(
      "going on with \(journal): \(documents) document\(documents == 1 ? "" : "s") known\(damage); --fresh starts over")
  }

  /// A log that can no longer be written is told of once, and is no reason to end the run.
  private func log(_ event: RunEvent) {
    guard let log = events else { return }
    do {
      try log.write(EventLine.text(of: event, at: start.duration(to: .now) / .seconds(1)))
    } catch {
      events = nil
      eventFaults = Diagnostics.messages(of: error)
      show(eventFaults)
    }
  }

  private func show(_ messages: [Diagnostic]) {
    for message in messages {
      guard shown[message.severity, default: 0] < Self.limit else {
        withheld[message.severity, default: 0] += 1
        continue
      }
      shown[message.severity, default: 0] += 1
      console.writeError(progress.erased() + renderer.render(message) + "\n\n")
    }
  }

  private func tellWithheld() {
    let parts = [Severity.error, .warning, .note].compactMap { severity in
      withheld[severity].map { "\($0) more \(severity.rawValue)\($0 == 1 ? "" : "s")" }
    }
    guard !parts.isEmpty else { return }
    console.errorLine("\(parts.joined(separator: " and ")), all in journal.jsonl")
    console.errorLine("")
  }
}
