import OffprintDiagnostics
import OffprintKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Binds `schema:` of writers: what their files are checked against.
struct SchemaBinding {
  let settings: SettingsBinding
  let source: (any SchemaSource)?
  /// The catalog of schemas, if one is named; else why there is none.
  private let catalog: String?
  private let isOpen: Bool
  private var findings: Findings { settings.findings }

  /// - Parameter node: `schemas:` under `run:`.
  init(settings: SettingsBinding, source: (any SchemaSource)?, _ node: PipelineNode?) {
    self.settings = settings
    self.source = source
    var path = getenv("OFFPRINT_SCHEMAS").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    isOpen = node.map(settings.variables.isOpen) ?? false
    if let node, !isOpen, settings.findings.scalar(node, "schemas") != nil {
      let named = settings.variables.path(of: node, settings.findings)
      path = named
      if PathKind.of(Self.catalog(of: named)) != .file {
        settings.findings.add(
          Diagnostic(
            .pathMissing, "'\(Self.catalog(of: named))' is not there, which 'schemas' names", at: node.place,
            fix: "a path in a file is relative to that file"))
      }
    }
    catalog = path.map(Self.catalog).flatMap { PathKind.of($0) == .file ? $0 : nil }
  }

  /// The catalog in a folder, or the one that is named itself.
  private static func catalog(of path: String) -> String {
    PathKind.of(path) == .folder ? path + "/catalog.xml" : path
  }

  /// What `schema:` asks for; nil if nothing, or if it cannot be had, with a message.
  func validator(_ node: PipelineNode, _ spec: WriterSpec, _ writer: (any ProductMaking)?) -> (any ProductValidating)? {
    guard findings.scalar(node, "schema") != nil, !settings.variables.isOpen(node), !isOpen else { return nil }
    let written = settings.variables.text(of: node, findings)
    guard written != "off", !written.isEmpty else { return nil }
    guard let source, spec.layout == .files else {
      findings.add(
        Diagnostic(
          .valueUnsuited, "'\(spec.name)' writes no XML that a schema could check", at: node.place,
          fix: "take out 'schema'"))
      return nil
    }
    return findings.catching(at: node.place) {
      if written != "check" {
        return try source.validator(by: settings.variables.path(of: node, findings), catalog: catalog)
      }
      guard writer?.isBySchema ?? true else {
        throw Diagnostic(
          .valueUnsuited, "the schema of '\(spec.name)' does not know files as these settings make them",
          at: node.place, fix: "take out 'schema', or change the form of the files",
          notes: [.init("more", "offprint explain \(spec.name)")])
      }
      guard let schema = spec.schema else {
        throw Diagnostic(
          .valueUnsuited, "'\(spec.name)' knows no schema of its own", at: node.place, fix: "name a file: schema: FILE")
      }
      return try source.validator(for: schema, catalog: catalog)
    }
  }
}
