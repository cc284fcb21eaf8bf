import OffprintDiagnostics
import OffprintKit

/// Notes which files a document was read from, and what was in them.
final class InputWitness: Sendable {
  private struct Seen: Sendable {
    var stamps: [FileStamp] = []
    var paths: Set<String> = []
    var missing: [String] = []
    var bytes = 0
    var faults: [Diagnostic] = []
  }

  private let seen = Guarded(Seen())
  /// Nil where checksums are not looked at.
  private let bags: BagCheck?

  init(bags: BagCheck? = nil) { self.bags = bags }

  /// Carries out `body`; every file that it reads through `SourceFile` is noted.
  func watching<Result>(_ body: () throws -> Result) rethrows -> Result {
    let witness = SourceFile.Witness(
      saw: { path, look, bytes in
        let stamp = FileStamp(path: FileSystem.absolute(path), look: look, digest: Digest(of: bytes))
        if self.note(stamp, bytes: bytes.count), let fault = self.bags?.fault(of: path, bytes) {
          self.seen.withLock { $0.faults.append(fault) }
        }
      },
      missed: { path in
        self.seen.withLock { $0.missing.append(FileSystem.absolute(path)) }
      })
    return try SourceFile.$witness.withValue(witness, operation: body)
  }

  /// False if the file was seen before.
  @discardableResult
  private func note(_ stamp: FileStamp, bytes: Int) -> Bool {
    seen.withLock { seen in
      seen.bytes += bytes
      guard seen.paths.insert(stamp.path).inserted else { return false }
      seen.stamps.append(stamp)
      return true
    }
  }

  /// Files that the reader named and did not read belong to the document all the same.
  func add(named files: [String]) {
    let known = seen.withLock { $0.paths }
    for path in files.map(FileSystem.absolute) where !known.contains(path) {
      if let stamp = FileStamp(reading: path) { note(stamp, bytes: 0) }
    }
  }

  var stamps: [FileStamp] { seen.withLock { $0.stamps } }
  /// Files that are not those that their bag vouches for.
  var faults: [Diagnostic] { seen.withLock { $0.faults } }
  var missing: [String] { seen.withLock { $0.missing } }
  /// Bytes that were read.
  var bytes: Int { seen.withLock { $0.bytes } }
}
