import OffprintDiagnostics
import OffprintEngine

/// Shows what happens in a run while it happens.
///
/// `@unchecked Sendable`: the engine calls it by one thread at a time, as `RunEvent` says.
final class RunTeller: @unchecked Sendable {
  /// Messages of each severity that are shown in full; the rest are counted, and are all in `run.json`.
  private static let limit = 20

  private let console: Console
  private let renderer: ConsoleRenderer
  private var progress: Progress
  private var shown: [Severity: Int] = [:]
  private var withheld: [Severity: Int] = [:]

  init(_ console: Console, _ colour: ColourChoice) {
    self.console = console
    renderer = ConsoleRenderer(colour: colour.isOn(console))
    progress = Progress(isTerminal: console.errorIsTerminal)
  }

  func tell(_ event: RunEvent) {
    switch event {
    case .found(_, let files, let messages):
      progress.begin(files: files)
      show(messages)
    case .surveyed(let name, let done, let all):
      if let line = progress.due(survey: name, documents: done, of: all) { console.writeError(line) }
      return
    case .surveyEnded(_, let messages):
      show(messages)
      console.writeError(progress.erased())
    case .started: break
    case .finished(let document, let trace):
      if !trace.isEmpty { console.write(trace.map { $0.tabbed + "\n" }.joined()) }
      show(document.diagnostics)
      progress.count(document)
    case .ended(let record):
      // Messages of the listing were shown when it was found.
      if record.documents.isEmpty { show(record.diagnostics.filter { $0.severity == .error }) }
      console.writeError(progress.erased())
      tellWithheld()
      return
    }
    if let line = progress.due() { console.writeError(line) }
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
    if !parts.isEmpty { console.errorLine("\(parts.joined(separator: " and ")), all in run.json\n") }
  }
}
