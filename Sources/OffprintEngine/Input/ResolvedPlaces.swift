import OffprintKit

/// Files by where they are, however the way to them is written; each folder is looked up once.
struct ResolvedPlaces {
  private var folders: [String: String] = [:]

  mutating func place(of path: String) -> String {
    let folder = FileSystem.folder(of: path) ?? "."
    let resolved = folders[folder] ?? SourceFile.resolved(folder) ?? folder
    folders[folder] = resolved
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) } ?? path
    return "\(resolved)/\(name)"
  }
}
