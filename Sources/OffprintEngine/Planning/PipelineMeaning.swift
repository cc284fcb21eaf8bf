import OffprintKit
import OffprintPipeline

/// What a pipeline does, as names and values: everything that can change a byte of its outputs, and nothing else.
/// Comments, the order of keys, `--jobs` and how the run ends are no part of it.
///
/// Two runs with equal values give equal outputs for equal inputs. The key sums the values up.
struct PipelineMeaning: Sendable {
  /// Such as `stages.dehyphenate.min_evidence` and `2`.
  let values: [String: String]
  let key: String

  init(_ pipeline: Pipeline) {
    var values: [String: String] = [:]
    var files: [String: String] = [:]
    func add(_ part: String, _ name: String, _ meaning: PartMeaning) {
      values[part] = name
      values["\(part).plugin"] = meaning.plugin
      if !meaning.pluginFiles.isEmpty {
        values["\(part).plugin.files"] = meaning.pluginFiles.map { Self.content(of: $0, &files) }
          .joined(separator: ", ")
      }
      values["\(part).when"] = meaning.condition
      for (setting, value) in meaning.settings {
        values["\(part).\(setting)"] = meaning.paths.contains(setting) ? Self.content(of: value, &files) : value
      }
    }
    values["offprint"] = offprintVersion
    add("read", pipeline.read.format, pipeline.read.meaning)
    values["read.checksums"] = pipeline.read.checksums.rawValue
    for (name, value) in pipeline.read.publicationMeaning.settings { values["publication.\(name)"] = value }
    for step in pipeline.stages {
      add("stages.\(step.id)", step.stage.spec.name, step.meaning)
      if step.onError == .keepInput { values["stages.\(step.id).on_error"] = RunPolicy.OnError.keepInput.rawValue }
    }
    values["stages"] = pipeline.stages.map(\.id).joined(separator: ", ")
    for step in pipeline.checks {
      add("checks.\(step.id)", step.spec.name, step.meaning)
      values["checks.\(step.id).limit"] = "\(step.limit.bound.rawValue) \(step.limit.value)"
      values["checks.\(step.id).else"] = step.consequence.rawValue
    }
    for step in pipeline.writes {
      add("write.\(step.id)", step.format, step.meaning)
      values["write.\(step.id).to"] = FileSystem.absolute(step.to.written)
      values["write.\(step.id).versions"] = (step.earlier?.written).map(FileSystem.absolute)
      if let validator = step.validator {
        let files = validator.files.map { Self.content(of: $0, &files) }
        values["write.\(step.id).schema"] = files.isEmpty ? "built in" : files.joined(separator: ", ")
      }
    }
    self.values = values
    let lines = values.sorted { $0.key < $1.key }.map { "\($0.key)\u{0}\($0.value)\u{0}" }
    key = Digest(of: Array(lines.joined().utf8)).hex
  }

  /// The name of a file that a setting names, and a sum of what is in it, wherever it lies; the path for a folder, or
  /// where nothing is.
  private static func content(of path: String, _ known: inout [String: String]) -> String {
    if let content = known[path] { return content }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let content = (try? SourceFile.read(path)).map { "\(name) (\(Digest(of: $0).hex.prefix(8)))" } ?? path
    known[path] = content
    return content
  }

  /// What makes these values other than those of an earlier run, in order, such as
  /// `stages.dehyphenate.min_evidence from 2 to 3`.
  func changes(from old: [String: String]) -> [String] {
    Set(values.keys).union(old.keys).sorted().compactMap { name in
      switch (old[name], values[name]) {
      case (let before?, let now?): before == now ? nil : "\(name) from \(Self.shown(before)) to \(Self.shown(now))"
      case (nil, let now?): "\(name) is now \(Self.shown(now))"
      case (let before?, nil): "\(name) was \(Self.shown(before))"
      case (nil, nil): nil
      }
    }
  }

  private static func shown(_ value: String) -> String { value.isEmpty ? "nothing" : value }
}
