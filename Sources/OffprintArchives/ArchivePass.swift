import CArchive
import OffprintDiagnostics

/// One way through bytes from some place on, by libarchive: the files of a tar, the one file that a `.gz` is, or one
/// file of a zip.
///
/// Only what is built into libarchive is used; it would start programs for other ways of packing.
final class ArchivePass {
  enum Kind { case tar, zipMember, packed }

  struct Entry {
    /// As it is in the archive.
    var name: [UInt8]
    /// -1 where it is not said.
    var size: Int
    var isFolder: Bool
    /// Neither a file nor a folder: a link, a device.
    var isSpecial: Bool
    /// Where its header begins, in unpacked bytes from the place at which the pass began.
    var position: Int
  }

  private let archive: OpaquePointer
  private let feed: Feed
  private let name: String

  /// - Throws: `OP220` if these bytes are nothing of the kind.
  init(_ file: ByteFile, from offset: Int = 0, _ kind: Kind) throws {
    guard let archive = archive_read_new() else { throw Diagnostic.damaged(file.name, "no memory") }
    self.archive = archive
    feed = Feed(file, from: offset)
    name = file.name
    switch kind {
    case .tar:
      Self.takePacked(archive)
      archive_read_support_format_tar(archive)
    case .zipMember:
      archive_read_support_format_zip_streamable(archive)
    case .packed:
      Self.takePacked(archive)
      archive_read_support_format_raw(archive)
      archive_read_support_format_empty(archive)
    }
    archive_read_set_callback_data(archive, Unmanaged.passUnretained(feed).toOpaque())
    archive_read_set_read_callback(archive) { _, feed, buffer in
      guard let feed, let buffer else { return -1 }
      return Unmanaged<Feed>.fromOpaque(feed).takeUnretainedValue().next(buffer)
    }
    archive_read_set_skip_callback(archive) { _, feed, count in
      guard let feed else { return 0 }
      return Unmanaged<Feed>.fromOpaque(feed).takeUnretainedValue().skip(count)
    }
    guard archive_read_open1(archive) == ARCHIVE_OK else { throw Diagnostic.damaged(name, fault) }
  }

  deinit { archive_read_free(archive) }

  private static func takePacked(_ archive: OpaquePointer) {
    archive_read_support_filter_gzip(archive)
    archive_read_support_filter_bzip2(archive)
    archive_read_support_filter_xz(archive)
    archive_read_support_filter_zstd(archive)
  }

  /// Bytes that were taken of what is packed.
  var taken: Int { feed.taken }

  /// The next file, folder or link; nil at the end.
  func next() throws -> Entry? {
    // Names in UTF-8 could not be had in the "C" locale, which a process begins with.
    let before = utf8Locale.map { uselocale($0.locale) }
    defer { if let before { uselocale(before) } }
    var found: OpaquePointer?
    let status = archive_read_next_header(archive, &found)
    if status == ARCHIVE_EOF { return nil }
    guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let found else { throw Diagnostic.damaged(name, fault) }
    let isLink = archive_entry_hardlink(found) != nil || archive_entry_symlink(found) != nil
    let isFolder = offprint_entry_is_folder(found) != 0
    return Entry(
      name: archive_entry_pathname(found).map { Array(UnsafeRawBufferPointer(start: $0, count: strlen($0))) } ?? [],
      size: archive_entry_size_is_set(found) != 0 ? Int(archive_entry_size(found)) : -1,
      isFolder: isFolder && !isLink, isSpecial: isLink || (!isFolder && offprint_entry_is_file(found) == 0),
      position: Int(archive_read_header_position(archive)))
  }

  /// The bytes of the file that `next` gave, at most `count` of them.
  ///
  /// - Throws: `OP220` if they are damaged or cut off.
  func bytes(atMost count: Int, isWhole: Bool = true) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < count {
      let wanted = min(chunk.count, count - bytes.count)
      let got = chunk.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, wanted) }
      if got == Int(ARCHIVE_RETRY) { continue }
      // What is wrong with the end of a file does not matter to who looks at its beginning.
      if got < 0, !isWhole, !bytes.isEmpty { break }
      guard got >= 0 else { throw Diagnostic.damaged(name, fault) }
      if got == 0 { break }
      bytes += chunk[..<got]
    }
    return bytes
  }

  /// Goes to the end of the file that `next` gave.
  func skip() throws {
    guard archive_read_data_skip(archive) >= ARCHIVE_WARN else { throw Diagnostic.damaged(name, fault) }
  }

  private var fault: String {
    let words = archive_error_string(archive).map { String(cString: $0) } ?? "it is not what its name says"
    return feed.isAtEnd ? "it is damaged or cut off (\(words))" : "it is damaged (\(words))"
  }
}

/// Hands bytes to libarchive, 64 KB at a time.
private final class Feed {
  private let file: ByteFile
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  private let start: Int
  private var offset: Int

  init(_ file: ByteFile, from start: Int) {
    self.file = file
    self.start = start
    offset = start
  }

  deinit { buffer.deallocate() }

  var taken: Int { offset - start }
  var isAtEnd: Bool { offset >= file.size }

  func next(_ out: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
    let count = file.read(at: offset, into: buffer)
    out.pointee = UnsafeRawPointer(buffer.baseAddress)
    offset += max(0, count)
    return count
  }

  func skip(_ count: Int64) -> Int64 {
    let step = min(Int(count), max(0, file.size - offset))
    offset += step
    return Int64(step)
  }
}

/// A locale is made once and never changed.
private struct SharedLocale: @unchecked Sendable {
  var locale: locale_t
}

private let utf8Locale: SharedLocale? = offprint_utf8_locale().map(SharedLocale.init)

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
