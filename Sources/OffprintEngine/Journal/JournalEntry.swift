import OffprintDiagnostics
import OffprintKit
import OffprintPipeline

/// What the journal knows of one document: what it was made of, what became of it, and what was written of it.
struct JournalEntry: Sendable {
  /// By this the document is found again.
  var identity: String
  /// Key of the settings it was done with.
  var settings: String
  /// When it was done, in nanoseconds since 1970.
  var noted: Int
  var record: DocumentRecord
  /// Every file that was read for it, by its absolute path.
  var inputs: [FileStamp]
  /// Files that were looked for and were not there, by their absolute paths.
  var missing: [String] = []
  /// Files of its own.
  var outputs: [WrittenFile]
  /// Its parts of shared files.
  var ranges: [WrittenRange]

  /// The name of the pipeline, since several may write into one folder, the absolute path of the document's main file,
  /// and its name where that is another.
  static func identity(of source: DocumentSource, in pipeline: Pipeline) -> String {
    let main = FileSystem.absolute(source.files.first ?? source.root)
    return "\(pipeline.name): \(main)" + (main.hasSuffix("/\(source.name)") ? "" : "#\(source.name)")
  }

  /// A file that holds products of this document only.
  struct WrittenFile: Hashable, Sendable {
    var writer: String
    var stamp: FileStamp
    /// How many of the writer's products it is made of.
    var pieces: Int
  }

  /// Where the products of the document stand in a file that others have a part in.
  struct WrittenRange: Hashable, Sendable {
    var writer: String
    var path: String
    var offset: Int
    var count: Int
    var digest: Digest
    var pieces: Int
  }
}

extension DocumentRecord {
  /// Counts what each writer has written of the document.
  mutating func count(_ outputs: [JournalEntry.WrittenFile], _ ranges: [JournalEntry.WrittenRange]) {
    written = []
    func add(_ writer: String, files: Int, _ pieces: Int) {
      let index = written.firstIndex { $0.writer == writer } ?? written.endIndex
      if index == written.endIndex { written.append(.init(writer: writer)) }
      written[index].files += files
      written[index].records += pieces
    }
    for file in outputs { add(file.writer, files: 1, file.pieces) }
    for range in ranges { add(range.writer, files: 0, range.pieces) }
  }
}
