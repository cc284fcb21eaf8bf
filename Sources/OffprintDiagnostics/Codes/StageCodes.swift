/// OP3xx: what the engine and the stages say while a document is worked on.
extension DiagnosticCode {
  public static let linesLost = DiagnosticCode(
    "OP301", "Lines were lost or doubled",
    """
    After a stage the lines of the document no longer add up: each line that was read must be in an article, be \
    furniture, be merged into a line that is named, or be dropped with a reason, and once only. A drop without a \
    reason counts as a line that is lost, and so does a merge into a line that the document does not have. The stage \
    named is at fault, often a plugin. The document is not exported.
    """)
  public static let stageFailed = DiagnosticCode(
    "OP302", "A stage failed",
    """
    The stage named could not finish this document. The document is not exported; the others go on.
    """)
  public static let checkFailed = DiagnosticCode(
    "OP303", "A check was not met",
    """
    The document was read and worked on, but a check of the pipeline found it short of its limit. What happens then \
    is what the check's `else` says.
    """)
  public static let timeLimit = DiagnosticCode(
    "OP304", "A document took too long",
    """
    The document was still being worked on after the time that `run: { time_limit: … }` allows. It is not exported.
    """)

  public static let wordListBroken = DiagnosticCode(
    "OP311", "A line of a word list cannot be used",
    """
    A stage was given a file of words or phrases of your own, and the line shown has not the form that the stage \
    reads, or names something it does not know. `offprint explain STAGE` shows the form. Nothing is run until the file \
    is mended, since a list that is used in part would give results that nobody could explain.
    """)

  public static let libraryMissing = DiagnosticCode(
    "OP312", "A library of the system is not there",
    """
    The pipeline asks for something that Offprint does with a library of the system, and this machine does not have \
    it. The message names the package to install; `offprint list libraries` shows which were found. Nothing is run \
    without it, since the same pipeline would give other results on another machine.
    """)
  public static let dictionaryMissing = DiagnosticCode(
    "OP313", "A dictionary is not there",
    """
    The pipeline asks for the words of a language, and this machine has no dictionary of it, or one that cannot be \
    used. The message names the package to install or the folders that were searched; `offprint list libraries` shows \
    the dictionaries that were found.
    """)

  public static let modelBroken = DiagnosticCode(
    "OP314", "A model cannot be used",
    """
    A stage was given a file that is no model that this version can read: another file, one that was cut short, or one \
    of a version that measures other things. Nothing is run. `offprint train articles` writes a model from your own \
    marked issues; without `model:` the one that comes with Offprint is used.
    """)

  static let stageFamily: [DiagnosticCode] = [
    linesLost, stageFailed, checkFailed, timeLimit, wordListBroken, libraryMissing, dictionaryMissing,
    modelBroken,
  ]
}
