import OffprintInterchange
import OffprintKit

/// Runs stages in child processes of the same program, one for each document in work at once, each used again.
///
/// The child gets the whole document and gives it back after the stage; what it gives is checked like anything that
/// comes from outside, and the engine adds up its lines as after any stage.
public struct ProcessIsolation: StageIsolating {
  /// The most bytes of data a child may have: some twenty times what a thick issue takes.
  public static let memory: UInt64 = 2 << 30

  private let channel: ProcessChannel
  private let numbers = Guarded(0)

  /// - Parameters:
  ///   - command: starts the program so that it serves stages with `StageServer`.
  ///   - memory: the most bytes of data each child may have.
  public init(command: [String], memory: UInt64 = Self.memory) {
    channel = ProcessChannel(command, in: nil, memory: memory, file: command.first ?? "")
  }

  public func isolated(_ stage: StageEntry, _ settings: [String: SettingInput]) throws -> AnyStage {
    // Made here too: so mistakes in its settings are found now, and its survey is known.
    isolated(try stage.make(settings), settings)
  }

  private func isolated(_ stage: AnyStage, _ settings: [String: SettingInput]) -> AnyStage {
    let survey = stage.survey?.wrapped { isolated($0, settings) }
    return AnyStage(spec: stage.spec, kind: stage.kind, survey: survey) { issue, selection, context in
      let request = StageRequest(
        number: nextNumber, stage: stage.spec.name, id: context.stage, settings: settings,
        keepsDecisions: context.keepsDecisions, pages: issue.pages.indices.filter { selection.pages(issue, $0) },
        articles: issue.articles.indices.filter { selection.articles(issue, $0) }, document: issue)
      switch try reply(to: request, until: context.deadline) {
      case .document(let after): issue = after
      case .failure(let messages): throw Diagnostics(messages)
      }
    }
  }

  private var nextNumber: Int {
    numbers.withLock { number in
      number += 1
      return number
    }
  }

  private func reply(to request: StageRequest, until moment: ContinuousClock.Instant?) throws -> StageReply {
    do {
      return try channel.ask(request.encode(), until: moment ?? .now + PluginTime.document, as: request.id) { bytes in
        try StageReply.decode(bytes, to: request.number)
      }
    } catch let message as Diagnostic {
      throw Self.message(message, of: request.id)
    }
  }

  /// The message of a plugin's process, said of a stage in a child process.
  private static func message(_ message: Diagnostic, of stage: String) -> Diagnostic {
    var message = message
    message.notes.removeAll { $0.label == "plugin" }
    message.summary = message.summary.replacing(
      "plugin '\(stage)'", with: "the process of stage '\(stage)'", maxReplacements: 1)
    return message
  }
}
