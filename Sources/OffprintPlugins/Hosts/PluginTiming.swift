import OffprintInterchange
import OffprintJSON
import OffprintKit

/// How long a plugin takes for a document: the way there, its work, and the way back, checked and read.
public enum PluginTiming {
  /// The least time a document over a number of rounds, by the clock on the wall, since the work is done elsewhere.
  ///
  /// - Parameters:
  ///   - file: the plugin's library or manifest; its first stage is used, with its defaults.
  ///   - batch: how many documents go in one request.
  public static func secondsPerDocument(
    of file: String, _ document: Issue, batch: Int, rounds: Int
  ) throws -> Double {
    let host = PluginHost(try PluginLoader.channel(file))
    let description = try host.describe()
    guard let part = description.stages.first else { return .nan }
    let settings = try SettingsBinder.bind(part.settings, [:])
    let view = DocumentView(of: document, wants: part.wants)
    var least = Double.infinity
    for _ in 0..<rounds {
      let start = ContinuousClock.now
      let results = try host.process(
        ("stage", part.spec.name), of: description.name, settings: settings, until: nil,
        documents: (0..<batch).map { _ in { view.write(document, to: &$0) } })
      for result in results {
        var (after, context) = (document, StageContext(stage: part.spec.name))
        try StageResult(result, of: part, stage: part.spec.name, for: document, view).apply(to: &after, &context)
      }
      least = min(least, start.duration(to: .now) / .seconds(1) / Double(batch))
    }
    return least
  }
}
