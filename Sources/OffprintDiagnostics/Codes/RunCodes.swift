/// OP5xx and OP9xx: what the command and the engine say of a run as a whole.
extension DiagnosticCode {
  public static let nothingMatched = DiagnosticCode(
    "OP501", "There is nothing to work on",
    """
    The pattern of `read: { from: … }` matches no file, or the reader of the pipeline found no document among the \
    files. In a pattern `*` and `?` stand for characters of one name and `**` for any number of folders; hidden \
    files and `__MACOSX` are passed over. The command ends with 66, so that a script can tell an empty delivery \
    from a broken one.
    """)
  public static let testInput = DiagnosticCode(
    "OP502", "A test needs exactly one document",
    """
    The `path` of a test in a pipeline file must lead to one document of the pipeline's reader: one METS file, one \
    page, one folder that makes an issue.
    """)
  public static let unknownName = DiagnosticCode(
    "OP503", "There is no such name",
    """
    No stage, reader, writer, check or message code has this name. `offprint list` shows what there is, those of \
    plugins included.
    """)
  public static let fileExists = DiagnosticCode(
    "OP504", "A file is already there",
    """
    `offprint new` never replaces a file. Choose another name with `--output`, or move the old file away.
    """)
  public static let articleUnknown = DiagnosticCode(
    "OP505", "The document has no such article",
    """
    No article of the document has this id, and none has these words in its headline. Ids are those of the outputs: \
    they are made of the issue's id and the name of the article's first line, so another document, other stages or \
    other settings give others. The message lists the nearest articles, or all of them if none is near.
    """)
  public static let articleAmbiguous = DiagnosticCode(
    "OP506", "More than one article has these words in its headline",
    """
    `offprint why` tells of one article at a time. The message lists those whose headlines hold the words; give more \
    of the headline, or the id of the one that is meant.
    """)
  public static let documentAmbiguous = DiagnosticCode(
    "OP507", "More than one document where one is looked at",
    """
    The file, folder or pattern leads the pipeline's reader to several documents, as for a run, and the verb looks at \
    one. The message lists them. Name the one that is meant by its own file or folder, or by a pattern that its files \
    alone match.
    """)
  public static let runInProgress = DiagnosticCode(
    "OP508", "Another run is at work in the same folder or file",
    """
    The journal of the run's folder, or a file to which many documents are added, is held by another process. Two runs \
    in one place would write over each other. Wait until the other one has ended, stop it, or give this run a folder of \
    its own (`folder:` in the pipeline's `run:`) and files of its own (`to:` of its writers). Several runs may write \
    into one folder where each document has files of its own. When a process ends, in whatever way, what it held is \
    free again by itself.
    """)
  public static let runUnknown = DiagnosticCode(
    "OP509", "No run was made in this folder",
    """
    `offprint retry` needs the folder of a run, which holds its journal.jsonl, or its run.json. The folder is the one \
    that the run's summary names; a pipeline says it with `folder:` under `run:`, and else it is the folder of the \
    first writer.
    """)
  public static let noArticles = DiagnosticCode(
    "OP510", "Documents gave no article",
    """
    The pipeline looks for articles, and these documents were read and done without one: they have no text, or all of \
    it is furniture (running heads, mastheads, page numbers) or was dropped, as the run's account of its lines says. \
    For an empty back page that is right. If there is text to be had, `offprint run … --trace articles` prints why \
    each line is what it is; look also at the reader, at the language and at the settings of `segment-articles`.
    """)
  public static let internalFault = DiagnosticCode(
    "OP901", "A fault of Offprint itself",
    """
    Something happened that should not be possible. Please report it with the message and, if you can, the input.
    """)

  static let runFamily: [DiagnosticCode] = [
    nothingMatched, testInput, unknownName, fileExists, articleUnknown, articleAmbiguous, documentAmbiguous,
    runInProgress, runUnknown, noArticles, internalFault,
  ]
}
