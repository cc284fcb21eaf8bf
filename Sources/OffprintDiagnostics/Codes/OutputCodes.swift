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

  public static let writerSetting = DiagnosticCode(
    "OP403", "A setting of a writer has a value of the wrong form",
    """
    The value has the right type but not the form that the output needs: a date-time, a URI, or the domain and year \
    under which your institution names its items. The message shows the form. Nothing was written.
    """)
  public static let itemUnsound = DiagnosticCode(
    "OP404", "An item breaks a rule of its standard",
    """
    Before an item is handed on, the writer reads it back and checks what no schema sees: every code has a declared \
    scheme, every reference has its target, counts are right, a package names only items that are there. Something \
    did not hold, so the document is not exported. This is a fault of Offprint, or of a plugin that made articles \
    with equal ids. Please report it with the message. `self_check: false` writes the item as it is.
    """)

  static let outputFamily: [DiagnosticCode] = [cannotWrite, outputTaken, writerSetting, itemUnsound]
}
