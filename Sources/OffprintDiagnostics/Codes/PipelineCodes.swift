/// OP1xx: what the pipeline loader says of a pipeline file.
extension DiagnosticCode {
  public static let unknownKey = DiagnosticCode(
    "OP101", "A key that is not known",
    """
    A pipeline file holds only keys that mean something: one that is not known is an error, since a typo would \
    otherwise silently change nothing. The message lists the keys that are allowed in that place.
    """)
  public static let nameNotRegistered = DiagnosticCode(
    "OP102", "A stage, format or check that is not there",
    """
    The name is that of no registered stage, reader, writer or check. `offprint list` shows all of them. Stages of a \
    plugin are there only in a command that the plugin was built into.
    """)
  public static let unknownSetting = DiagnosticCode(
    "OP103", "A setting that is not known",
    """
    The stage, reader, writer or check has no setting of that name. `offprint explain NAME` lists its settings with \
    their types and defaults.
    """)
  public static let valueUnsuited = DiagnosticCode(
    "OP104", "A value that does not suit",
    """
    The value is not of the type that the key or setting declares, or out of its bounds. The type comes from the \
    declaration, never from the look of the value: `no` is a text for a language and false for a switch.
    """)
  public static let pipelineSyntax = DiagnosticCode(
    "OP105", "The file is not YAML",
    """
    The file could not be read as YAML. Common causes: a tab in the indent, a missing space after a colon, a text with \
    ': ' or '#' in it that needs quotes, a bracket or brace that is not closed.
    """)
  public static let unknownVariable = DiagnosticCode(
    "OP106", "A variable that is not declared",
    """
    `${name}` stands for a variable declared under `vars:`. Paths of writers may also name fields of the issue and the \
    article, such as `${issue.date}`. Write `$${` for a plain `${`.
    """)
  public static let variableMissing = DiagnosticCode(
    "OP107", "A variable without a value",
    """
    The variable has no default and got no value. Give it one on the command line with `--var NAME=VALUE`, or a \
    `default:` in the file.
    """)
  public static let pathMissing = DiagnosticCode(
    "OP108", "A file or folder is not there",
    """
    The variable or setting names a file or folder that does not exist, or is of the other kind. A path on the command \
    line is relative to the folder you are in; a path in a pipeline file is relative to that file.
    """)
  public static let facetMissing = DiagnosticCode(
    "OP109", "A stage stands too early",
    """
    Every stage says what it needs of a document and what it gives. Here a stage, check or writer needs something that \
    neither the reader nor an earlier stage gives. Move or add the stage that gives it.
    """)
  public static let conditionWrong = DiagnosticCode(
    "OP110", "A condition that cannot be read",
    """
    `when:` holds comparisons of documented fields (`page.language != "zh"`), joined by and, or, not and brackets. \
    Texts stand in quotes. Stages that work on whole issues may look at fields of the issue only.
    """)
  public static let limitWrong = DiagnosticCode(
    "OP111", "A limit that cannot be read",
    """
    A limit is a number, if need be with `at least` or `at most` before it and a unit after it: `0 lost`, \
    `at least 0.90`, `2%`, `50 issues`.
    """)
  public static let keyMissing = DiagnosticCode(
    "OP112", "A key that is needed",
    """
    The pipeline, or a part of it, lacks a key that it cannot do without.
    """)
  public static let keyTwice = DiagnosticCode(
    "OP113", "A key or an id stands twice",
    """
    A key may stand once in its place, and an id names one stage, check or writer. Otherwise one would silently win.
    """)
  public static let pipelineTooLarge = DiagnosticCode(
    "OP114", "The file is larger than any pipeline",
    """
    The file holds more values than a pipeline ever needs, usually because of aliases that multiply. It is refused.
    """)
  public static let outputPathWrong = DiagnosticCode(
    "OP115", "A path of a writer that cannot work",
    """
    The path names a field that is not there, or one that its products have not: `${article.id}` is for writers of \
    articles, `${page.name}` for writers of pages. Or the writer makes one file for each article or page, and the path \
    does not tell them apart.
    """)
  public static let wrongShape = DiagnosticCode(
    "OP116", "A list, a set of keys or a single value in the wrong place",
    """
    A key holds either a single value, a list (`- a`) or a set of keys (`a: b`). Here it holds another of the three.
    """)
  public static let extendsWrong = DiagnosticCode(
    "OP117", "A file that cannot be extended",
    """
    `extends:` names one pipeline file to start from. It must be there, must not extend this file in turn, and the ids \
    that the edits under `stages:` name must be its stages.
    """)
  public static let pipelineEmpty = DiagnosticCode(
    "OP118", "A file without a pipeline",
    """
    The file is empty. `offprint new pipeline NAME` writes one to start from.
    """)
  public static let publicationIncomplete = DiagnosticCode(
    "OP119", "A format asks for what nobody states",
    """
    Those who take the files want to know who issues them, under which terms, and by whose authority their ids are \
    unique. No source says so, and Offprint never invents it: state it under `publication:` of the pipeline (or in \
    the settings of the writer). Until then the files say openly that it is not stated.
    """)
  public static let schemaMissing = DiagnosticCode(
    "OP120", "A schema is not there",
    """
    `schema: check` at a writer has its files checked against the schema of their standard. Those schemas belong to \
    others and do not come with Offprint. Put them into a folder with an XML catalog, `catalog.xml`, that names the \
    local file for the address under which each is published, and name the folder by `schemas:` under `run:` of the \
    pipeline or by the environment variable OFFPRINT_SCHEMAS; `schema: FILE` names one file. Nothing is fetched from a \
    network.
    """)
  public static let schemaBroken = DiagnosticCode(
    "OP121", "A schema cannot be used",
    """
    The schema is no XML Schema and no RELAX NG grammar in XML, or includes something that is neither beside it nor in \
    the catalog. The message has the words of libxml2, which compiles it.
    """)

  static let pipelineFamily: [DiagnosticCode] = [
    unknownKey, nameNotRegistered, unknownSetting, valueUnsuited, pipelineSyntax, unknownVariable, variableMissing,
    pathMissing, facetMissing, conditionWrong, limitWrong, keyMissing, keyTwice, pipelineTooLarge, outputPathWrong,
    wrongShape, extendsWrong, pipelineEmpty, publicationIncomplete,
    schemaMissing, schemaBroken,
  ]
}
