import OffprintKit

/// Finds the files that a delivery's main file (METS, DIDL) names, and nothing outside of the input.
struct DeliveryFolder {
  /// The main file's own folder; names in it are relative to this one.
  let folder: String
  /// Nothing outside of it is read.
  let root: String
  /// Paths below the main file's folder by their file name in lower case; nil until a name had to be looked for.
  private var byName: [String: [String]]?

  enum Finding: Equatable {
    case file(String)
    case missing
    /// It would be outside of the input.
    case outside
  }

  init(of main: String, root: String) {
    folder = FilePath.folder(main)
    self.root = root
  }

  /// The file that an href means: as it is written, with `%` escapes undone, packed as `.gz` and the like, in other
  /// letter case, or else the only file of that name below the main file's folder.
  mutating func find(_ href: String) -> Finding {
    let plain = href.replacing("\\", with: "/")
    var spellings = [plain]
    let unescaped = Self.withoutEscapes(plain)
    if unescaped != plain { spellings.append(unescaped) }
    var isOutside = false
    var tried: [String] = []
    for spelling in spellings {
      guard let relative = Self.relative(spelling), let path = FilePath.normal(FilePath.join(folder, relative)),
        FilePath.isInside(path, root)
      else {
        isOutside = true
        continue
      }
      if SourceTree.standsAsFile(path) { return inside(path) }
      tried.append(path)
    }
    // `0001.xml` may be there as `0001.xml.gz`; should it come as it is, it is read instead.
    for path in tried {
      guard let packed = SourceTree.packedNames(of: path).first(where: SourceTree.isFile) else { continue }
      for path in tried { SourceFile.witness?.missed(path) }
      return inside(packed)
    }
    guard !isOutside || Self.relative(plain) == nil, let last = spellings.last else { return .outside }
    if let found = sameName(FilePath.last(last)) { return inside(found) }
    // A folder of that name is refused by its name when it is read.
    if let folder = tried.first(where: SourceTree.isFolder) { return inside(folder) }
    for path in tried { SourceFile.witness?.missed(path) }
    return isOutside ? .outside : .missing
  }

  /// A link may lead anywhere in the folder that is read, but not out of it.
  private func inside(_ path: String) -> Finding {
    DocumentSource.isInside(path, root) ? .file(path) : .outside
  }

  /// The path without `file:`; nil for one that begins at a root, a drive, a server or is a web address.
  private static func relative(_ href: String) -> String? {
    var path = Substring(href)
    if path.lowercased().hasPrefix("file:") { path = path.dropFirst(5) }
    if path.hasPrefix("//./") { path = path.dropFirst(4) }
    if path.hasPrefix("//.../") || path.hasPrefix("/") { return nil }
    if path.dropFirst().hasPrefix(":") || path.contains("://") { return nil }
    return String(path)
  }

  /// With `%20` and the like undone (RFC 3986, section 2.1); what is no escape stays.
  private static func withoutEscapes(_ href: String) -> String {
    var out: [UInt8] = []
    var rest = Array(href.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        out.append(value)
        rest = rest.dropFirst(2)
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private mutating func sameName(_ name: String) -> String? {
    let known = byName ?? Self.names(below: folder)
    byName = known
    let found = known[name.lowercased()] ?? []
    let exact = found.filter { FilePath.last($0) == name || SourceTree.unpackedName(FilePath.last($0)) == name }
    return exact.count == 1 ? exact[0] : found.count == 1 ? found[0] : nil
  }

  private static func names(below folder: String) -> [String: [String]] {
    var names: [String: [String]] = [:]
    for path in SourceTree.files(below: folder) where !FilePath.isLeftover(path) {
      let name = FilePath.last(path).lowercased()
      names[name, default: []].append(FilePath.join(folder, path))
      let plain = SourceTree.unpackedName(name)
      if plain != name { names[plain, default: []].append(FilePath.join(folder, path)) }
    }
    return names
  }
}
