import OffprintDiagnostics
import OffprintJSON
import OffprintKit
import OffprintModel

/// Records of the documents that were set aside: `quarantine/NAME.json` in the run's folder.
struct Quarantine: Sendable {
  private let folder: String
  /// Records of earlier runs are taken away when their document is well again.
  private let isThere: Bool
  private var taken: Set<String> = []

  init(runFolder: String) {
    folder = "\(runFolder)/quarantine"
    isThere = FileSystem.isFolder(folder)
  }

  /// Writes the record of one document: its input files, where it failed, and why.
  mutating func put(_ record: DocumentRecord, from source: DocumentSource) throws {
    let text = JSONText.object([
      ("schema", "1"),
      ("document", JSONText.string(record.name)),
      ("id", record.id.map(JSONText.string) ?? "null"),
      ("stage", record.failedAt.map(JSONText.string) ?? "null"),
      ("files", JSONText.array(source.files.map(JSONText.string))),
      ("diagnostics", JSONText.array(record.diagnostics.map(JSONRenderer().render))),
    ])
    try WholeFile.write(Array((text + "\n").utf8), to: path(for: record.name))
  }

  /// Takes away what an earlier run has left of a document.
  mutating func clear(_ name: String) {
    let path = path(for: name)
    if isThere { FileSystem.remove(path) }
  }

  /// Names are made fit for files; where two come out the same, the later is numbered.
  private mutating func path(for name: String) -> String {
    let plain = Issue.identifier(name)
    var fresh = plain
    var next = 2
    while !taken.insert(fresh).inserted {
      fresh = "\(plain)-\(next)"
      next += 1
    }
    return "\(folder)/\(fresh).json"
  }
}
