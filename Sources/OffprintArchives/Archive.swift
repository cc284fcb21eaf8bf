import OffprintDiagnostics

/// A zip or a tar as a folder of files. A value: what it was made of is looked at again whenever a file is read.
public struct Archive: Sendable {
  /// For messages, and to open it where it is a file.
  public let path: String
  public let kind: ArchiveKind
  /// What is wrong with its table of contents and costs no file that has a place.
  public private(set) var findings: [Diagnostic] = []
  /// Names of its files, sorted by their UTF-8 bytes.
  public private(set) var names: [String] = []
  /// What operating systems leave in archives, and no reader is shown.
  public private(set) var leftovers = 0

  private let source: ByteSource
  private var entries: [String: Int] = [:]
  private let contents: Contents

  private enum Contents: Sendable {
    case zip([ZipDirectory.Entry])
    case tar([TarMembers.Entry], isPacked: Bool)
  }

  /// - Parameter seen: handed the files of a packed tar, by their place in the archive, since they are unpacked anyway
  ///   when it is looked through.
  /// - Throws: `OP202` if it cannot be opened, `OP220` if it is damaged, cut off or something else than its name says,
  ///   `OP221` if it would unpack to too much.
  public init(
    _ path: String, _ source: ByteSource, _ kind: ArchiveKind,
    seen: (_ entry: Int, _ bytes: [UInt8]) -> Void = { _, _ in }
  ) throws {
    self.path = path
    self.kind = kind
    self.source = source
    let file = try ByteFile(path, source)
    switch kind {
    case .zip:
      let directory = try ZipDirectory(of: file)
      contents = .zip(directory.entries)
      let hasBackslashes = !directory.entries.contains { $0.name.utf8.contains(UInt8(ascii: "/")) }
      for (index, entry) in directory.entries.enumerated() where !entry.isFolder {
        take(index, entry.name, isLink: entry.isLink, hasBackslashes: hasBackslashes)
      }
      let locked = directory.entries.filter { $0.isEncrypted && !$0.isFolder }
      if let first = locked.first { findings.append(Self.encrypted(first.name, locked.count, path)) }
    case .tar, .packedTar:
      let isPacked = kind == .packedTar
      let members = try TarMembers(of: file, isPacked: isPacked, seen: seen)
      contents = .tar(members.entries, isPacked: isPacked)
      for (index, entry) in members.entries.enumerated() {
        take(index, entry.name, isLink: entry.isSpecial, hasBackslashes: false)
      }
    }
    tellRepeated()
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private var repeated: [String: Int] = [:]

  private mutating func take(_ index: Int, _ name: String, isLink: Bool, hasBackslashes: Bool) {
    switch MemberName.reading(name, hasBackslashes: hasBackslashes) {
    case .refused(let shown, let why): findings.append(.refused(shown, in: path, why))
    case .path(let member):
      if Self.isLeftover(member) {
        leftovers += 1
      } else if isLink {
        findings.append(.refused(member, in: path, "is a link or a device"))
      } else if entries.updateValue(index, forKey: member) != nil {
        repeated[member, default: 1] += 1
      } else {
        names.append(member)
      }
    }
  }

  private mutating func tellRepeated() {
    for (member, count) in repeated.sorted(by: { $0.key < $1.key }) {
      findings.append(.twice(member, in: path, count))
    }
    repeated = [:]
  }

  /// What macOS and Windows add to archives.
  private static func isLeftover(_ member: String) -> Bool {
    let parts = member.split(separator: "/")
    guard let name = parts.last else { return false }
    return parts.contains("__MACOSX") || name == ".DS_Store" || name.hasPrefix("._") || name == "Thumbs.db"
      || name == "desktop.ini"
  }

  // MARK: Its files

  /// True if it has a file of this name.
  public func has(_ name: String) -> Bool { entries[name] != nil }

  /// Which of all its entries a file is; nil if it has none of that name.
  public func index(of name: String) -> Int? { entries[name] }

  /// Bytes of a file when it is unpacked.
  public func size(of name: String) -> Int? {
    guard let index = entries[name] else { return nil }
    switch contents {
    case .zip(let all): return all[index].unpacked
    case .tar(let all, _): return all[index].size
    }
  }

  /// All bytes of a file.
  ///
  /// - Parameters:
  ///   - index: which of its entries.
  ///   - cursor: how far a packed tar has been gone through; kept from one file to the next.
  ///   - seen: handed the files of a packed tar that stand before this one.
  /// - Throws: `OP202`, `OP220`, `OP221`.
  public func read(
    _ index: Int, named name: String, cursor: inout TarCursor?, seen: (_ entry: Int, _ bytes: [UInt8]) -> Void
  ) throws -> [UInt8] {
    let shown = "\(path)!/\(name)"
    switch contents {
    case .zip(let all): return try all[index].read(from: ByteFile(path, source), named: shown)
    case .tar(let all, let isPacked):
      let entry = all[index]
      guard entry.size <= UnpackLimits.largestMember else { throw Diagnostic.tooLarge(shown) }
      guard isPacked else {
        let pass = try ArchivePass(ByteFile(path, source), from: entry.position, .tar)
        guard try pass.next() != nil else { throw Diagnostic.damaged(shown, "it is not where it was") }
        let bytes = try pass.bytes(atMost: entry.size)
        guard bytes.count == entry.size else { throw Diagnostic.damaged(shown, "it is cut off") }
        return bytes
      }
      return try read(entry, of: all, shown, &cursor, seen)
    }
  }

  private func read(
    _ entry: TarMembers.Entry, of all: [TarMembers.Entry], _ shown: String, _ cursor: inout TarCursor?,
    _ seen: (_ entry: Int, _ bytes: [UInt8]) -> Void
  ) throws -> [UInt8] {
    if cursor.map({ $0.next > entry.index }) ?? true { cursor = try TarCursor(ByteFile(path, source)) }
    guard let going = cursor else { return [] }
    // Entries that are files, by their place among all entries.
    func place(_ index: Int) -> Int? {
      var (low, high) = (0, all.count)
      while low < high {
        let middle = (low + high) / 2
        if all[middle].index < index { low = middle + 1 } else { high = middle }
      }
      return low < all.count && all[low].index == index ? low : nil
    }
    do {
      return try going.read(
        entry.index, shown,
        wants: { place($0).map { !all[$0].isSpecial && all[$0].size <= UnpackLimits.largestMember } ?? false },
        seen: { index, bytes in place(index).map { seen($0, bytes) } })
    } catch {
      cursor = nil
      throw error
    }
  }

  /// The first bytes of a file of a zip or a tar that is not packed; nil where all before it would have to be unpacked.
  public func head(_ index: Int, named name: String, count: Int) throws -> [UInt8]? {
    let shown = "\(path)!/\(name)"
    switch contents {
    case .zip(let all): return try all[index].head(from: ByteFile(path, source), named: shown, count: count)
    case .tar(_, isPacked: true): return nil
    case .tar(let all, isPacked: false):
      let pass = try ArchivePass(ByteFile(path, source), from: all[index].position, .tar)
      guard try pass.next() != nil else { throw Diagnostic.damaged(shown, "it is not where it was") }
      return try pass.bytes(atMost: min(count, all[index].size))
    }
  }

  fileprivate static func encrypted(_ first: String, _ count: Int, _ path: String) -> Diagnostic {
    let what = count == 1 ? "'\(first)' is" : "\(count) files are"
    return Diagnostic(
      .archiveBroken, "\(what) encrypted in '\(path)'", at: SourcePlace(file: path),
      fix: "unpack it with its password, and read the folder",
      notes: (count == 1 ? [] : [.init("first", first)])
        + [.init("kept", "nothing of the documents that they belong to is exported")])
  }
}
