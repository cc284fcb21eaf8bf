import OffprintInterchange
import OffprintJSON
import OffprintKit

/// Makes the parts that a plugin describes into parts as the registry has them.
struct AttachedParts {
  let host: PluginHost
  let description: PluginDescription

  var plugin: AttachedPlugin {
    let info = PluginInfo(
      name: description.name, summary: description.summary, version: description.version,
      attachment: host.channel.attachment, place: host.channel.file, files: host.channel.files)
    return AttachedPlugin(
      info, stages: description.stages.map(stage), checks: description.checks.map(check),
      writers: description.writers.map(writer))
  }

  private func stage(_ part: PluginDescription.StagePart) -> StageEntry {
    let (host, plugin) = (host, description.name)
    return StageEntry(spec: part.spec, kind: part.kind, settings: part.settings.map(\.description)) { values in
      if let missing = part.missing { throw missing }
      let settings = try SettingsBinder.bind(part.settings, values)
      return AnyStage(spec: part.spec, kind: part.kind) { issue, selection, context in
        let view = DocumentView(
          wants: part.wants, pages: issue.pages.indices.filter { selection.pages(issue, $0) },
          articles: issue.articles.indices.filter {
            issue.articles[$0].type != .furniture && selection.articles(issue, $0)
          })
        let isIdle = part.kind.scope == .page ? view.pages.isEmpty : part.kind == .labelling && view.articles.isEmpty
        guard !isIdle else { return }
        let results = try host.process(
          ("stage", part.spec.name), of: plugin, settings: settings, until: context.deadline,
          documents: [{ [issue] json in view.write(issue, to: &json) }])
        for result in results {
          try StageResult(result, of: part, stage: context.stage, for: issue, view).apply(to: &issue, &context)
        }
      }
    }
  }

  private func check(_ part: PluginDescription.CheckPart) -> CheckEntry {
    let (host, plugin) = (host, description.name)
    return CheckEntry(spec: part.spec, settings: part.settings.map(\.description)) { values in
      AttachedCheck(host: host, plugin: plugin, part: part, settings: try SettingsBinder.bind(part.settings, values))
    }
  }

  private func writer(_ part: PluginDescription.WriterPart) -> WriterEntry {
    let (host, plugin) = (host, description.name)
    return WriterEntry(spec: part.spec, settings: part.settings.map(\.description)) { values in
      AttachedWriter(host: host, plugin: plugin, part: part, settings: try SettingsBinder.bind(part.settings, values))
    }
  }
}

/// A check of a plugin, its settings bound.
private struct AttachedCheck: Measuring {
  let host: PluginHost
  let plugin: String
  let part: PluginDescription.CheckPart
  let settings: [(name: String, content: SettingContent)]

  func measure(_ issue: Issue) throws -> Double {
    let view = DocumentView(of: issue, wants: part.wants)
    let results = try host.process(
      ("check", part.spec.name), of: plugin, settings: settings, until: nil,
      documents: [{ view.write(issue, to: &$0) }])
    return try results.first?.figure(of: part.spec.name) ?? .nan
  }
}

/// A writer of a plugin, its settings bound.
private struct AttachedWriter: ProductMaking {
  let host: PluginHost
  let plugin: String
  let part: PluginDescription.WriterPart
  let settings: [(name: String, content: SettingContent)]

  var unit: ProductUnit { part.unit }

  func products(for issue: Issue) throws -> [Product] {
    let view = DocumentView(of: issue, wants: part.wants)
    let results = try host.process(
      ("writer", part.spec.name), of: plugin, settings: settings, until: nil,
      documents: [{ view.write(issue, to: &$0) }])
    return try results.flatMap { try $0.products(of: part.spec.name, part.unit, for: issue) }
  }
}
