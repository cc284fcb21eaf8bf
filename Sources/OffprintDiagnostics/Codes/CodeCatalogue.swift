/// All codes that the built-in parts use, for `offprint explain CODE` and for the test that none is doubled.
public enum CodeCatalogue {
  public static let all: [DiagnosticCode] =
    (DiagnosticCode.pipelineFamily + DiagnosticCode.inputFamily + DiagnosticCode.stageFamily
    + DiagnosticCode.outputFamily + DiagnosticCode.runFamily + DiagnosticCode.pluginFamily)
    .sorted { $0.id < $1.id }

  public static func code(_ id: String) -> DiagnosticCode? {
    all.first { $0.id == id.uppercased() }
  }
}
