import OffprintDiagnostics

/// The files of a tar, packed or not, found by going through it once.
struct TarMembers {
  struct Entry: Sendable {
    var name: String
    var size: Int
    /// Which of all entries of the tar it is, folders and links included.
    var index: Int
    /// Where its header is in the unpacked tar.
    var position: Int
    var isSpecial: Bool
  }

  private(set) var entries: [Entry] = []
  /// True if the tar itself is packed: then there is no way to a file but through those before it.
  let isPacked: Bool

  /// - Parameter seen: handed the bytes of the files of a packed tar, since they are unpacked anyway; those that are too
  ///   large to be read are not.
  /// - Throws: `OP220` if it is no tar, damaged or cut off, `OP221` if it unpacks to too much.
  init(of file: ByteFile, isPacked: Bool, seen: (_ entry: Int, _ bytes: [UInt8]) -> Void) throws {
    self.isPacked = isPacked
    let pass = try ArchivePass(file, .tar)
    var index = 0
    var total = 0
    while let found = try pass.next() {
      defer { index += 1 }
      total += max(found.size, 0)
      if UnpackLimits.isTooMuch(total, from: isPacked ? pass.taken : file.size) { throw Diagnostic.ratio(file.name) }
      guard entries.count < UnpackLimits.mostMembers else {
        throw Diagnostic.unpacksToTooMuch(file.name, "has more than \(UnpackLimits.mostMembers) files")
      }
      if found.isFolder {
        try pass.skip()
        continue
      }
      let entry = Entry(
        name: MemberName.text(found.name, else: nil), size: max(found.size, 0), index: index,
        position: found.position, isSpecial: found.isSpecial)
      if isPacked, !entry.isSpecial, entry.size <= UnpackLimits.largestMember {
        seen(entries.count, try pass.bytes(atMost: entry.size))
      } else {
        try pass.skip()
      }
      entries.append(entry)
    }
    // An empty tar is two blocks of zeros. What has no entry and is not that was not understood.
    if entries.isEmpty, index == 0, file.size < 512 { throw Diagnostic.damaged(file.name, "it is no tar") }
  }
}

/// How far a packed tar has been gone through. The next file can be had at once, one before it only from the start.
public final class TarCursor {
  private let pass: ArchivePass
  private(set) var next = 0

  init(_ file: ByteFile) throws { pass = try ArchivePass(file, .tar) }

  /// Goes on to an entry and gives its bytes.
  ///
  /// - Parameters:
  ///   - index: which of all entries of the tar.
  ///   - seen: handed the bytes of the files before it; `wants` says of which.
  func read(
    _ index: Int, _ path: String, wants: (Int) -> Bool, seen: (_ index: Int, _ bytes: [UInt8]) -> Void
  ) throws -> [UInt8] {
    while let found = try pass.next() {
      let here = next
      next += 1
      if here == index {
        let bytes = try pass.bytes(atMost: max(found.size, 0))
        guard bytes.count == found.size else { throw Diagnostic.damaged(path, "it is cut off") }
        return bytes
      }
      if wants(here) { seen(here, try pass.bytes(atMost: max(found.size, 0))) } else { try pass.skip() }
    }
    throw Diagnostic.damaged(path, "the archive ends before it")
  }
}
