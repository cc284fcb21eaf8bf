import OffprintDiagnostics

extension WholeFile {
  /// Writes files that must not be there yet: all of them, or none, and then no folder for them either.
  ///
  /// - Throws: `OP504` if one is there, `OP401`.
  public static func writeNew(_ all: [(path: String, bytes: [UInt8])]) throws {
    let there = all.map(\.path).filter { FileSystem.exists($0) || !FileSystem.mayReplace($0) }
    if let first = there.first {
      let message = Diagnostic(
        .fileExists, "'\(first)' is already there", at: SourcePlace(file: first),
        fix: "write to another folder, or move it away", notes: [.init("kept", "nothing was written")])
      let others = there.dropFirst().joined(separator: ", ")
      throw others.isEmpty ? message : message.noting("also there", others)
    }
    let folders = missingFolders(of: all.map(\.path))
    let files = TemporaryFiles()
    var named: [String] = []
    do {
      let ready = try all.map { (name: try files.write($0.bytes, for: $0.path), path: $0.path) }
      for (name, path) in ready {
        do throws(FileSystem.Fault) {
          try files.rename(name, to: path)
        } catch {
          throw FileSystem.Fault(path: path, code: error.code)
        }
        named.append(path)
      }
    } catch {
      files.close()
      for path in named { FileSystem.remove(path) }
      for folder in folders { FileSystem.removeEmptyFolder(folder) }
      throw (error as? FileSystem.Fault)?.message ?? error
    }
  }

  /// Folders that will have to be made, the inner ones first.
  private static func missingFolders(of paths: [String]) -> [String] {
    var missing: Set<String> = []
    for path in paths {
      var next = FileSystem.folder(of: path)
      while let folder = next, !folder.isEmpty, !FileSystem.exists(folder), missing.insert(folder).inserted {
        next = FileSystem.folder(of: folder)
      }
    }
    return missing.sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
  }
}
