import OffprintKit

/// The files of a plugin folder that are plugins: libraries (`NAME.so`), and manifests of programs
/// (`NAME.plugin.json`), beside each other or each in a folder of its own.
enum PluginFiles {
  static let manifest = ".plugin.json"
  static let library = ".so"

  /// The plugins of a folder, sorted by name; a file stands for itself.
  ///
  /// - Throws: `OP201` if there is no such folder.
  static func all(in path: String) throws -> [String] {
    guard let names = names(in: path) else {
      _ = try SourceFile.head(path, count: 1)
      return [path]
    }
    return names.flatMap { name -> [String] in
      let file = "\(path)/\(name)"
      if isPlugin(name) { return [file] }
      // One level down and no further: what is built or downloaded there is nobody's plugin.
      return (Self.names(in: file) ?? []).filter(isPlugin).map { "\(file)/\($0)" }
    }
  }

  static func isPlugin(_ name: String) -> Bool { name.hasSuffix(library) || name.hasSuffix(manifest) }

  /// The name of a plugin before it has told its own.
  static func name(of file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    for suffix in [manifest, library] where name.hasSuffix(suffix) { return String(name.dropLast(suffix.count)) }
    return name
  }

  static func folder(of file: String) -> String {
    guard let slash = file.lastIndex(of: "/") else { return "." }
    return slash == file.startIndex ? "/" : String(file[..<slash])
  }

  /// What a command is made of in its folder: the files that it names, and others of their kind beside them, which they
  /// may import. Tests are no part of it, nor is anything outside of the folder, such as an interpreter.
  static func sources(of command: [String], in folder: String) -> [String] {
    var found: Set<String> = []
    for word in command where !word.hasPrefix("/") && !word.hasPrefix("-") {
      let path = "\(folder)/\(word)"
      guard SourceTree.isFile(path) else { continue }
      found.insert(path)
      guard let ending = ending(of: path) else { continue }
      let beside = Self.folder(of: path)
      for name in names(in: beside) ?? [] where Self.ending(of: name) == ending && !name.hasPrefix("test") {
        found.insert("\(beside)/\(name)")
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func ending(of path: String) -> Substring? {
    let name = path.split(separator: "/").last ?? ""
    return name.lastIndex(of: ".").map { name[$0...] }
  }

  /// What is in a folder, without hidden files; nil if it is no folder.
  private static func names(in folder: String) -> [String]? {
    (try? SourceTree.names(in: folder))?.filter { !$0.hasPrefix(".") }
  }
}
