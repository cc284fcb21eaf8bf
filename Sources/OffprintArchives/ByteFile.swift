#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import OffprintDiagnostics

/// Where the bytes of an archive are: in a file, or in memory if it was itself in an archive.
public enum ByteSource: Sendable {
  case file
  case memory([UInt8])
}

/// Bytes that can be read from any place.
final class ByteFile {
  /// For messages.
  let name: String
  let size: Int
  private let file: Int32
  private let memory: [UInt8]

  /// - Throws: `OP202` if it cannot be opened or is no file.
  init(_ name: String, _ source: ByteSource) throws {
    self.name = name
    switch source {
    case .memory(let bytes):
      (file, memory, size) = (-1, bytes, bytes.count)
    case .file:
      memory = []
      let opened = open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      var status = stat()
      guard opened >= 0, fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        let code = opened < 0 ? errno : EINVAL
        if opened >= 0 { close(opened) }
        throw Diagnostic.unreadable(name, SystemRefusal(code))
      }
      (file, size) = (opened, Int(status.st_size))
    }
  }

  deinit { if file >= 0 { close(file) } }

  /// Fills the buffer from a place on, as far as there are bytes; -1 if the system refuses.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard offset >= 0, offset < size, let base = buffer.baseAddress else { return 0 }
    if file < 0 {
      let count = min(buffer.count, size - offset)
      memory.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + count])) }
      return count
    }
    var done = 0
    while done < buffer.count {
      let got = pread(file, base + done, buffer.count - done, off_t(offset + done))
      if got < 0 && errno == EINTR { continue }
      if got < 0 { return -1 }
      if got == 0 { break }
      done += got
    }
    return done
  }

  /// Exactly so many bytes; nil if there are fewer.
  ///
  /// - Throws: `OP202` if the system refuses.
  func bytes(at offset: Int, count: Int) throws -> [UInt8]? {
    guard offset >= 0, count >= 0, offset <= size, count <= size - offset else { return nil }
    guard count > 0 else { return [] }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let got = read(at: offset, into: UnsafeMutableRawBufferPointer(buffer))
      if got < 0 { failure = errno }
      filled = max(0, got)
    }
    if failure != 0 { throw Diagnostic.unreadable(name, SystemRefusal(failure)) }
    return bytes.count == count ? bytes : nil
  }
}
