import OffprintDiagnostics
import OffprintKit
import OffprintPipeline

/// Holds the files that many documents add to for one run. A journal keeps two runs out of one folder; two with folders
/// of their own may still be led to one such file, and each would take the other's growing part for what an earlier run
/// has left.
///
/// Held is a hidden file beside the output, named after its path as the pipeline has it, fields and all. It is taken
/// away in the end; one that a killed run has left holds nothing, since the system gives locks free with the process.
struct OutputLocks {
  private struct Lock {
    var path: String
    var file: Int32
    /// The folder that was made for it, which goes with it if nothing else came into it.
    var folder: String?
  }

  private var locks: [Lock] = []

  /// - Throws: `OP508` if another run writes into one of the files. Where no lock can be had, none is needed: a folder
  ///   that cannot be written will be told when something is written there, and some file systems know no locks.
  init(for writes: [WriteStep]) throws {
    var taken: Set<String> = []
    for step in writes where step.isShared {
      let path = Self.path(for: step.to)
      guard taken.insert(path).inserted else { continue }
      let made = Self.makeFolder(step.to.fixedFolder)
      do throws(FileSystem.Fault) {
        locks.append(Lock(path: path, file: try FileSystem.openLocked(path), folder: made))
      } catch {
        made.map(FileSystem.removeEmptyFolder)
        guard error.code == FileSystem.Fault.locked else { continue }
        release()
        throw Diagnostic.inUse(step)
      }
    }
  }

  /// Gives the files free for the next run.
  func release() {
    for lock in locks {
      FileSystem.remove(lock.path)
      FileSystem.closeQuietly(lock.file)
      lock.folder.map(FileSystem.removeEmptyFolder)
    }
  }

  /// Beside what is written, so that runs on other machines find it, too.
  private static func path(for output: OutputPath) -> String {
    let (written, folder) = (output.written, output.fixedFolder)
    let start = written.dropFirst(folder == "/" ? 0 : folder.count).drop { $0 == "/" }.startIndex
    return TemporaryFiles.name(of: written[start...], in: written[..<start], "lock")
  }

  /// Gives the folder if it was not there.
  private static func makeFolder(_ folder: String) -> String? {
    guard !folder.isEmpty, !FileSystem.isFolder(folder) else { return nil }
    try? FileSystem.makeFolder(folder)
    return folder
  }
}

extension Diagnostic {
  fileprivate static func inUse(_ step: WriteStep) -> Diagnostic {
    let file = RunRecord.Output(step).place
    return Diagnostic(
      .runInProgress, "another run is writing into '\(file)'", at: SourcePlace(file: file),
      fix: "wait for it, or let this run write to another file",
      notes: [.init("writer", step.id), .init("kept", "nothing was read or written")])
  }
}
