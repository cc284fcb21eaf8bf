import COffprintPlugin
import OffprintInterchange
import OffprintKit

/// The other end of `ProcessIsolation`: takes documents through stages of the registry, one after the other, until its
/// standard input ends.
public enum StageServer {
  /// To be called by a program that is going to serve, before it starts or loads plugins: their processes end with it,
  /// it ends soon after nobody asks any more, also if it hangs, and nothing that they print gets between its answers.
  public static func begin() {
    StandardOutput.keep()
    offprint_service_begin()
  }

  /// Serves requests.
  ///
  /// - Returns: true if the input ended where a frame might have begun.
  public static func serve(_ registry: Registry) -> Bool {
    var made: [Part: AnyStage] = [:]
    var number = 0
    return FrameService.serve { bytes in
      number = 0
      let request = try StageRequest.decode(bytes)
      number = request.number
      return StageReply.document(try document(after: request, registry, &made)).encode(to: number)
    } failed: { messages in
      StageReply.failure(messages).encode(to: number)
    }
  }

  /// A stage with its settings is made once.
  private struct Part: Hashable {
    var stage: String
    var settings: [String: SettingInput]
  }

  private static func document(
    after request: StageRequest, _ registry: Registry, _ made: inout [Part: AnyStage]
  ) throws -> Issue {
    let part = Part(stage: request.stage, settings: request.settings)
    let stage = try made[part] ?? make(part, registry)
    made[part] = stage
    var issue = request.document
    let (pages, articles) = (Set(request.pages), Set(request.articles))
    try stage.run(
      on: &issue, as: request.id,
      selection: StageSelection(pages: { pages.contains($1) }, articles: { articles.contains($1) }),
      keepsDecisions: request.keepsDecisions)
    return issue
  }

  private static func make(_ part: Part, _ registry: Registry) throws -> AnyStage {
    guard let entry = registry.stages[part.stage] else {
      throw Diagnostic(.internalFault, "the child process has no stage '\(part.stage)'")
    }
    return try entry.make(part.settings)
  }
}
