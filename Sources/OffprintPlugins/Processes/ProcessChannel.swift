import OffprintInterchange
import OffprintKit

/// A plugin that is a program of its own.
struct ProcessChannel: PluginChannel {
  let file: String
  let files: [String]
  let attachment = PluginInfo.Attachment.process
  private let pool: ProcessPool
  private let command: [String]

  /// - Parameters:
  ///   - file: its manifest, for messages.
  ///   - memory: the most bytes of data it may have; nil for no limit.
  init(_ command: [String], in folder: String?, memory: UInt64?, file: String) {
    self.command = command
    self.file = file
    files = [file] + (folder.map { PluginFiles.sources(of: command, in: $0) } ?? [])
    pool = ProcessPool(command, in: folder, memory: memory)
  }

  func ask<Answer>(
    _ request: [UInt8], until moment: ContinuousClock.Instant, as plugin: String,
    read: ([UInt8]) throws -> Answer
  ) throws -> Answer {
    guard let frame = Frame.of(request) else {
      throw Diagnostic(.pluginAnswer, "plugin '\(plugin)': the document is too large to be sent to a process")
    }
    do {
      return try pool.exchange(frame, until: moment, read: read)
    } catch let failure as ProcessPool.Failure {
      throw Self.message(failure, plugin, command).noting("plugin", file)
    }
  }

  /// What went wrong, in words for the operator.
  private static func message(_ failure: ProcessPool.Failure, _ plugin: String, _ command: [String]) -> Diagnostic {
    var message =
      switch failure.fault {
      case .notStarted(let why):
        Diagnostic(.pluginBroken, "plugin '\(plugin)': '\(command.joined(separator: " "))' cannot be started: \(why)")
      case .noise(let bytes):
        Diagnostic(
          .pluginAnswer, "plugin '\(plugin)' wrote something to standard output that is no answer: \(shown(bytes))",
          fix: "print to standard error")
      case .ended(let how, let partial):
        Diagnostic(
          .pluginEnded,
          "plugin '\(plugin)' ended \(partial > 0 ? "in the middle of an answer" : "before it answered"): \(how)")
      case .silent: Diagnostic(.pluginSilent, "plugin '\(plugin)' did not answer in time and was ended")
      }
    if !failure.lastWords.isEmpty { message = message.noting("it said", failure.lastWords) }
    return message
  }

  /// The first bytes, as text if they are.
  private static func shown(_ bytes: [UInt8]) -> String {
    if String(validating: bytes.prefix(60), as: UTF8.self) != nil {
      return "'" + String(decoding: bytes.prefix(60), as: UTF8.self).replacing("\n", with: "\\n") + "'"
    }
    return "bytes " + bytes.prefix(12).map { String($0, radix: 16) }.joined(separator: " ")
  }
}
