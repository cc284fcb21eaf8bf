/// OP2xx: what readers say of the files they are given.
extension DiagnosticCode {
  public static let inputMissing = DiagnosticCode(
    "OP201", "An input is not there",
    """
    The file or folder that the pipeline reads does not exist, or its name is spelt differently. Names are case \
    sensitive. A relative path in a pipeline file is relative to that file; one on the command line is relative to \
    the folder you are in.
    """)
  public static let inputUnreadable = DiagnosticCode(
    "OP202", "A file cannot be read",
    """
    The file is there, but it cannot be read: its permissions, a folder, a pipe or a device in place of a file, or a \
    disk or network fault. The document it belongs to is not exported; the others go on. Mend the cause and run again.
    """)
  public static let xmlBroken = DiagnosticCode(
    "OP203", "An XML file is broken",
    """
    The file is not well-formed XML: it was cut off, an element is not closed, or bytes are damaged. The place is \
    where the parser gave up; the cause is at or before it. The document that the file belongs to is not exported, \
    since half a page would look like a whole one. Ask the deliverer for the file again.
    """)
  public static let xmlRefused = DiagnosticCode(
    "OP204", "An XML file asks for what is not allowed",
    """
    The file has a DOCTYPE: it declares a DTD, or entities of its own. Offprint never loads a DTD and never expands such entities: \
    they can pull in other files or grow without end. Remove the DOCTYPE line; ALTO and METS need none.
    """)
  public static let formatUnexpected = DiagnosticCode(
    "OP205", "A file is not of the expected format",
    """
    The pipeline's reader found something else than it reads: another root element, or text that is not UTF-8. \
    `offprint list readers` shows what each reader takes.
    """)
  public static let referenceBroken = DiagnosticCode(
    "OP206", "A reference leads nowhere",
    """
    The METS, DIDL or PAGE file names something that is not in the delivery. If it is a block, the reference has no \
    effect: all lines are read, and those that no division claims are left to the pipeline's stages. The same goes for a block \
    that a second division claims: it stays with the first. If it is a page file, the issue fails, since an issue \
    without a page would look like a whole one. Ask the deliverer for the file, or set `broken_pages: leave-out` in the reader's settings; the issue is then flagged `page-left-out`. \
    The text of an article that is not there costs nothing but its paragraphs. A file that nothing names is not read.
    """)
  public static let pathEscapes = DiagnosticCode(
    "OP207", "A reference leaves its delivery",
    """
    A METS file names a file outside of the folder that the pipeline reads, or on a drive, a server or the web; or a \
    file of a delivery is a link that leads out of that folder; or an archive has a file whose name leads out of it, or \
    a link. Offprint does not follow such a path, since a \
    delivery could otherwise bring any file of the machine into the outputs. Let `from:` name a folder that holds \
    both, or copy the files into the delivery's folder. Links inside of the folder that `from:` names are followed.
    """)
  public static let textReplaced = DiagnosticCode(
    "OP208", "Characters that no XML may hold were replaced",
    """
    The input has control characters, bytes that are not UTF-8, or bytes that mean nothing in the encoding that the \
    file says or seems to be in. Each was replaced, a control character by a space and the others by U+FFFD, whatever \
    the reader, counted and flagged with the document (`control-characters-replaced`, `invalid-utf8-replaced`, \
    `undefined-bytes-replaced`), since no XML file may hold them. Many replaced bytes mean that the file is in another encoding: for `text-pages` and `tagged-text` say \
    which with `encoding:`; convert others, for example with `iconv -f WINDOWS-1252 -t UTF-8`.
    """)
  public static let inputEmpty = DiagnosticCode(
    "OP209", "A file or a folder has nothing to read",
    """
    The file is empty, or the folder holds no file that the reader of the pipeline takes. \
    `offprint list readers` shows what each reader takes.
    """)
  public static let pageTooLarge = DiagnosticCode(
    "OP210", "A file is larger or deeper than any page",
    """
    The file breaks a limit that no newspaper page comes near: 128 MB, 256 elements inside each other, a text or an \
    attribute of 10 MB. It is refused so that one bad file cannot stop a whole batch.
    """)
  public static let inputNotUnderstood = DiagnosticCode(
    "OP211", "A file says something that is not understood",
    """
    The file has elements or values that its format does not know, or that contradict each other. Each kind is \
    counted and told once, with the place of the first. No text is lost by it: the note says what was kept. If the \
    count is large, look at the place with the deliverer: a program may write a dialect of its own.
    """)
  public static let inputChanging = DiagnosticCode(
    "OP212", "A file changes while it is read",
    """
    The size or the time of the file was another after it was read than before: somebody is still writing it, or a \
    delivery is still being copied. What was read could be half of the old and half of the new, so nothing of the \
    document is exported. Run again when the delivery is complete; `retry:` in the pipeline's `run:` does so a moment \
    later by itself.
    """)
  public static let publicationContradicted = DiagnosticCode(
    "OP213", "The source and the pipeline name different newspapers",
    """
    The source gives an ISSN, and the pipeline's `publication:` declares another. What the source says stands, unless \
    `overrule: [issn]` takes what is declared. Most often the delivery belongs to another pipeline; if the source is \
    wrong, overrule it.
    """)

  public static let archiveBroken = DiagnosticCode(
    "OP220", "An archive or a packed file cannot be unpacked",
    """
    A zip, a tar, or a file packed as .gz, .bz2, .xz or .zst is damaged, cut off, encrypted, or something else than \
    its name says. Of an archive whose end is missing nothing is read, since an issue of which pages are missing would \
    look like a whole one; one damaged file of a zip costs only the document that it belongs to. See what is left with \
    `unzip -t` or `tar -t`; ask the deliverer for the file again, or unpack it and let `from:` name the folder.
    """)
  public static let unpacksToTooMuch = DiagnosticCode(
    "OP221", "A file unpacks to more than is sensible",
    """
    A packed file would have more than 128 MB when it is unpacked, or 16 MB and more than 250 times what it has \
    packed; an archive would as a whole, or has more than a million files, or archives inside of archives more than \
    four deep. No newspaper comes near; files that are made to fill a machine do. If it is in order, unpack it yourself \
    and let `from:` name the folder.
    """)
  public static let inputTwice = DiagnosticCode(
    "OP222", "The same file is there twice",
    """
    An archive has two files of one name, of which the last counts, as with programs that unpack. Or a folder has a \
    page both as it is and packed (`0001.xml` and `0001.xml.gz`), or an archive and a folder of its name (`1903.zip` \
    and `1903`): what is not packed is read. Take away the one that is not meant.
    """)
  public static let checksumWrong = DiagnosticCode(
    "OP223", "A file is not the one that the delivery vouches for",
    """
    The delivery is a BagIt bag (RFC 8493), and the checksum of a file that was read is not the one in its manifest: \
    the file was changed or damaged after the bag was made. `checksums:` under the pipeline's `read:` says what becomes \
    of the document: `fail` (the default), `warn` (it is exported and flagged `checksum-wrong`) or `ignore`. Ask the \
    deliverer for the file again; if it was changed on purpose, the manifest must be made anew, for example with \
    `bagit.py`.
    """)
  public static let bagIncomplete = DiagnosticCode(
    "OP224", "A BagIt bag is not complete",
    """
    A manifest names files that are not there, there are files that it does not name, or it is itself missing, \
    unreadable or not as its tag manifest has it. The documents are read all the same, and what is missing of one is \
    told by its reader; but nobody vouches for files that no manifest names. Deliveries from which the images were \
    taken out are like this.
    """)

  static let inputFamily: [DiagnosticCode] = [
    inputMissing, inputUnreadable, xmlBroken, xmlRefused, formatUnexpected, referenceBroken, pathEscapes,
    textReplaced, inputEmpty, pageTooLarge, inputNotUnderstood, inputChanging,
    publicationContradicted,
    archiveBroken, unpacksToTooMuch, inputTwice, checksumWrong, bagIncomplete,
  ]
}
