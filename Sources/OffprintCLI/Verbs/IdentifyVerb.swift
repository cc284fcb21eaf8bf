import ArgumentParser
import OffprintDiagnostics
import OffprintKit

/// `offprint identify`: what files are, and what reads them.
struct IdentifyVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "identify",
    abstract: "Say what files are, which reader takes them, and what is unusual about them.",
    discussion: """
      Looks at files, and at all files in folders and archives, by their first bytes (METS files as a whole), and says \
      of each what it is, its version, dialect and maker, the reader that takes it, and what is odd: an encoding, no \
      namespace, no page size, a wrong suffix, no bytes at all. Of XML the first 64 KB are read as the reader reads \
      them, and a file must end with its root's end tag, unless it is packed: what is refused for a DOCTYPE, an \
      entity, a broken tag or a cut is said. Only a run sees faults that stand further inside. Files of one folder that are alike stand on \
      one line; --each has a line for every file. At the end it says how many issues each reader finds, and the \
      command that reads them. Nothing is written.

      With --format json there is one object with every file: path, kind, profile, use (text, companion, unusable, \
      unknown), reader, oddities and remark; and the documents with their next step.

      Ends with 0 if all files are read or belong to what is, with 1 if there are some that are broken, unknown or \
      without a reader, with 66 if a path is not there.

      Examples:
        offprint identify delivery
        offprint identify page.xml batch.zip
        offprint identify delivery --format json | jq '.files[] | select(.use == "unknown")'
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: ArgumentHelp("A file, a folder or an archive.", valueName: "path"))
  var paths: [String]

  @Option(help: "What to print: text (for people) or json (for scripts).")
  var format = Format.text

  @ArgumentParser.Flag(help: "A line for each file, also where files of a folder are alike.")
  var each = false

  @OptionGroup var global: GlobalOptions

  func perform(in surroundings: Surroundings) -> ExitStatus {
    let console = surroundings.console
    var files: [IdentifiedFile] = []
    var found: [FoundDocuments] = []
    var isMissing = false
    for path in paths {
      var identification = Identification(surroundings.registry)
      do {
        try identification.look(at: path)
      } catch {
        console.show(Diagnostics.messages(of: error), global.colour)
        isMissing = true
        continue
      }
      console.show(identification.messages, global.colour)
      files += identification.files
      found += FoundDocuments.found(at: path, identification.files, surroundings.registry)
    }
    switch format {
    case .json: console.write(IdentityJSON.text(files, found))
    case .text: Self.lines(files, found, listsAll: each).forEach(console.line)
    }
    if isMissing { return .nothingToDo }
    return files.contains(where: \.isUnread) ? .answerIsNo : .done
  }

  private static func lines(_ files: [IdentifiedFile], _ found: [FoundDocuments], listsAll: Bool) -> [String] {
    var lines = IdentityText(files, listsAll: listsAll).lines
    guard !files.isEmpty else { return ["no files"] }
    let unread = files.count { $0.isUnread }
    lines.append("")
    lines.append(
      "\(files.count == 1 ? "1 file" : "\(files.count) files"), \(unread == 0 ? "all known" : "\(unread) of them not read")"
    )
    for documents in found {
      let what = documents.count == 1 ? "1 document" : "\(documents.count) documents"
      lines.append("\(what) for \(documents.reader) in \(documents.path)")
      lines.append("  next: \(documents.next)")
    }
    return lines
  }
}
