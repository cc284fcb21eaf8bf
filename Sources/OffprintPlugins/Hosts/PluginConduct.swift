import OffprintInterchange
import OffprintJSON
import OffprintKit

/// What any plugin outside of the program must take, whatever its parts do: requests that it does not understand, the
/// same question twice, and several documents in one request.
public enum PluginConduct {
  /// What the plugin of a file does not take, a sentence for each; empty if all is well.
  public static func faults(of file: String) -> [String] {
    do {
      let channel = try PluginLoader.channel(file)
      let host = PluginHost(channel)
      let description = try host.describe()
      return nonsense(channel, host) + second(host, description) + batches(host, description)
    } catch {
      return Diagnostics.messages(of: error).map(\.summary)
    }
  }

  /// It may answer with an error or end, but not hang, and the next request must be answered as ever.
  private static func nonsense(_ channel: any PluginChannel, _ host: PluginHost) -> [String] {
    let requests = ["", "{", "[]", #"{"offprint":1,"request":1}"#, #"{"offprint":1,"request":2,"do":"dance"}"#]
    var faults: [String] = []
    for request in requests {
      do {
        try channel.ask(Array(request.utf8), until: .now + PluginTime.description, as: channel.file) { _ in }
      } catch {
        if Diagnostics.messages(of: error).contains(where: { $0.code == .pluginSilent }) {
          faults.append("the request '\(request)' was not answered")
        }
      }
      if (try? host.describe()) == nil { faults.append("after the request '\(request)' it does not say what it is") }
    }
    return faults
  }

  private static func second(_ host: PluginHost, _ description: PluginDescription) -> [String] {
    guard let again = try? host.describe() else { return ["it does not say what it is when asked again"] }
    let same =
      again.name == description.name && again.version == description.version
      && again.stages.map(\.spec.name) == description.stages.map(\.spec.name)
      && again.stages.map(\.settings) == description.stages.map(\.settings)
    return same ? [] : ["it says something else when asked again what it is"]
  }

  /// The answers to three documents in one request are those to each alone.
  private static func batches(_ host: PluginHost, _ description: PluginDescription) -> [String] {
    description.stages.flatMap { part -> [String] in
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
          ? [] : ["'\(part.spec.name)' answers otherwise when it gets several documents at once"]
      } catch {
        return Diagnostics.messages(of: error).map(\.summary)
      }
    }
  }
}
