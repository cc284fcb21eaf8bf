/// Names for files that are not whole yet: hidden, in the folder of the file to be, so that a rename is enough. Inputs
/// skip hidden files, and the process id keeps two runs apart.
struct TemporaryNames: Sendable {
  private let process = FileSystem.processID
  private var next = 0
  private var knownFolders: Set<String> = []

  /// A fresh name beside `path`; makes the folder if need be.
  mutating func name(for path: String) throws(FileSystem.Fault) -> String {
    let folder = FileSystem.folder(of: path) ?? ""
    if !folder.isEmpty, !knownFolders.contains(folder) {
      try FileSystem.makeFolder(folder)
      knownFolders.insert(folder)
    }
    next += 1
    let name = ".offprint-\(process)-\(next).part"
    return folder.isEmpty ? name : folder == "/" ? "/" + name : "\(folder)/\(name)"
  }
}
