#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import OffprintArchives
import OffprintDiagnostics

/// Reads input files whole, with messages an operator can use: plain ones, ones that are packed as `.gz`, `.bz2`, `.xz`
/// or `.zst` (whatever they are called), and those in archives (see `SourceTree`).
public enum SourceFile {
  /// The place itself, all links followed, however it is spelled; nil if nothing is there.
  public static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Who is told of every file that is read, and its bytes, while an `operation` of `$witness.withValue` runs. The
  /// engine knows by it what a document was made of, whatever its main file names.
  @TaskLocal public static var witness: Witness?

  /// Told of files as they were when they were opened, and of their bytes before a packed file is unpacked.
  public struct Witness: Sendable {
    public var saw: @Sendable (_ path: String, _ look: FileLook, _ bytes: [UInt8]) -> Void
    /// Told of a file that was looked for and is not there, or cannot be read.
    public var missed: @Sendable (_ path: String) -> Void

    public init(
      saw: @escaping @Sendable (_ path: String, _ look: FileLook, _ bytes: [UInt8]) -> Void,
      missed: @escaping @Sendable (_ path: String) -> Void
    ) {
      self.saw = saw
      self.missed = missed
    }
  }

  /// How many bytes a file of a delivery may have; no METS file and no page comes near.
  public static let largestInput = 128 << 20

  /// All bytes of a file, unpacked if they are packed.
  ///
  /// - Parameter limit: how many bytes it may have.
  /// - Throws: `OP201` if it is not there, `OP202` if the system refuses it or it is no file, `OP210` if it is larger,
  ///   `OP212` if it changes meanwhile; `OP220` and `OP221` if it cannot be unpacked.
  public static func read(_ path: String, atMost limit: Int = .max) throws -> [UInt8] {
    try PackedFile.unpacked(try rawBytes(path, atMost: limit), named: path, atMost: limit)
  }

  /// All bytes of a file as they are, also in an archive.
  public static func rawBytes(_ path: String, atMost limit: Int = .max) throws -> [UInt8] {
    if SourceTree.mayBeInArchive(path), !SourceTree.isPlain(path, S_IFREG),
      let place = try ArchiveStore.shared.openedPlace(of: path)
    {
      guard let size = place.open.archive.size(of: place.member) else { throw fault(path, ENOENT) }
      guard size <= limit else { throw tooLarge(path, limit) }
      let bytes = try place.open.read(place.member)
      guard FileLook(plain: SourceTree.outermost(path)) == place.open.look else { throw changing(path) }
      witness?.saw(path, FileLook(size: size, changed: place.open.look.changed), bytes)
      return bytes
    }
    let (file, status) = try opened(path)
    defer { close(file) }
    let look = FileLook(status)
    guard look.size <= limit else { throw tooLarge(path, limit) }
    var failure: Int32 = 0
    // One byte more than none: all empty arrays share a storage, and to fill one writes to it.
    var bytes = try [UInt8](unsafeUninitializedCapacity: max(look.size, 1)) { buffer, count in
      while count < buffer.count, let base = buffer.baseAddress {
        let got = systemRead(file, base + count, buffer.count - count)
        if got < 0 && errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        count += got
      }
      if failure != 0 { throw fault(path, failure) }
    }
    // Some file systems say 0 for every size; a file that has more bytes than it said is being written.
    try readRest(
      of: file, path, into: &bytes, atMost: limit,
      isWhole: status.st_mode & S_IFMT == S_IFREG && look.size > 0)
    var after = stat()
    guard fstat(file, &after) == 0 else { throw fault(path, errno) }
    let isShort = look.size > 0 && bytes.count < look.size
    if status.st_mode & S_IFMT == S_IFREG, FileLook(after) != look || isShort { throw changing(path) }
    witness?.saw(path, look, bytes)
    return bytes
  }

  /// Opens what can be read to its end: a file. A pipe in a delivery would be waited for without end, a device might
  /// have no end; those below `/dev` are named by nobody but the user, as in `offprint check /dev/stdin`.
  private static func opened(_ path: String) throws -> (file: Int32, status: stat) {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw fault(path, errno) }
    var status = stat()
    var failure: Int32 = 0
    if fstat(file, &status) != 0 {
      failure = errno
    } else if status.st_mode & S_IFMT == S_IFDIR {
      failure = EISDIR
    } else if status.st_mode & S_IFMT != S_IFREG {
      guard path.hasPrefix("/dev/") else {
        close(file)
        throw noFile(path)
      }
      _ = fcntl(file, F_SETFL, 0)
    }
    guard failure == 0 else {
      close(file)
      throw fault(path, failure)
    }
    return (file, status)
  }

  /// The first bytes of a file, at most `count`, unpacked if they are packed, to see what it is.
  public static func head(_ path: String, count: Int = 4096) throws -> [UInt8] {
    let bytes = try rawHead(path, count: count)
    guard Packing(head: bytes.prefix(8)) != nil else { return bytes }
    // bzip2 gives nothing of a block of 900 KB before it has all of it.
    return try PackedFile.head(try rawHead(path, count: 1 << 20), named: path, count: count)
  }

  /// The last bytes of a file, at most `count`; nil if it is packed or in an archive, where they cost as much as the
  /// whole of it.
  public static func tail(_ path: String, count: Int = 4096) throws -> [UInt8]? {
    guard SourceTree.isPlain(path, S_IFREG) else { return nil }
    let (file, status) = try opened(path)
    defer { close(file) }
    var start = [UInt8](repeating: 0, count: 8)
    guard pread(file, &start, start.count, 0) >= 0 else { throw fault(path, errno) }
    guard Packing(head: start[...]) == nil else { return nil }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let got = pread(file, buffer.baseAddress, buffer.count, max(0, status.st_size - off_t(count)))
      if got < 0 { failure = errno }
      filled = max(0, got)
    }
    if failure != 0 { throw fault(path, failure) }
    return bytes
  }

  /// The first bytes of a file as they are.
  static func rawHead(_ path: String, count: Int) throws -> [UInt8] {
    if SourceTree.mayBeInArchive(path), !SourceTree.isPlain(path, S_IFREG),
      let place = try ArchiveStore.shared.openedPlace(of: path)
    {
      return try place.open.head(place.member, count: count)
    }
    let (file, _) = try opened(path)
    defer { close(file) }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      guard let base = buffer.baseAddress else { return }
      let got = systemRead(file, base, buffer.count)
      if got < 0 { failure = errno }
      filled = max(0, got)
    }
    if failure != 0 { throw fault(path, failure) }
    return bytes
  }

  /// What follows behind the size that the system gave: nothing, if it was the whole.
  private static func readRest(
    of file: Int32, _ path: String, into bytes: inout [UInt8], atMost limit: Int, isWhole: Bool
  ) throws {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = chunk.withUnsafeMutableBytes { systemRead(file, $0.baseAddress, $0.count) }
      if got < 0 && errno == EINTR { continue }
      if got < 0 { throw fault(path, errno) }
      if got == 0 { return }
      if isWhole { throw changing(path) }
      guard bytes.count + got <= limit else { throw tooLarge(path, limit) }
      bytes += chunk[..<got]
    }
  }

  /// What there is to say of a file that is in no archive of that name.
  static func notThere(_ path: String) -> Diagnostic { fault(path, ENOENT) }

  private static func noFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .inputUnreadable, "'\(path)' cannot be read: it is no file but a pipe, a socket or a device",
      at: SourcePlace(file: path), notes: [.init("kept", "nothing of the document it belongs to is exported")])
  }

  private static func tooLarge(_ path: String, _ limit: Int) -> Diagnostic {
    Diagnostic(
      .pageTooLarge, "'\(path)' has more than \(limit >> 20) MB", at: SourcePlace(file: path),
      notes: [.init("kept", "nothing of the document it belongs to is exported")])
  }

  private static func fault(_ path: String, _ code: Int32) -> Diagnostic {
    witness?.missed(path)
    let place = SourcePlace(file: path)
    if code == ENOENT {
      return Diagnostic(
        .inputMissing, "'\(path)' is not there", at: place,
        fix: Diagnostic.step(ofLink: path) ?? SystemRefusal(code).stepToRead)
    }
    return Diagnostic(
      .inputUnreadable, "'\(path)' cannot be read: \(SystemRefusal(code).words)", at: place,
      fix: SystemRefusal(code).stepToRead,
      notes: [.init("kept", "nothing of the document it belongs to is exported")], mayPass: mayPass(code))
  }

  private static func changing(_ path: String) -> Diagnostic {
    Diagnostic(
      .inputChanging, "'\(path)' changes while it is read", at: SourcePlace(file: path),
      fix: "run again when the delivery is complete",
      notes: [.init("kept", "nothing of the document it belongs to is exported")], mayPass: true)
  }

  /// True for what a drive, a network or a crowded machine refuses now and may grant a moment later.
  public static func mayPass(_ code: Int32) -> Bool {
    [
      EIO, EAGAIN, EINTR, EBUSY, ESTALE, ETIMEDOUT, ENETDOWN, ENETUNREACH, ENETRESET, ECONNRESET, ECONNABORTED,
      EHOSTDOWN, EHOSTUNREACH, EMFILE, ENFILE, ENOMEM, ENOLCK,
    ].contains(code)
  }
}

private func systemRead(_ file: Int32, _ base: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, base, count)
}
