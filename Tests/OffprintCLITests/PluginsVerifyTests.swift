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
}
