/// Names that would not do for the files of a new plugin.
extension PluginTemplate {
  /// Why no plugin of this kind can have the name, as in "cannot be called 'json': …"; nil if it can.
  public var clash: String? {
    // What the files are called whatever the plugin is called.
    let fixed = PluginTemplate(name: "", kind: kind, package: package).files.map(\.path)
    if let file = fixed.first(where: { Self.stem(of: $0).lowercased() == name }) {
      return "it has a file '\(file)' beside those of its name"
    }
    switch kind {
    case .c: return nil
    case .process:
      return PythonModules.names.contains(name)
        ? "Python's own library has a module '\(name)', and would find '\(name).py' in its place" : nil
    case .swift:
      let isTaken = type.hasPrefix("Offprint") || Self.modules.contains(type) || words.contains(type)
      return isTaken ? "'\(type)' is the name of something else that its Swift files need" : nil
    }
  }

  /// `test` of `Tests/test.py`.
  private static func stem(of path: String) -> Substring {
    let name = path.split(separator: "/").last ?? ""
    return name.prefix { $0 != "." }
  }

  /// Every word of the files of a plugin without a name.
  private var words: Set<String> {
    let files = PluginTemplate(name: "", kind: kind, package: "").files
    return Set(
      files.flatMap { file in
        String(decoding: file.bytes, as: UTF8.self).split { !$0.isLetter && !$0.isNumber }.map(String.init)
      })
  }

  /// Modules besides our own that a package with Offprint in it is built with.
  private static let modules: Set<String> = [
    "ArgumentParser", "Darwin", "Dispatch", "FamilyNotices", "Foundation", "Glibc", "Musl", "Swift", "XCTest", "Yams",
  ]
}
