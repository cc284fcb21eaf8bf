import CArchive

/// Sums by which deliveries vouch for their files.
///
/// libarchive makes them for the lists of files (mtree) that it writes, and they are had by writing such a list of one
/// file; so no other library is needed for them.
public enum ChecksumKind: String, Sendable, CaseIterable {
  case md5, sha1, sha256, sha384, sha512

  /// As BagIt writes it in the names of manifests: `sha256`, `SHA-256`.
  public init?(name: some StringProtocol) {
    self.init(rawValue: name.lowercased().filter { $0 != "-" && $0 != "_" })
  }

  /// By how many hexadecimal digits it has.
  public init?(digits: Int) {
    guard let kind = Self.allCases.first(where: { $0.digits == digits }) else { return nil }
    self = kind
  }

  public var digits: Int {
    switch self {
    case .md5: 32
    case .sha1: 40
    case .sha256: 64
    case .sha384: 96
    case .sha512: 128
    }
  }

  /// The sum in lower-case hexadecimal digits; nil if libarchive was built without it.
  public func sum(of bytes: [UInt8]) -> String? {
    guard let list = archive_write_new() else { return nil }
    defer { archive_write_free(list) }
    guard let entry = archive_entry_new() else { return nil }
    defer { archive_entry_free(entry) }
    var out = [UInt8](repeating: 0, count: 4096)
    var used = 0
    let isWritten = out.withUnsafeMutableBytes { buffer in
      archive_write_set_format_mtree(list) == ARCHIVE_OK
        && archive_write_set_options(list, "!all,\(rawValue)") == ARCHIVE_OK
        && archive_write_set_bytes_per_block(list, 0) == ARCHIVE_OK
        && archive_write_open_memory(list, buffer.baseAddress, buffer.count, &used) == ARCHIVE_OK
        && Self.write(bytes, entry, to: list) && archive_write_close(list) == ARCHIVE_OK
    }
    guard isWritten else { return nil }
    let text = String(decoding: out[..<used], as: UTF8.self)
    return text.split { $0 == " " || $0 == "\n" }.first { $0.hasPrefix(rawValue) }?
      .split(separator: "=").last.map { $0.lowercased() }
  }

  private static func write(_ bytes: [UInt8], _ entry: OpaquePointer, to list: OpaquePointer) -> Bool {
    archive_entry_set_pathname(entry, "f")
    archive_entry_set_filetype(entry, 0o100000)
    archive_entry_set_size(entry, Int64(bytes.count))
    guard archive_write_header(list, entry) == ARCHIVE_OK else { return false }
    return bytes.withUnsafeBytes { bytes.isEmpty || archive_write_data(list, $0.baseAddress, $0.count) == $0.count }
  }
}
