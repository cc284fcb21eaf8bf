/// OP6xx: plugins that are loaded or run as processes, and documents on their way to and from them.
extension DiagnosticCode {
  public static let pluginBroken = DiagnosticCode(
    "OP601", "A plugin cannot be used",
    """
    A file in a plugin folder is no plugin of this version: a library without the three functions, one made for \
    another version of the interface, a manifest that cannot be read, a program that cannot be started, or one whose \
    description of its own parts is wrong. The message says which. Nothing is run until the file is mended or taken \
    out of the folder, since a pipeline would do other things without it. `offprint plugins verify` looks closer.
    """)
  public static let pluginAnswer = DiagnosticCode(
    "OP602", "A plugin gave an answer that cannot be used",
    """
    The plugin answered with something other than what it was asked for: no JSON, a line that the document does not \
    have, a role that does not exist, a member that is missing, or text of its own between the answers. The message \
    shows the place and what is allowed there. The document is not exported; the others go on. A plugin that is a \
    process must print nothing to standard output but its answers; standard error is free.
    """)
  public static let pluginEnded = DiagnosticCode(
    "OP603", "A plugin ended in the middle of its work",
    """
    The process of the plugin, or the child process of a stage with `isolate: process`, ended before it answered: it \
    crashed, was killed, took more memory than it may, or simply exited. The message shows how it ended and what it \
    said last. The document in hand is not exported; the next one gets a new process. A library that is loaded can \
    end the whole program: the run then stops with 75, and the same command goes on with it. With `isolate: process` \
    it costs one document.
    """)
  public static let pluginSilent = DiagnosticCode(
    "OP604", "A plugin did not answer in time",
    """
    The process of the plugin, or the child process of a stage with `isolate: process`, had not answered when the \
    time of the document was over: that of `run: { time_limit: … }`, else 60 seconds. It was killed. The document is \
    not exported; the next one gets a new process.
    """)
  public static let nameTaken = DiagnosticCode(
    "OP605", "A plugin brings a name that is there already",
    """
    A stage, check, writer or reader of the plugin is called as one that is built in or that another plugin brought. \
    Neither is replaced by the other, since a pipeline would then do different things on different machines. Rename \
    the part, or take one of the two plugins away. `offprint new plugin` refuses such a name, and one that its own \
    files need for something else, before it writes anything.
    """)
  public static let pluginFault = DiagnosticCode(
    "OP606", "A plugin could not do its work",
    """
    The plugin itself says that it could not work on the document; what it says is the message. The document is not \
    exported; the others go on.
    """)
  public static let storedDocument = DiagnosticCode(
    "OP607", "A stored document cannot be read",
    """
    The bytes are not a document as Offprint stores one, between its processes or in the quarantine: they were cut \
    short or changed, come from another version, or name pages, lines or words that they do not have.
    """)

  static let pluginFamily: [DiagnosticCode] = [
    pluginBroken, pluginAnswer, pluginEnded, pluginSilent, nameTaken, pluginFault, storedDocument,
  ]
}
