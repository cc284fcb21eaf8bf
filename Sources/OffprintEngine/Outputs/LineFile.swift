import OffprintDiagnostics

/// A file to which lines are written as things happen, so that another program may follow it.
public final class LineFile: Sendable {
  private let path: String
  private let file: Int32

  /// - Parameter beginning: what an older file of this kind begins with; no other file is replaced.
  /// - Throws: `OP401`.
  public init(_ path: String, replacing beginning: String) throws {
    self.path = path
    try WholeFile.demandReplaceable(path, by: beginning)
    do throws(FileSystem.Fault) {
      if let folder = FileSystem.folder(of: path) { try FileSystem.makeFolder(folder) }
      file = try FileSystem.open(path)
    } catch {
      throw error.message
    }
  }

  deinit { FileSystem.closeQuietly(file) }

  /// - Throws: `OP401`.
  public func write(_ line: String) throws {
    do throws(FileSystem.Fault) {
      try FileSystem.write(Array((line + "\n").utf8), to: file, path: path)
    } catch {
      throw error.message
    }
  }
}
