import OffprintInterchange
import OffprintJSON
import OffprintKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Speaks with one plugin: asks what it is, and gives it documents.
struct PluginHost: Sendable {
  let channel: any PluginChannel
  private let numbers = Guarded(0)

  init(_ channel: any PluginChannel) { self.channel = channel }

  /// What the plugin says of itself.
  ///
  /// - Throws: a `Diagnostic`, `OP601` if the plugin is unfit.
  func describe() throws -> PluginDescription {
    let name = PluginFiles.name(of: channel.file)
    do {
      let answer = try ask(name, code: .pluginBroken, until: .now + PluginTime.description) { json in
        json.member("do", "describe")
      }
      return try PluginDescription(answer)
    } catch let message as Diagnostic {
      var message = message.noting("plugin", channel.file)
      message.place = message.place ?? SourcePlace(file: channel.file)
      throw message
    }
  }

  /// Gives documents to one part of the plugin, all in one request, and gives its answer for each.
  ///
  /// - Parameters:
  ///   - part: `stage`, `check` or `writer`, and its name.
  ///   - documents: each writes its view.
  ///   - moment: when the time of the documents is up; nil for 60 seconds from now.
  func process(
    _ part: (kind: String, name: String), of plugin: String, settings: [(name: String, content: SettingContent)],
    until moment: ContinuousClock.Instant?, documents: [(inout JSONWriter) -> Void]
  ) throws -> [Form] {
    let folder = WorkingFolder.path
    let answer = try ask(plugin, code: .pluginAnswer, until: moment ?? .now + PluginTime.document) { json in
      json.member("do", "process")
      json.member(part.kind, part.name)
      json.key("settings")
      json.object { json in
        for setting in settings {
          json.key(setting.name)
          json.value(setting.content.json(in: folder))
        }
      }
      json.key("documents")
      json.array { json in documents.forEach { $0(&json) } }
    }
    return try answer.results(documents.count)
  }

  /// One request and its answer, which must be JSON, and the answer to this request.
  private func ask(
    _ plugin: String, code: DiagnosticCode, until moment: ContinuousClock.Instant,
    _ request: (inout JSONWriter) -> Void
  ) throws -> Form {
    let number = numbers.withLock { number in
      number += 1
      return number
    }
    var json = JSONWriter()
    json.object { json in
      json.member("offprint", 1)
      json.member("request", number)
      request(&json)
    }
    return try channel.ask(json.bytes, until: moment, as: plugin) { bytes in
      try Form.answer(bytes, to: number, of: plugin, code: code)
    }
  }
}
