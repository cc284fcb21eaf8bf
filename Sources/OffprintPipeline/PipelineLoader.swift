import OffprintDiagnostics
import OffprintKit

/// Loads pipeline files.
public enum PipelineLoader {
  /// Reads, resolves and checks a pipeline file. All mistakes are found before it throws.
  ///
  /// - Parameters:
  ///   - variables: values for `vars:`, as from `--var name=value`; paths in them are meant relative to the
  ///     folder the command runs in.
  ///   - complete: false to check a file for which not all vars have values yet (`offprint check`, `offprint test`).
  /// - Returns: the pipeline, and warnings and notes.
  /// - Throws: `Diagnostics` with every mistake, in the order of the file.
  public static func load(
    _ file: String, variables: [String: String] = [:], complete: Bool = true, registry: Registry
  ) throws -> (pipeline: Pipeline, notes: [Diagnostic]) {
    let findings = Findings()
    let pipeline = findings.catching { () throws -> Pipeline? in
      let root = try PipelineExtension(findings: findings).root(of: file)
      return PipelineBinding(registry: registry, findings: findings, complete: complete)
        .pipeline(root, file: file, given: variables)
    }
    try Diagnostics(findings.sorted).throwIfErrors()
    guard let pipeline = pipeline.flatMap({ $0 }) else {
      throw Diagnostics([Diagnostic(.internalFault, "'\(file)' was refused without a reason")])
    }
    return (pipeline, findings.sorted)
  }
}
