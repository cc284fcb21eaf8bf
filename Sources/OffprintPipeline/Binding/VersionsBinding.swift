import OffprintDiagnostics
import OffprintKit

/// Binds `versions:` of writers: the delivery that was last handed on.
struct VersionsBinding {
  let settings: SettingsBinding
  let complete: Bool
  private var findings: Findings { settings.findings }

  /// The path of the writer below the folder that is named; nil if none is, or something does not suit.
  ///
  /// - Parameters:
  ///   - with: the writer's settings in the file.
  ///   - to: where the writer writes.
  func earlier(_ node: PipelineNode, with: PipelineNode?, to path: OutputPath, _ spec: WriterSpec) -> OutputPath? {
    guard findings.scalar(node, "versions") != nil, !settings.variables.isOpen(node),
      !settings.variables.text(of: node, findings).isEmpty
    else { return nil }
    guard spec.keepsVersions else {
      findings.add(
        Diagnostic(
          .valueUnsuited, "items of '\(spec.name)' have no versions", at: node.place, fix: "take out 'versions'"))
      return nil
    }
    let folder = settings.variables.path(of: node, findings)
    let before = findings.diagnostics.count
    if complete, PathKind.of(folder) != .folder {
      findings.add(
        Diagnostic(
          .pathMissing, "'\(folder)' is no folder that is there, which 'versions' names", at: node.place,
          fix: "name the folder that the last delivery was written to; leave it out for a first delivery"))
    }
    if FilePaths.resolve(folder, in: "") == FilePaths.resolve(path.fixedFolder, in: "") {
      findings.add(
        Diagnostic(
          .outputPathWrong, "'versions' names the folder that is written to", at: node.place,
          fix: "keep each delivery in a folder of its own, so that the last one stays as it was handed on"))
    }
    if path.pieces.contains(.field(.articleType)) {
      findings.add(
        Diagnostic(
          .outputPathWrong, "with 'versions', a path cannot name ${article.type}, which may change", at: node.place,
          fix: "let 'to' name ${article.id}"))
    }
    let layout = OutputLayout(path, below: folder)
    if complete, findings.diagnostics.count == before, !layout.hasFile {
      findings.add(Self.nothingThere(folder, layout, at: node.place))
    }
    let created = with?["created"]
    let isStated = created.map { settings.variables.isOpen($0) || !settings.variables.text(of: $0, findings).isEmpty }
    if isStated != true {
      findings.add(
        Diagnostic(
          .keyMissing, "with 'versions', a writer must be told when this delivery is made", at: node.place,
          fix: "add with: { created: 2026-03-01T12:00:00Z }"))
    }
    return path.moved(to: folder)
  }

  /// Each article would be a first version, under the guid of one that was handed on already.
  private static func nothingThere(_ folder: String, _ layout: OutputLayout, at place: SourcePlace) -> Diagnostic {
    Diagnostic(
      .pathMissing, "no earlier file is in '\(folder)', which 'versions' names", at: place,
      fix: "name the folder below which files lie as they do in 'to'; leave 'versions' out for a first delivery",
      notes: [.init("looked for", "\(folder)/\(layout.pattern)")])
  }
}
