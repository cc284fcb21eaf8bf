/// OP1xx: what the pipeline loader says of a pipeline file.
extension DiagnosticCode {
  static let pipelineFamily: [DiagnosticCode] = []
}
