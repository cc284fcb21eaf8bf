import OffprintDiagnostics

/// The table of contents at the end of a zip, by which each of its files is found at once.
///
/// libarchive goes through a zip from its first file to its last and has no way to one by its name; so where a file
/// begins is read here (PKWARE, APPNOTE.TXT 6.3, sections 4.3.12 to 4.3.16), and libarchive unpacks it.
struct ZipDirectory {
  struct Entry: Sendable {
    var name: String
    var flags: UInt16
    var method: UInt16
    var checksum: UInt32
    var packed: Int
    var unpacked: Int
    /// Where its own header is in the file.
    var offset: Int
    var isFolder: Bool
    var isLink: Bool

    var isEncrypted: Bool { flags & 1 != 0 }
  }

  private(set) var entries: [Entry] = []

  /// - Throws: `OP220` if there is no whole table of contents, as in a zip that was cut off.
  init(of file: ByteFile) throws {
    let end = try End(of: file)
    guard let table = try file.bytes(at: end.tableStart, count: end.tableSize) else {
      throw Diagnostic.damaged(file.name, "its table of contents is cut off")
    }
    try table.withUnsafeBytes { bytes in
      var at = 0
      while at < bytes.count {
        guard let (entry, next) = Self.entry(bytes, at: at, shift: end.shift) else {
          throw Diagnostic.damaged(file.name, "its table of contents is damaged")
        }
        entries.append(entry)
        at = next
        guard entries.count <= UnpackLimits.mostMembers else {
          throw Diagnostic.unpacksToTooMuch(file.name, "has more than \(UnpackLimits.mostMembers) files")
        }
      }
    }
    guard end.count.map({ $0 == entries.count }) ?? true else {
      throw Diagnostic.damaged(file.name, "its table of contents is damaged")
    }
    let total = entries.reduce(0) { $0.addingReportingOverflow($1.unpacked).partialValue }
    if UnpackLimits.isTooMuch(total, from: file.size) { throw Diagnostic.ratio(file.name) }
  }

  private static func entry(_ bytes: UnsafeRawBufferPointer, at: Int, shift: Int) -> (Entry, next: Int)? {
    guard at + 46 <= bytes.count, bytes.word32(at) == 0x0201_4B50 else { return nil }
    let (nameLength, extraLength) = (Int(bytes.word16(at + 28)), Int(bytes.word16(at + 30)))
    let next = at + 46 + nameLength + extraLength + Int(bytes.word16(at + 32))
    guard next <= bytes.count else { return nil }
    let extra = Extra(
      UnsafeRawBufferPointer(rebasing: bytes[(at + 46 + nameLength)..<(at + 46 + nameLength + extraLength)]))
    var (unpacked, packed) = (Int(bytes.word32(at + 24)), Int(bytes.word32(at + 20)))
    var offset = Int(bytes.word32(at + 42))
    var large = extra.largeNumbers[...]
    // 64-bit figures stand in this order, and only those that the 32 bits have no room for.
    if unpacked == 0xFFFF_FFFF { unpacked = large.popFirst() ?? -1 }
    if packed == 0xFFFF_FFFF { packed = large.popFirst() ?? -1 }
    if offset == 0xFFFF_FFFF { offset = large.popFirst() ?? -1 }
    guard unpacked >= 0, packed >= 0, offset >= 0 else { return nil }
    let raw = bytes[(at + 46)..<(at + 46 + nameLength)]
    let isUTF8 = String(validating: raw, as: UTF8.self) != nil
    let name = isUTF8 ? nil : extra.unicodeName
    let madeBy = bytes[at + 5]
    let mode = madeBy == 3 || madeBy == 19 ? bytes.word32(at + 38) >> 16 : 0
    let entry = Entry(
      name: name ?? MemberName.text(raw, else: MemberName.codePage437), flags: bytes.word16(at + 8),
      method: bytes.word16(at + 10), checksum: bytes.word32(at + 16), packed: packed, unpacked: unpacked,
      offset: offset + shift, isFolder: raw.last == UInt8(ascii: "/") || raw.last == UInt8(ascii: "\\"),
      isLink: mode & 0xF000 == 0xA000)
    return (entry, next)
  }

  /// What stands behind a name.
  private struct Extra {
    var largeNumbers: [Int] = []
    /// Info-ZIP's Unicode Path Extra Field.
    var unicodeName: String?

    init(_ bytes: UnsafeRawBufferPointer) {
      var at = 0
      while at + 4 <= bytes.count {
        let (kind, size) = (bytes.word16(at), Int(bytes.word16(at + 2)))
        let start = at + 4
        guard start + size <= bytes.count else { return }
        if kind == 1 {
          largeNumbers = stride(from: start, to: start + size - 7, by: 8).map { Int(clamping: bytes.word64($0)) }
        } else if kind == 0x7075, size > 5 {
          unicodeName = String(validating: bytes[(start + 5)..<(start + size)], as: UTF8.self)
        }
        at = start + size
      }
    }
  }
}

extension ZipDirectory {
  /// The record that ends a zip.
  private struct End {
    var tableStart = 0
    var tableSize = 0
    /// Nil where a program wrote fewer bits of it than it has.
    var count: Int?
    /// What stands before the zip in the file, as with archives that unpack themselves.
    var shift = 0

    init(of file: ByteFile) throws {
      let tail = min(file.size, 22 + 0xFFFF)
      let bytes = try file.bytes(at: file.size - tail, count: tail) ?? []
      guard let at = Self.find(in: bytes) else {
        throw Diagnostic.damaged(file.name, "its end is not that of a zip; it may be cut off")
      }
      try bytes.withUnsafeBytes { bytes in
        let end = file.size - tail + at
        guard bytes.word16(at + 4) == bytes.word16(at + 6) || bytes.word16(at + 4) == 0xFFFF else {
          throw Diagnostic.damaged(file.name, "it is one of several parts")
        }
        var (size, offset) = (Int(bytes.word32(at + 12)), Int(bytes.word32(at + 16)))
        count = Int(bytes.word16(at + 10))
        var tableEnd = end
        if size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF || count == 0xFFFF,
          let large = try Self.large(before: end, of: file)
        {
          (size, offset, count, tableEnd) = (large.size, large.offset, large.count, large.at)
        } else if count == 0xFFFF {
          count = nil
        }
        guard size <= tableEnd, tableEnd - size >= offset else {
          throw Diagnostic.damaged(file.name, "its table of contents is not where it should be")
        }
        (tableSize, tableStart, shift) = (size, tableEnd - size, tableEnd - size - offset)
      }
    }

    /// The last place that can be the end record: its comment reaches to the end of the file.
    private static func find(in bytes: [UInt8]) -> Int? {
      bytes.withUnsafeBytes { bytes in
        var at = bytes.count - 22
        while at >= 0 {
          if bytes.word32(at) == 0x0605_4B50, at + 22 + Int(bytes.word16(at + 20)) <= bytes.count { return at }
          at -= 1
        }
        return nil
      }
    }

    /// The end record of large zips, which a locator of 20 bytes points at.
    private static func large(
      before end: Int, of file: ByteFile
    ) throws -> (size: Int, offset: Int, count: Int, at: Int)? {
      guard let locator = try file.bytes(at: end - 20, count: 20) else { return nil }
      let pointed = locator.withUnsafeBytes { $0.word32(0) == 0x0706_4B50 ? Int(clamping: $0.word64(8)) : nil }
      guard let pointed else { return nil }
      // Where something stands before the zip, the record is right before the locator.
      for at in [pointed, end - 20 - 56] {
        guard let record = try file.bytes(at: at, count: 56) else { continue }
        let found = record.withUnsafeBytes { bytes in
          bytes.word32(0) == 0x0606_4B50
            ? (Int(clamping: bytes.word64(40)), Int(clamping: bytes.word64(48)), Int(clamping: bytes.word64(32)))
            : nil
        }
        if let found { return (found.0, found.1, found.2, at) }
      }
      return nil
    }
  }
}

/// Numbers in a zip are little-endian and stand anywhere.
extension UnsafeRawBufferPointer {
  func word16(_ at: Int) -> UInt16 { UInt16(littleEndian: loadUnaligned(fromByteOffset: at, as: UInt16.self)) }
  func word32(_ at: Int) -> UInt32 { UInt32(littleEndian: loadUnaligned(fromByteOffset: at, as: UInt32.self)) }
  func word64(_ at: Int) -> UInt64 { UInt64(littleEndian: loadUnaligned(fromByteOffset: at, as: UInt64.self)) }
}
