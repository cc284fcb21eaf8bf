#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import OffprintDiagnostics

/// The few calls of the system that writing needs, with the path and the system's own words when it refuses.
enum FileSystem {
  /// The system's refusal.
  struct Fault: Error {
    var path: String
    var code: Int32

    var message: Diagnostic {
      Diagnostic(
        .cannotWrite, "'\(path)' cannot be written: \(String(cString: strerror(code)))", at: SourcePlace(file: path),
        notes: [.init("kept", "nothing of the document is written")])
    }

    /// True if other files would fare no better: the disk is full or broken, or nothing may be written at all.
    var isGeneral: Bool { [ENOSPC, EDQUOT, EROFS, EIO].contains(code) }
  }

  /// Opens a file for writing; empties it unless `appending`.
  static func open(_ path: String, appending: Bool = false) throws(Fault) -> Int32 {
    let file = systemOpen(path, O_WRONLY | O_CREAT | O_CLOEXEC | (appending ? O_APPEND : O_TRUNC))
    guard file >= 0 else { throw Fault(path: path, code: errno) }
    return file
  }

  static func write(_ bytes: [UInt8], to file: Int32, path: String) throws(Fault) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { systemWrite(file, $0.baseAddress.map { $0 + done }, $0.count - done) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw Fault(path: path, code: errno) }
      done += count
    }
  }

  /// Closing may be the moment at which a network drive tells that the disk is full.
  static func close(_ file: Int32, path: String) throws(Fault) {
    if systemClose(file) != 0 && errno != EINTR { throw Fault(path: path, code: errno) }
  }

  static func rename(_ from: String, to path: String) throws(Fault) {
    if systemRename(from, path) != 0 { throw Fault(path: path, code: errno) }
  }

  static func truncate(_ path: String, to size: Int) throws(Fault) {
    if systemTruncate(path, size) != 0 { throw Fault(path: path, code: errno) }
  }

  /// True if there was such a file and it is gone.
  @discardableResult
  static func remove(_ path: String) -> Bool { unlink(path) == 0 }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) throws(Fault) {
    if path.isEmpty || mkdir(path, 0o777) == 0 || errno == EEXIST && isFolder(path) { return }
    let code = errno
    guard code == ENOENT, let above = folder(of: path) else { throw Fault(path: path, code: code) }
    try makeFolder(above)
    if mkdir(path, 0o777) != 0 && !(errno == EEXIST && isFolder(path)) { throw Fault(path: path, code: errno) }
  }

  /// The folder a path is in; nil if it is in the current one.
  static func folder(of path: String) -> String? {
    guard let slash = path.lastIndex(of: "/") else { return nil }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func isFolder(_ path: String) -> Bool { mode(path) == S_IFDIR }
  static func isFile(_ path: String) -> Bool { mode(path) == S_IFREG }
  static func exists(_ path: String) -> Bool { mode(path) != nil }
  static var processID: Int { Int(getpid()) }

  /// True if nothing stands there, or a plain file. A device or a link would be gone after a rename onto its name.
  static func mayReplace(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
  }

  private static func mode(_ path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }
}

private func systemOpen(_ path: String, _ flags: Int32) -> Int32 { open(path, flags, 0o666) }
private func systemWrite(_ file: Int32, _ base: UnsafeRawPointer?, _ count: Int) -> Int { write(file, base, count) }
private func systemClose(_ file: Int32) -> Int32 { close(file) }
private func systemRename(_ from: String, _ to: String) -> Int32 { rename(from, to) }
private func systemTruncate(_ path: String, _ size: Int) -> Int32 { truncate(path, size) }
