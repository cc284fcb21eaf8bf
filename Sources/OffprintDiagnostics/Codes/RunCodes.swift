/// OP5xx and OP9xx: what the command and the engine say of a run as a whole.
extension DiagnosticCode {
  public static let internalFault = DiagnosticCode(
    "OP901", "A fault of Offprint itself",
    """
    Something happened that should not be possible. Please report it with the message and, if you can, the input.
    """)

  static let runFamily: [DiagnosticCode] = [internalFault]
}
