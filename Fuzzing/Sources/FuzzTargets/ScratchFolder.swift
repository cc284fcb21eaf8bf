import Foundation

/// A folder in memory, if the system has such. It goes with whoever made it.
final class ScratchFolder: Sendable {
  let path: String

  init() throws {
    let memory = "/dev/shm"
    let parent =
      FileManager.default.isWritableFile(atPath: memory) ? memory : FileManager.default.temporaryDirectory.path
    path = "\(parent)/offprint-fuzz-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, in place of the one that was there.
  func write(_ name: String, _ bytes: [UInt8]) {
    guard let file = fopen("\(path)/\(name)", "wb") else { finding("'\(path)/\(name)' cannot be written") }
    defer { fclose(file) }
    if fwrite(bytes, 1, bytes.count, file) != bytes.count { finding("no room in '\(path)'") }
  }

  func remove(_ name: String) { unlink("\(path)/\(name)") }
}

/// What each target starts from, beside the sources.
package enum Deliveries {
  /// The files of a target by path, in the order of their UTF-8 bytes; none if it has no such folder.
  ///
  /// - Parameter kind: `Deliveries`, of which an input replaces one file, or `Seeds`, inputs written by hand.
  package static func files(
    of target: String, in kind: String = "Deliveries"
  ) throws -> [(name: String, bytes: [UInt8])] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../\(kind)/\(target)")
    guard isFolder(folder.path) else { return [] }
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { !isFolder(folder.appending(path: $0).path) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { ($0, [UInt8](try Data(contentsOf: folder.appending(path: $0)))) }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}
