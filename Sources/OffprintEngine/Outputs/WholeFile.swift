import OffprintDiagnostics

/// Writes single files so that they appear whole or not at all.
public enum WholeFile {
  /// Writes a file, its folder included; a file of that name is replaced, but no device, link or folder.
  ///
  /// - Parameter known: a folder above it that was there before. If it is gone, its drive was taken off, and nothing is
  ///   written in its place.
  /// - Throws: `OP401`.
  public static func write(_ bytes: [UInt8], to path: String, below known: String? = nil) throws {
    guard FileSystem.mayReplace(path) else {
      throw Diagnostic(
        .cannotWrite, "'\(path)' is a device, a link or a folder, which is never replaced", at: SourcePlace(file: path),
        fix: "give another name")
    }
    let files = TemporaryFiles(known: known)
    do {
      let name = try files.write(bytes, for: path)
      do throws(FileSystem.Fault) {
        try files.rename(name, to: path)
      } catch {
        files.remove(name)
        throw FileSystem.Fault(path: path, code: error.code)
      }
    } catch let fault as FileSystem.Fault {
      throw fault.message
    }
  }

  /// Makes sure that a file of this name is one of the kind that is to be written, or empty, or not there.
  ///
  /// - Parameter beginning: what files of the kind begin with.
  /// - Throws: `OP401`.
  public static func demandReplaceable(_ path: String, by beginning: String) throws {
    guard FileSystem.isFile(path), FileSystem.size(of: path) > 0,
      FileSystem.read(path, at: 0, count: beginning.utf8.count) != Array(beginning.utf8)
    else { return }
    throw Diagnostic(
      .cannotWrite, "'\(path)' is there and is something else, so it is not replaced", at: SourcePlace(file: path),
      fix: "give another name, or take the file away")
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
}
