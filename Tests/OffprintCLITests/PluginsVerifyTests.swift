import OffprintFormats
import OffprintKit
import OffprintStages
import Testing

@Suite struct PluginsVerifyTests {
  /// With a plugin of two stages, of which the first hangs.
  private var registry: Registry {
    var registry = Registry()
    registry.add(BuiltinFormats.self)
    registry.add(BuiltinStages.self)
    let stages = ["label-a", "label-b"].map { name in
      let spec = StageSpec(name: name, summary: "Hangs", needs: [.articles], gives: [.labels], examples: [])
      return StageEntry(spec: spec, kind: .labelling, settings: []) { _ in
        AnyStage(spec: spec, kind: .labelling) { _, _, _ in throw Diagnostic(.pluginSilent, "no answer") }
      }
    }
    registry.add(
      AttachedPlugin(
        PluginInfo(name: "weather", summary: "Hangs", version: "1", attachment: .process), stages: stages))
    return registry
  }

  @Test func `after the first hang the other parts of a plugin are not tried, and are named`() {
    let run = CommandRun("plugins", "verify", registry: registry)
    #expect(run.status == 1)
    #expect(run.out.hasPrefix("weather 1\n  FAILED label-a (stage)\n"), "\(run.out)")
    #expect(run.out.contains("a part answers in time: 'label-a' on 'an empty page': OP604 no answer\n"))
    #expect(run.out.contains("           not tried after that: 'blank lines', "))
    #expect(run.out.hasSuffix("  not tried after that: label-b (stage)\n"))
  }

  @Test(arguments: [
    ("stages", "there is no plugin 'stages': that is a part of Offprint itself", ""),
    ("dehyphenate", "there is no plugin 'dehyphenate': that is a stage of Offprint itself", ""),
    ("alto", "there is no plugin 'alto': that is a reader of Offprint itself", ""),
    ("label-b", "there is no plugin 'label-b': that is a stage of plugin 'weather'", "did you mean 'weather'?"),
    ("wether", "there is no plugin 'wether'", "did you mean 'weather'?"),
  ])
  func `what is no plugin is not verified`(name: String, words: String, fix: String) {
    let run = CommandRun("plugins", "verify", name, registry: registry)
    #expect(run.status == 64)
    #expect(run.out.isEmpty)
    #expect(run.err.contains("error[OP503]: \(words)\n"), "\(run.err)")
    #expect(run.err.contains(fix.isEmpty ? "plugins: weather\n" : fix))
    #expect(!fix.isEmpty || !run.err.contains("did you mean"))
  }
}
