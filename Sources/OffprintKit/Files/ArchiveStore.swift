import OffprintArchives
import OffprintDiagnostics

/// The archives that are being read, each looked through once, and what of packed tars was unpacked on the way.
///
/// Files of a zip and of a plain tar are had one by one, wherever they stand. A packed tar is gone through from its
/// start: what is passed on the way to a file is kept, 256 MB of all archives together, the oldest given up first; only
/// a file that stands before the place that was reached, and is kept no more, makes it begin again.
final class ArchiveStore: Sendable {
  static let shared = ArchiveStore()

  /// Bytes that are kept of files of packed tars.
  static let kept = 256 << 20
  /// First bytes are kept for that many files of a packed tar, so that it need not be gone through once more to see
  /// what they are.
  private static let mostHeads = 16384
  /// Archives whose tables of contents are kept: those that are files, and those inside of others, which are held in
  /// memory as a whole.
  private static let mostOpen = (files: 256, inner: 8)

  /// A file or a folder in an archive; the archive's own folder has the name "".
  struct Place {
    var open: OpenArchive
    var member: String
  }

  private struct Slots {
    var slots: [String: Guarded<OpenArchive?>] = [:]
    var files: [String] = []
    var inner: [String] = []

    mutating func slot(_ path: String, isInner: Bool) -> Guarded<OpenArchive?> {
      if let slot = slots[path] { return slot }
      let slot = Guarded<OpenArchive?>(nil)
      slots[path] = slot
      if isInner { inner.append(path) } else { files.append(path) }
      if inner.count > mostOpen.inner { slots[inner.removeFirst()] = nil }
      if files.count > mostOpen.files { slots[files.removeFirst()] = nil }
      return slot
    }
  }

  private let slots = Guarded(Slots())
  let unpacked = KeptBytes(atMost: kept)

  /// What a path in an archive means; nil if it leads into none, or that cannot be unpacked.
  func place(of path: String) -> Place? {
    guard SourceTree.mayBeInArchive(path) else { return nil }
    return (try? openedPlace(of: path)) ?? nil
  }

  /// What a path in an archive means; nil if it leads into none.
  ///
  /// - Throws: `OP202`, `OP220`, `OP221` if it leads into one that cannot be unpacked.
  func openedPlace(of path: String) throws -> Place? {
    guard let file = Self.outermost(path), let look = FileLook(at: file) else { return nil }
    let open = try opened(file, look)
    return try place(of: String(path.dropFirst(file.count + 1).drop { $0 == "/" }), in: open, depth: 1)
  }

  private func place(of rest: String, in open: OpenArchive, depth: Int) throws -> Place? {
    if rest.isEmpty || open.archive.has(rest) || open.folders[rest] != nil { return Place(open: open, member: rest) }
    guard let mark = rest.indices.first(where: { rest[$0] == "!" && open.archive.has(String(rest[..<$0])) }) else {
      return Place(open: open, member: rest)
    }
    let member = String(rest[..<mark])
    let path = "\(open.archive.path)!/\(member)"
    guard depth < UnpackLimits.deepest else {
      throw Diagnostic(
        .unpacksToTooMuch, "'\(path)' is the fifth archive inside of another", at: SourcePlace(file: path),
        notes: [.init("kept", "nothing of it is read")])
    }
    let inner = try opened(path, open.look) { try open.read(member) }
    return try place(of: String(rest[mark...].dropFirst().drop { $0 == "/" }), in: inner, depth: depth + 1)
  }

  /// The file of the system before the first `!` that stands behind one; nil if the path is no such.
  static func outermost(_ path: String) -> String? {
    guard SourceTree.mayBeInArchive(path) else { return nil }
    var at = path.startIndex
    while let mark = path[at...].firstIndex(of: "!") {
      let next = path.index(after: mark)
      if next == path.endIndex || path[next] == "/" {
        let file = String(path[..<mark])
        if FileLook(plain: file) != nil { return file }
      }
      at = next
    }
    return nil
  }

  /// The archive, looked through anew if it has changed.
  private func opened(
    _ path: String, _ look: FileLook, bytes: (() throws -> [UInt8])? = nil
  ) throws -> OpenArchive {
    let slot = slots.withLock { $0.slot(path, isInner: bytes != nil) }
    return try slot.withLock { open in
      if let open, open.look == look { return open }
      let made = try OpenArchive(path, try bytes.map { .memory(try $0()) } ?? .file, look, unpacked, Self.mostHeads)
      open = made
      return made
    }
  }
}

/// One archive that was looked through.
final class OpenArchive: Sendable {
  let archive: Archive
  /// Of the file of the system that it is, or is in.
  let look: FileLook
  /// The names directly in each of its folders; the topmost is "".
  let folders: [String: [String]]
  private let cursor = Guarded<TarCursor?>(nil)
  private let heads: [[UInt8]]
  private let unpacked: KeptBytes
  private let key: Int

  init(_ path: String, _ source: ByteSource, _ look: FileLook, _ unpacked: KeptBytes, _ mostHeads: Int) throws {
    let key = unpacked.newKey()
    var heads: [[UInt8]] = []
    let kind = try Self.kind(of: path, source)
    let archive = try Archive(path, source, kind) { entry, bytes in
      while heads.count < min(entry, mostHeads) { heads.append([]) }
      if entry < mostHeads { heads.append(Array(bytes.prefix(4096))) }
      unpacked.keep(bytes, of: key, entry)
    }
    self.archive = archive
    (self.key, self.heads, self.look, self.unpacked) = (key, heads, look, unpacked)
    folders = Self.folders(of: archive.names)
  }

  /// By its first bytes, since names may be wrong; by its name where they do not tell.
  private static func kind(of path: String, _ source: ByteSource) throws -> ArchiveKind {
    let head: [UInt8]
    switch source {
    case .file: head = try SourceFile.rawHead(path, count: 1 << 20)
    case .memory(let bytes): head = Array(bytes.prefix(1 << 20))
    }
    if Packing(head: head.prefix(8)) != nil {
      let inner = try PackedFile.head(head, named: path, count: 512)
      return ArchiveKind(head: inner, isPacked: true) ?? .packedTar
    }
    return ArchiveKind(head: head, isPacked: false) ?? ArchiveKind(name: path) ?? .zip
  }

  private static func folders(of names: [String]) -> [String: [String]] {
    var folders: [String: Set<String>] = ["": []]
    for name in names {
      var path = Substring(name)
      while true {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { String(path[..<$0]) } ?? ""
        let inner = String(slash.map { path[path.index(after: $0)...] } ?? path)
        let isKnown = folders[folder] != nil && !folder.isEmpty
        folders[folder, default: []].insert(inner)
        // Those above have been noted with the folder's first file.
        if isKnown { break }
        guard let slash else { break }
        path = path[..<slash]
      }
    }
    return folders.mapValues { $0.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
  }

  /// All bytes of a file.
  ///
  /// - Throws: `OP201` if there is none of that name, `OP202`, `OP220`, `OP221`.
  func read(_ member: String) throws -> [UInt8] {
    guard let index = archive.index(of: member) else { throw SourceFile.notThere("\(archive.path)!/\(member)") }
    guard archive.kind == .packedTar else {
      var none: TarCursor?
      return try archive.read(index, named: member, cursor: &none) { _, _ in }
    }
    if let bytes = unpacked.bytes(of: key, index) { return bytes }
    return try cursor.withLock { cursor in
      // Somebody else may have come by it meanwhile.
      if let bytes = unpacked.bytes(of: key, index) { return bytes }
      return try archive.read(index, named: member, cursor: &cursor) { unpacked.keep($1, of: key, $0) }
    }
  }

  /// The first bytes of a file.
  func head(_ member: String, count: Int) throws -> [UInt8] {
    guard let index = archive.index(of: member) else { throw SourceFile.notThere("\(archive.path)!/\(member)") }
    if index < heads.count, count <= 4096 { return Array(heads[index].prefix(count)) }
    if let head = try archive.head(index, named: member, count: count) { return head }
    return Array(try read(member).prefix(count))
  }
}

/// Bytes that are kept as long as there is room for them; the oldest are given up first.
final class KeptBytes: Sendable {
  private struct Key: Hashable {
    var archive: Int
    var entry: Int
  }

  private struct State {
    var bytes: [Key: [UInt8]] = [:]
    var order: [Key] = []
    var first = 0
    var total = 0
    var nextKey = 0
  }

  private let state = Guarded(State())
  private let limit: Int

  init(atMost limit: Int) { self.limit = limit }

  /// A number for an archive, which no other has.
  func newKey() -> Int {
    state.withLock { state in
      state.nextKey += 1
      return state.nextKey
    }
  }

  func bytes(of archive: Int, _ entry: Int) -> [UInt8]? {
    state.withLock { $0.bytes[Key(archive: archive, entry: entry)] }
  }

  func keep(_ bytes: [UInt8], of archive: Int, _ entry: Int) {
    let key = Key(archive: archive, entry: entry)
    state.withLock { state in
      guard state.bytes.updateValue(bytes, forKey: key) == nil else { return }
      state.order.append(key)
      state.total += bytes.count
      while state.total > limit, state.first < state.order.count {
        state.total -= state.bytes.removeValue(forKey: state.order[state.first])?.count ?? 0
        state.first += 1
      }
      if state.first > 1024, state.first * 2 > state.order.count {
        state.order.removeFirst(state.first)
        state.first = 0
      }
    }
  }
}
