import OffprintKit

/// Files that are not whole yet: hidden, in the folder of the file to be, so that a rename is enough, and named after
/// it, so that a run that goes on after a crash writes over what the crash has left. Inputs skip hidden files.
///
/// All that are open for the moment are known, so that none is left when a run is broken off.
final class TemporaryFiles: Sendable {
  private struct State: Sendable {
    var names: Set<String> = []
    /// Folders that were there, or were made, in this run.
    var folders: Set<String> = []
    var isClosed = false

    /// A name that no open file has. Two documents may be about to write a file of one name; which of them gets it is
    /// told when both are ready, and until then neither may write over the other's.
    func freeName(for path: String) -> String {
      var name = TemporaryFiles.name(for: path)
      var number = 2
      while names.contains(name) {
        name = TemporaryFiles.name(for: path, "\(number).part")
        number += 1
      }
      return name
    }

    /// Makes a folder and those above it, but none that was there before: that is gone because a drive was taken off,
    /// and what is written in its place would be found by nobody.
    mutating func makeFolder(_ folder: String) throws(FileSystem.Fault) {
      guard !folder.isEmpty, !folders.contains(folder) else { return }
      var above: [String] = []
      var next = FileSystem.folder(of: folder)
      var known: String?
      while let one = next, one != "/" {
        if folders.contains(one) {
          guard FileSystem.isFolder(one) else { throw .vanished(folder) }
          known = one
          break
        }
        above.append(one)
        next = FileSystem.folder(of: one)
      }
      try FileSystem.makeFolder(folder, below: known)
      folders.formUnion(above + [folder])
    }
  }

  /// Thrown where a run is being broken off.
  struct Closed: Error {}

  private let state: Guarded<State>

  /// - Parameter known: a folder that was there before.
  init(known: String? = nil) { state = Guarded(State(folders: known.map { [$0] } ?? [])) }

  /// Makes a folder and those above it, but none that was there before.
  func makeFolder(_ folder: String) throws(FileSystem.Fault) {
    let fault: FileSystem.Fault? = state.withLock { state in
      do throws(FileSystem.Fault) { try state.makeFolder(folder) } catch { return error }
      return nil
    }
    if let fault { throw fault }
  }

  /// Writes a temporary file for `path`, its folder included, and gives its name.
  ///
  /// - Throws: `FileSystem.Fault`, `Closed`.
  func write(_ bytes: [UInt8], for path: String) throws -> String {
    let (name, file) = try create(for: path)
    do {
      try FileSystem.write(bytes, to: file, path: path)
      try FileSystem.close(file, path: path)
    } catch {
      remove(name)
      throw error
    }
    return name
  }

  private func create(for path: String) throws -> (name: String, file: Int32) {
    let folder = FileSystem.folder(of: path) ?? ""
    return try state.withLock { state in
      if state.isClosed { throw Closed() }
      let name = state.freeName(for: path)
      let isKnown = state.folders.contains(folder)
      do throws(FileSystem.Fault) {
        try state.makeFolder(folder)
        let file = try FileSystem.open(name)
        state.names.insert(name)
        return (name, file)
      } catch {
        let isVanished = error.isVanished || isKnown && !FileSystem.isFolder(folder)
        throw FileSystem.Fault(path: path, code: error.code, isVanished: isVanished)
      }
    }
  }

  /// Gives a temporary file its name.
  func rename(_ name: String, to path: String) throws(FileSystem.Fault) {
    try FileSystem.rename(name, to: path)
    state.withLock { _ = $0.names.remove(name) }
  }

  func remove(_ name: String) {
    FileSystem.remove(name)
    state.withLock { _ = $0.names.remove(name) }
  }

  /// Takes away all that have no name yet. From now on none is made.
  func close() {
    state.withLock { state in
      state.isClosed = true
      for name in state.names { FileSystem.remove(name) }
      state.names = []
    }
  }

  /// `.offprint-SUM.part` beside `path`, where SUM is made of the path's last name.
  static func name(for path: String, _ ending: String = "part") -> String {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? path[..<path.startIndex]
    return name(of: path[folder.endIndex...], in: folder, ending)
  }

  /// The same for something that is written in a folder, which ends with a slash or is empty.
  static func name(of written: Substring, in folder: Substring, _ ending: String) -> String {
    "\(folder).offprint-\(String(OutputNames.sum(String(written)), radix: 16)).\(ending)"
  }
}
