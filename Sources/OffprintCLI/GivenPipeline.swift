import OffprintDiagnostics
import OffprintKit
import OffprintPipeline

/// The pipeline file that a verb was given: loaded, or refused with the status to end with.
enum GivenPipeline {
  struct Refusal: Error {
    var messages: [Diagnostic]
    var status: ExitStatus
  }

  static func load(
    _ file: String, variables: [String: String] = [:], complete: Bool, _ registry: Registry
  ) throws(Refusal) -> (pipeline: Pipeline, notes: [Diagnostic]) {
    do {
      _ = try SourceFile.head(file, count: 1)
    } catch {
      let messages = Diagnostics.messages(of: error).map { $0.code == .inputMissing ? .missing(file) : $0 }
      throw Refusal(messages: messages, status: .nothingToDo)
    }
    do {
      return try PipelineLoader.load(file, variables: variables, complete: complete, registry: registry)
    } catch {
      let messages = Diagnostics.messages(of: error)
      throw Refusal(messages: messages, status: status(of: messages))
    }
  }

  /// The file itself is wrong, or the command line around it.
  private static func status(of messages: [Diagnostic]) -> ExitStatus {
    let codes = Set(messages.filter { $0.severity == .error }.map(\.code))
    if codes == [.pathMissing] { return .nothingToDo }
    if codes.isSubset(of: [.variableMissing, .unknownVariable]), messages.allSatisfy({ $0.isOfCommandLine }) {
      return .usage
    }
    return .pipelineWrong
  }
}

extension Diagnostic {
  /// A value that the command line should have given, or gave to nothing.
  fileprivate var isOfCommandLine: Bool { code == .variableMissing || place == nil }
}
