/// OP4xx: what writers say.
extension DiagnosticCode {
  public static let cannotWrite = DiagnosticCode(
    "OP401", "A file cannot be written",
    """
    The system refused to write the file: the folder is read-only, the disk is full, or a part of the path is a \
    file. Files appear whole or not at all, so nothing half-written is left.
    """)
  public static let outputTaken = DiagnosticCode(
    "OP402", "A file would be written twice, or over an input",
    """
    A file of this name was already written in this run by another document, or is written by another writer or for \
    another article or page, and one would replace the other. Put more into the path, for example `${issue.id}`, \
    `${article.id}` or `${page.number}`. Or the file is one that the document was read from, which is never replaced: \
    write to another folder.
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
  public static let productInvalid = DiagnosticCode(
    "OP405", "A file is not valid by its schema",
    """
    The writer has `schema: check` (or names a schema), and a file that it made is not valid. The message has the words \
    of the validator and the line of the file that it means. The document is not exported; `on_error:` says what \
    becomes of it. If the schema is the right one for the format, this is a fault of Offprint or of a plugin: please \
    report it.
    """)
  public static let versionImpossible = DiagnosticCode(
    "OP406", "An item of an earlier delivery cannot be followed by a new version",
    """
    `versions:` names the delivery that was last handed on. A file of it is no item, or is missing though its package \
    names it, or has another guid than the item would have now (the authority changed), or is as late as the version \
    that would follow it. Nothing is guessed, since a version that was handed on cannot be taken back: the document is \
    not exported. Let `versions:` name the delivery as it was written, keep `authority`, and give `created` the time of \
    the new delivery.
    """)

  public static let issueTaken = DiagnosticCode(
    "OP407", "Two documents are issues of the same id",
    """
    Articles, records and items have ids that begin with the issue's, and two issues of one id would share them: \
    neither a catalogue nor the next delivery could tell them apart. The first is written, the second is not. If the \
    issue was delivered twice, leave one of the two out of `read: from:`. If they are different issues, their METS, or \
    the names of their files and folders, give them the same id: `offprint explain` of the reader says what it takes \
    the id from. A title and a date in the name of the folder tell issues apart.
    """)

  public static let leftBehind = DiagnosticCode(
    "OP408", "Files of earlier runs stay",
    """
    A run makes its files anew and takes away those that a document is no longer written into. Two kinds stay, since \
    nobody knows whether they are still wanted: files of documents that are not in the input any more, as when the \
    input is another part of the delivery or an issue was withdrawn; and files that documents shared, when no writer \
    writes into them any more. The message names them; delete what is not wanted.
    """)

  static let outputFamily: [DiagnosticCode] = [
    cannotWrite, outputTaken, writerSetting, itemUnsound, productInvalid, versionImpossible, issueTaken,
    leftBehind,
  ]
}
