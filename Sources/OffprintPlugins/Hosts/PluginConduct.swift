import OffprintInterchange
import OffprintJSON
import OffprintKit

/// What any plugin outside of the program must take, whatever its parts do: requests that it does not understand, the
/// same question twice, and several documents in one request.
public enum PluginConduct {
  /// What the plugin of a file does not take, a message for each; empty if all is well. The first request that it does
  /// not answer in time (`OP604`) is the last: each further one would take as long.
  public static func faults(of file: String) -> [Diagnostic] { faults(of: file, within: PluginTime.description) }

  /// - Parameter time: how long it may take to answer nonsense.
  static func faults(of file: String, within time: Duration) -> [Diagnostic] {
    do {
      let channel = try PluginLoader.channel(file)
      let host = PluginHost(channel)
      let description = try host.describe()
      let nonsense = nonsense(channel, host, within: time)
      if nonsense.contains(where: \.isSilence) { return nonsense }
      return nonsense + second(host, description) + batches(host, description)
    } catch {
      return Diagnostics.messages(of: error)
    }
  }

  /// It may answer with an error or end, but not hang, and the next request must be answered as ever.
  private static func nonsense(
    _ channel: any PluginChannel, _ host: PluginHost, within time: Duration
  ) -> [Diagnostic] {
    let requests = ["", "{", "[]", #"{"offprint":1,"request":1}"#, #"{"offprint":1,"request":2,"do":"dance"}"#]
    var faults: [Diagnostic] = []
    for (index, request) in requests.enumerated() {
      do {
        try channel.ask(Array(request.utf8), until: .now + time, as: channel.file) { _ in }
      } catch {
        if Diagnostics.messages(of: error).contains(where: \.isSilence) {
          let left = requests.dropFirst(index + 1).map { "'\($0)'" } + ["several documents at once"]
          return faults + [silence("the request '\(request)' was not answered", notTried: left)]
        }
      }
      if (try? host.describe()) == nil {
        faults.append(fault("after the request '\(request)' it does not say what it is"))
      }
    }
    return faults
  }

  private static func second(_ host: PluginHost, _ description: PluginDescription) -> [Diagnostic] {
    guard let again = try? host.describe() else { return [fault("it does not say what it is when asked again")] }
    let same =
      again.name == description.name && again.version == description.version
      && again.stages.map(\.spec.name) == description.stages.map(\.spec.name)
      && again.stages.map(\.settings) == description.stages.map(\.settings)
    return same ? [] : [fault("it says something else when asked again what it is")]
  }

  /// The answers to three documents in one request are those to each alone.
  private static func batches(_ host: PluginHost, _ description: PluginDescription) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    for part in description.stages {
      faults += batch(host, description, part)
      if faults.contains(where: \.isSilence) { break }
    }
    return faults
  }

  private static func batch(
    _ host: PluginHost, _ description: PluginDescription, _ part: PluginDescription.StagePart
  ) -> [Diagnostic] {
    let documents = ["one\ntwo", "", "three"].map { ExampleRun.document(.text($0), language: nil) }
    do {
      let settings = try SettingsBinder.bind(part.settings, [:])
      let writers = documents.map { issue in
        { (json: inout JSONWriter) in
          DocumentView(of: issue, wants: part.wants).write(issue, to: &json)
        }
      }
      func ask(_ some: [(inout JSONWriter) -> Void]) throws -> [JSONValue] {
        try host.process(
          ("stage", part.spec.name), of: description.name, settings: settings, until: nil, documents: some
        ).map(\.value)
      }
      let together = try ask(writers)
      let single = try writers.flatMap { try ask([$0]) }
      return together == single
        ? [] : [fault("'\(part.spec.name)' answers otherwise when it gets several documents at once")]
    } catch {
      return Diagnostics.messages(of: error)
    }
  }

  private static func fault(_ words: String) -> Diagnostic { Diagnostic(.pluginBroken, words) }

  private static func silence(_ words: String, notTried left: [String]) -> Diagnostic {
    Diagnostic(.pluginSilent, "\(words)\nnot tried after that: \(left.joined(separator: ", "))")
  }
}

extension Diagnostic {
  fileprivate var isSilence: Bool { code == .pluginSilent }
}
