import OffprintDiagnostics
import OffprintJSON
import OffprintKit
import OffprintModel
import OffprintPipeline

/// The documents that were set aside, each in a folder of its own under `quarantine/` in the run's folder: `record.json`
/// says where it failed and why, `input/` has links to its files, and `before-PART.json` the document as it was before
/// the part of the pipeline at which it failed.
struct Quarantine: Sendable {
  private let folder: String
  /// The run's own folder, which is there as long as its drive is.
  private let home: String
  private let state: StateBefore
  /// What earlier runs have left is taken away when its document is well again.
  private let isThere: Bool
  private var taken: Set<String> = []

  /// Where documents are set aside in a run's folder.
  static func folder(in home: String) -> String { "\(home)/quarantine" }

  init(_ pipeline: Pipeline) {
    home = pipeline.run.folder
    folder = Self.folder(in: home)
    state = StateBefore(pipeline: pipeline)
    isThere = FileSystem.isFolder(folder)
  }

  /// Sets a document aside.
  mutating func put(_ result: DocumentWork.Result) throws {
    let folder = folder(for: result.record.name)
    Self.clear(folder)
    let record = result.record
    let files = result.inputs.isEmpty ? result.source.files.map(FileSystem.absolute) : result.inputs.map(\.path)
    // A file in an archive cannot be linked to; its archive can.
    var linked: [String] = []
    for file in files.map(SourceTree.outermost) where linked.last != file { linked.append(file) }
    let json = JSONText.object([
      ("schema", "2"),
      ("document", JSONText.string(record.name)),
      ("id", record.id.map(JSONText.string) ?? "null"),
      ("stage", record.failedAt.map(JSONText.string) ?? "null"),
      ("files", JSONText.array(files.map(JSONText.string))),
      ("missing", JSONText.array(result.missing.map(JSONText.string))),
      ("diagnostics", JSONText.array(record.diagnostics.map(JSONRenderer().render))),
    ])
    try WholeFile.write(Array((json + "\n").utf8), to: "\(folder)/record.json", below: home)
    do throws(FileSystem.Fault) {
      try FileSystem.makeFolder("\(folder)/input", below: home)
      for (name, file) in Self.names(of: linked) { try FileSystem.link("\(folder)/input/\(name)", to: file) }
    } catch {
      throw error.message
    }
    if let part = record.failedAt, let state = state.json(of: result.source, before: part) {
      try WholeFile.write(state, to: "\(folder)/before-\(Issue.identifier(part)).json", below: home)
    }
  }

  /// A document that is quarantined still: its folder stays as it is.
  mutating func leave(_ name: String) { _ = folder(for: name) }

  /// Takes away what an earlier run has left of a document.
  mutating func clear(_ name: String) {
    let folder = folder(for: name)
    if isThere { Self.clear(folder) }
  }

  private static func clear(_ folder: String) {
    guard FileSystem.isFolder(folder) else { return }
    for name in (try? FolderWalk.names(in: "\(folder)/input")) ?? [] { FileSystem.remove("\(folder)/input/\(name)") }
    FileSystem.removeEmptyFolder("\(folder)/input")
    for name in (try? FolderWalk.names(in: folder)) ?? [] where name.hasSuffix(".json") {
      FileSystem.remove("\(folder)/\(name)")
    }
    FileSystem.removeEmptyFolder(folder)
  }

  /// The last name of each path; where two come out the same, the later is numbered.
  private static func names(of files: [String]) -> [(name: String, file: String)] {
    var taken: Set<String> = []
    return files.map { (fresh($0.split(separator: "/").last.map(String.init) ?? "input", &taken), $0) }
  }

  /// Names are made fit for files; where two come out the same, the later is numbered.
  private mutating func folder(for name: String) -> String {
    "\(folder)/\(Self.fresh(Issue.identifier(name), &taken))"
  }

  private static func fresh(_ name: String, _ taken: inout Set<String>) -> String {
    var fresh = name
    var next = 2
    while !taken.insert(fresh).inserted {
      fresh = "\(name)-\(next)"
      next += 1
    }
    return fresh
  }
}
