#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import OffprintDiagnostics

/// Reads input files whole, with messages an operator can use.
public enum SourceFile {
  /// All bytes of a file.
  ///
  /// - Throws: `OP201` if it is not there, `OP202` if the system refuses it.
  public static func read(_ path: String) throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw fault(path, errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw fault(path, errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw fault(path, EISDIR) }
    var failure: Int32 = 0
    var bytes = try [UInt8](unsafeUninitializedCapacity: max(Int(status.st_size), 0)) { buffer, count in
      while count < buffer.count, let base = buffer.baseAddress {
        let got = systemRead(file, base + count, buffer.count - count)
        if got < 0 && errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        count += got
      }
      if failure != 0 { throw fault(path, failure) }
    }
    try readRest(of: file, path, into: &bytes)
    return bytes
  }

  /// The first bytes of a file, at most `count`, to see what it is.
  public static func head(_ path: String, count: Int = 4096) throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw fault(path, errno) }
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

  /// Files may grow while they are read, and some file systems say 0 for their size.
  private static func readRest(of file: Int32, _ path: String, into bytes: inout [UInt8]) throws {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = chunk.withUnsafeMutableBytes { systemRead(file, $0.baseAddress, $0.count) }
      if got < 0 && errno == EINTR { continue }
      if got < 0 { throw fault(path, errno) }
      if got == 0 { return }
      bytes += chunk[..<got]
    }
  }

  private static func fault(_ path: String, _ code: Int32) -> Diagnostic {
    let place = SourcePlace(file: path)
    if code == ENOENT {
      return Diagnostic(.inputMissing, "'\(path)' is not there", at: place)
    }
    return Diagnostic(
      .inputUnreadable, "'\(path)' cannot be read: \(String(cString: strerror(code)))", at: place,
      notes: [.init("kept", "nothing of the document it belongs to is exported")])
  }
}

private func systemRead(_ file: Int32, _ base: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, base, count)
}
