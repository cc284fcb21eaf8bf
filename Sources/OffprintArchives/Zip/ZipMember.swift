import OffprintDiagnostics

extension ZipDirectory.Entry {
  /// All bytes of the file, its checksum compared.
  ///
  /// - Throws: `OP220` if it is damaged or encrypted, `OP221` if it is too large.
  func read(from file: ByteFile, named path: String) throws -> [UInt8] {
    try refuseWhatCannotBe(path)
    guard unpacked <= UnpackLimits.largestMember else { throw Diagnostic.tooLarge(path) }
    if UnpackLimits.isTooMuch(unpacked, from: packed) { throw Diagnostic.ratio(path) }
    let pass = try pass(through: file, packed, path)
    // The size in the table may be a lie: one byte more would show it.
    let bytes = try pass.bytes(atMost: unpacked + 1)
    guard bytes.count == unpacked else { throw Diagnostic.damaged(path, "it is not as long as the archive says") }
    return bytes
  }

  /// The first bytes of the file, with no more unpacked than is needed.
  func head(from file: ByteFile, named path: String, count: Int) throws -> [UInt8] {
    try refuseWhatCannotBe(path)
    return try pass(through: file, min(packed, max(4 * count, 1 << 14)), path).bytes(atMost: count, isWhole: false)
  }

  private func refuseWhatCannotBe(_ path: String) throws {
    if isEncrypted { throw Diagnostic.encrypted(path) }
  }

  /// libarchive is given this file alone, as a zip that has one: with a header that says what the table of contents
  /// says, since headers of files may leave their sizes open.
  private func pass(through file: ByteFile, _ count: Int, _ path: String) throws -> ArchivePass {
    guard let header = try file.bytes(at: offset, count: 30) else { throw Diagnostic.damaged(path, "it is cut off") }
    let start = header.withUnsafeBytes { bytes in
      bytes.word32(0) == 0x0403_4B50 ? offset + 30 + Int(bytes.word16(26)) + Int(bytes.word16(28)) : nil
    }
    guard let start, let data = try file.bytes(at: start, count: count) else {
      throw Diagnostic.damaged(path, "it is not where the archive says")
    }
    guard unpacked < 0xFFFF_FFFF, packed < 0xFFFF_FFFF else { throw Diagnostic.tooLarge(path) }
    var alone: [UInt8] = []
    alone.reserveCapacity(31 + data.count)
    func add(_ value: some FixedWidthInteger) { withUnsafeBytes(of: value.littleEndian) { alone += $0 } }
    add(UInt32(0x0403_4B50))
    add(UInt16(20))
    // Bits 1 and 2 say how it was packed.
    add(flags & 0b110)
    add(method)
    add(UInt32(0))
    add(checksum)
    add(UInt32(packed))
    add(UInt32(unpacked))
    add(UInt16(1))
    add(UInt16(0))
    alone.append(UInt8(ascii: "m"))
    alone += data
    let pass = try ArchivePass(ByteFile(path, .memory(alone)), .zipMember)
    guard try pass.next() != nil else { throw Diagnostic.damaged(path, "it is not where the archive says") }
    return pass
  }
}
