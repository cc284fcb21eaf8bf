import OffprintDiagnostics
import OffprintKit

/// A file that is made of a file of records once all documents are in it.
///
/// It has its records' time of change: if it is there with that time, it is what they make, and is left alone. Made
/// anew are files that are gone, that somebody has changed, and those whose records have changed.
struct AssembledFile: Sendable {
  let records: String
  private let assembly: any RecordAssembling

  private static let ending = ".records"

  /// The file of records that a file is made of.
  static func records(of path: String) -> String { path + ending }

  init(records: String, _ assembly: any RecordAssembling) {
    self.records = records
    self.assembly = assembly
  }

  var path: String { String(records.dropLast(Self.ending.count)) }

  /// Makes the file, if need be. Gives what went wrong; the file that was there is then as it was.
  func make() -> [Diagnostic] {
    if let made = FileLook(at: path), made.changed == FileLook(at: records)?.changed { return [] }
    let part = TemporaryFiles.name(for: path)
    FileSystem.remove(part)
    do {
      try assembly.assemble(records, into: part)
      try FileSystem.setTime(of: part, asOf: records)
      try FileSystem.rename(part, to: path)
      return []
    } catch {
      FileSystem.remove(part)
      return (error as? FileSystem.Fault).map { [$0.message] } ?? Diagnostics.messages(of: error)
    }
  }
}
