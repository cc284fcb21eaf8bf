import OffprintDiagnostics

/// Writes single files so that they appear whole or not at all.
public enum WholeFile {
  /// Writes a file, its folder included; a file of that name is replaced, but no device, link or folder.
  ///
  /// - Throws: `OP401`.
  public static func write(_ bytes: [UInt8], to path: String) throws {
    guard FileSystem.mayReplace(path) else {
      throw Diagnostic(
        .cannotWrite, "'\(path)' is a device, a link or a folder, which is never replaced", at: SourcePlace(file: path))
    }
    var names = TemporaryNames()
    var temporary: String?
    do throws(FileSystem.Fault) {
      let name = try names.name(for: path)
      temporary = name
      try put(bytes, into: name)
      try FileSystem.rename(name, to: path)
    } catch {
      if let temporary { FileSystem.remove(temporary) }
      throw FileSystem.Fault(path: path, code: error.code).message
    }
  }

  /// Writes a file that must not be there yet.
  ///
  /// - Throws: `OP504` if it is there, `OP401`.
  public static func writeNew(_ bytes: [UInt8], to path: String) throws {
    guard !FileSystem.exists(path) else {
      throw Diagnostic(.fileExists, "'\(path)' is already there", at: SourcePlace(file: path))
    }
    try write(bytes, to: path)
  }

  /// Writes a file under its own name.
  static func put(_ bytes: [UInt8], into path: String) throws(FileSystem.Fault) {
    let file = try FileSystem.open(path)
    do throws(FileSystem.Fault) {
      try FileSystem.write(bytes, to: file, path: path)
    } catch {
      try? FileSystem.close(file, path: path)
      throw error
    }
    try FileSystem.close(file, path: path)
  }
}
