/// OP4xx: what writers say.
extension DiagnosticCode {
  public static let cannotWrite = DiagnosticCode(
    "OP401", "A file cannot be written",
    """
    The system refused to write the file: the folder is read-only, the disk is full, or a part of the path is a \
    file. Files appear whole or not at all, so nothing half-written is left.
    """)
  public static let outputTaken = DiagnosticCode(
    "OP402", "Two documents would write the same file",
    """
    A file of this name was already written in this run by another document, and one would replace the other. Put \
    more of the issue into the path, for example `${issue.id}`.
    """)

  static let outputFamily: [DiagnosticCode] = [cannotWrite, outputTaken]
}
