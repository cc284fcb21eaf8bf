#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import OffprintDiagnostics
import OffprintKit

/// The few calls of the system that writing needs, with the path and the system's own words when it refuses.
enum FileSystem {
  /// The system's refusal.
  struct Fault: Error {
    var path: String
    var code: Int32
    /// True if the folder was there before and is gone now, as when a drive is taken off.
    var isVanished = false

    /// The folder of `path` is gone.
    static func vanished(_ path: String) -> Fault { Fault(path: path, code: ENOENT, isVanished: true) }

    var message: Diagnostic {
      if isVanished { return gone }
      return Diagnostic(
        .cannotWrite, "'\(path)' cannot be written: \(SystemRefusal(code).words)", at: SourcePlace(file: path),
        fix: SystemRefusal(code).stepToWrite, notes: [.init("kept", "nothing of the document is written")],
        mayPass: !isGeneral && SourceFile.mayPass(code))
    }

    private var gone: Diagnostic {
      Diagnostic(
        .cannotWrite, "'\(path)' cannot be written: its folder was there and is gone", at: SourcePlace(file: path),
        fix: "see whether the drive is still there",
        notes: [.init("kept", "nothing of the document is written")])
    }

    /// The code of a file that another run holds.
    static let locked = EWOULDBLOCK

    /// True if other files would fare no better: the disk is full or broken, or nothing may be written at all.
    var isGeneral: Bool { isVanished || [ENOSPC, EDQUOT, EROFS, EIO].contains(code) }
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
  ///
  /// - Parameter known: a folder above that was there a moment ago. It is never made anew: if it is gone now, the drive
  ///   that it is on was taken off.
  static func makeFolder(_ path: String, below known: String? = nil) throws(Fault) {
    if path.isEmpty || mkdir(path, 0o777) == 0 || errno == EEXIST && isFolder(path) { return }
    let code = errno
    guard code == ENOENT, let above = folder(of: path) else { throw Fault(path: path, code: code) }
    if above == known { throw .vanished(path) }
    try makeFolder(above, below: known)
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

extension FileSystem {
  /// Opens a file to which lines are added, and read again.
  static func openJournal(_ path: String, readOnly: Bool) throws(Fault) -> Int32 {
    let file = systemOpen(path, O_CLOEXEC | (readOnly ? O_RDONLY : O_RDWR | O_CREAT | O_APPEND))
    guard file >= 0 else { throw Fault(path: path, code: errno) }
    return file
  }

  /// Takes a file for this process alone. The system gives it free when the process ends, however it ends. True also
  /// where a file system knows no locks.
  static func lock(_ file: Int32) -> Bool {
    flock(file, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
  }

  /// Opens a file, made if need be, that this process alone holds until it closes it.
  ///
  /// - Throws: with the code `Fault.locked` if another holds it.
  static func openLocked(_ path: String) throws(Fault) -> Int32 {
    while true {
      let file = systemOpen(path, O_RDWR | O_CREAT | O_CLOEXEC)
      guard file >= 0 else { throw Fault(path: path, code: errno) }
      guard lock(file) else {
        closeQuietly(file)
        throw Fault(path: path, code: Fault.locked)
      }
      // Its last holder may have taken it away since it was opened.
      if isOpen(file, as: path) { return file }
      closeQuietly(file)
    }
  }

  /// True if the path still leads to the open file.
  private static func isOpen(_ file: Int32, as path: String) -> Bool {
    var (opened, named) = (stat(), stat())
    return fstat(file, &opened) == 0 && stat(path, &named) == 0
      && (opened.st_dev, opened.st_ino) == (named.st_dev, named.st_ino)
  }

  static func isWritable(_ file: Int32) -> Bool { fcntl(file, F_GETFL) & O_ACCMODE != O_RDONLY }

  static func closeQuietly(_ file: Int32) { _ = systemClose(file) }

  /// Up to `count` bytes from a place on, fewer at the end of the file; nil if the system refuses.
  static func read(_ file: Int32, at offset: Int, count: Int) -> [UInt8]? {
    guard count > 0 else { return [] }
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, let base = buffer.baseAddress {
        let got = pread(file, base + filled, count - filled, off_t(offset + filled))
        if got < 0 && errno == EINTR { continue }
        if got < 0 { failed = true }
        if got <= 0 { break }
        filled += got
      }
    }
    return failed ? nil : bytes
  }

  /// The same of a file by its path; nil if it is not there or has fewer bytes.
  static func read(_ path: String, at offset: Int, count: Int) -> [UInt8]? {
    guard let file = try? openToRead(path) else { return nil }
    defer { closeQuietly(file) }
    return read(file, at: offset, count: count).flatMap { $0.count == count ? $0 : nil }
  }

  /// The path from the root on, without looking at links.
  static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return OutputNames.normalised(path) }
    return OutputNames.normalised(WorkingFolder.path + "/" + path)
  }

  static func openToRead(_ path: String) throws(Fault) -> Int32 {
    let file = systemOpen(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Fault(path: path, code: errno) }
    return file
  }

  /// Bytes of a file; 0 if there is none.
  static func size(of path: String) -> Int { FileLook(at: path)?.size ?? 0 }

  /// Makes a file of the first bytes of another; one that is there is replaced.
  static func copy(_ from: String, to path: String, count: Int) throws(Fault) {
    let source = try openToRead(from)
    defer { closeQuietly(source) }
    let target = try open(path)
    do throws(Fault) {
      var done = 0
      while done < count {
        guard let bytes = read(source, at: done, count: min(1 << 20, count - done)), !bytes.isEmpty else {
          throw Fault(path: from, code: EIO)
        }
        try write(bytes, to: target, path: path)
        done += bytes.count
      }
    } catch {
      closeQuietly(target)
      throw error
    }
    try close(target, path: path)
  }

  /// Says that a file was changed when another was; the two can be told to belong together.
  static func setTime(of path: String, asOf other: String) throws(Fault) {
    guard let look = FileLook(at: other) else { throw Fault(path: other, code: errno) }
    let time = timespec(tv_sec: look.changed / 1_000_000_000, tv_nsec: look.changed % 1_000_000_000)
    let times = [time, time]
    guard utimensat(AT_FDCWD, path, times, 0) == 0 else { throw Fault(path: path, code: errno) }
  }

  /// Links `path` to a file or folder by its absolute path.
  static func link(_ path: String, to target: String) throws(Fault) {
    if symlink(target, path) != 0 && errno != EEXIST { throw Fault(path: path, code: errno) }
  }

  /// Takes away a folder if nothing is in it.
  static func removeEmptyFolder(_ path: String) { rmdir(path) }
}

private func systemOpen(_ path: String, _ flags: Int32) -> Int32 { open(path, flags, 0o666) }
private func systemWrite(_ file: Int32, _ base: UnsafeRawPointer?, _ count: Int) -> Int { write(file, base, count) }
private func systemClose(_ file: Int32) -> Int32 { close(file) }
private func systemRename(_ from: String, _ to: String) -> Int32 { rename(from, to) }
private func systemTruncate(_ path: String, _ size: Int) -> Int32 { truncate(path, size) }
