#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import OffprintArchives
import OffprintDiagnostics

/// The folders and files that readers are shown: those of the system, and those in archives.
///
/// A zip or a tar is a folder that is called by its name and a `!`: `delivery.zip!/data/mets.xml` is a file in it, and
/// `batch.tar!/1903.zip!/mets.xml` one in an archive that is itself in one. Nothing is unpacked to the disk.
public enum SourceTree {
  public static func isFile(_ path: String) -> Bool {
    if isPlain(path, S_IFREG) { return true }
    return ArchiveStore.shared.place(of: path).map { $0.open.archive.has($0.member) } ?? false
  }

  /// True if something is there that is no folder: a file, or a pipe or a device, which reading refuses by its name.
  public static func standsAsFile(_ path: String) -> Bool {
    if isFile(path) { return true }
    return access(path, F_OK) == 0 && !isFolder(path)
  }

  public static func isFolder(_ path: String) -> Bool {
    if isPlain(path, S_IFDIR) { return true }
    return ArchiveStore.shared.place(of: path).map { $0.open.folders[$0.member] != nil } ?? false
  }

  /// True if the file is called as an archive is, or is one by its bytes and its name does not say what it is; its
  /// contents are then at `folder(of:)`.
  public static func isArchive(_ path: String) -> Bool { ArchiveLook.isArchive(path) }

  /// The folder that an archive is.
  public static func folder(of archive: String) -> String { archive + "!" }

  /// Files and folders directly in a folder, sorted by bytes, without `.` and `..`.
  ///
  /// - Throws: `OP202` if it cannot be looked into; `OP220`, `OP221` if it is an archive that cannot be unpacked.
  public static func names(in folder: String) throws -> [String] {
    if mayBeInArchive(folder), let place = try ArchiveStore.shared.openedPlace(of: folder) {
      return place.open.folders[place.member] ?? []
    }
    guard let stream = opendir(folder.isEmpty ? "." : folder) else { throw unreadable(folder, errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      // A list that ends too soon, such as that of a mount which is gone, would be names lost.
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw unreadable(folder, errno) }
        break
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func unreadable(_ folder: String, _ number: Int32) -> Diagnostic {
    Diagnostic(
      .inputUnreadable, "'\(folder)' cannot be looked into: \(SystemRefusal(number).words)",
      at: SourcePlace(file: folder), fix: SystemRefusal(number).stepToRead)
  }

  /// All files below a folder, as paths from it on; folders that cannot be looked into are passed over.
  public static func files(below folder: String) -> [String] {
    var found: [String] = []
    func visit(_ inner: String, depth: Int) {
      // Links may lead in a circle.
      guard depth < 64 else { return }
      for name in (try? names(in: inner.isEmpty ? folder : "\(folder)/\(inner)")) ?? [] {
        let path = inner.isEmpty ? name : "\(inner)/\(name)"
        if isFolder("\(folder)/\(path)") { visit(path, depth: depth + 1) } else { found.append(path) }
      }
    }
    visit("", depth: 0)
    return found
  }

  /// What is wrong with the table of contents of an archive, and how many files of operating systems are passed over
  /// in it.
  ///
  /// - Parameter folder: as `folder(of:)` gives it.
  public static func findings(inArchive folder: String) -> (messages: [Diagnostic], leftovers: Int) {
    guard let place = ArchiveStore.shared.place(of: folder), place.member.isEmpty else { return ([], 0) }
    return (place.open.archive.findings, place.open.archive.leftovers)
  }

  /// A path as seen from a folder that it lies below; nil if it does not. By bytes: a file system knows no characters,
  /// and a letter may be several bytes, or one with what follows `/`.
  public static func path(_ path: String, below folder: String) -> String? {
    let base = folder.utf8.last == UInt8(ascii: "/") ? folder : folder + "/"
    guard path.utf8.starts(with: base.utf8) else { return nil }
    return String(Substring(path.utf8.dropFirst(base.utf8.count)))
  }

  /// The file of the system that a path leads into: the outermost archive, or the path itself.
  public static func outermost(_ path: String) -> String { ArchiveStore.outermost(path) ?? path }

  /// True if a path can only be that of something in an archive.
  static func mayBeInArchive(_ path: String) -> Bool { path.utf8.contains(UInt8(ascii: "!")) }

  /// The name of a folder without what only says that it is an archive: `1903.tar.gz!` gives `1903`.
  public static func plainName(_ name: String) -> String {
    guard name.hasSuffix("!") else { return name }
    var plain = String(name.dropLast())
    while let point = plain.lastIndex(of: "."), point > plain.startIndex,
      ArchiveKind(name: "x" + plain[point...]) != nil || Packing(name: plain) != nil
    {
      plain = String(plain[..<point])
    }
    return plain
  }

  /// The name of a file without what only says how it is packed: `0001.xml.gz` gives `0001.xml`.
  public static func unpackedName(_ name: String) -> String {
    guard let packing = Packing(name: name), ArchiveKind(name: name) == nil else { return name }
    return String(name.dropLast(packing.ending.count))
  }

  /// The names that a file may have if it is packed: `0001.xml.gz` for `0001.xml`, and so on.
  public static func packedNames(of name: String) -> [String] { Packing.allCases.map { name + $0.ending } }

  static func isPlain(_ path: String, _ kind: mode_t) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == kind
  }
}
