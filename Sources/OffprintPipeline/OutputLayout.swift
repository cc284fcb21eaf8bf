import OffprintKit

/// How the files of an output path lie in their folders, whatever stands for its fields.
struct OutputLayout {
  /// Names of folders and of a file, from `root` on; each a row of texts between which something stands.
  private let names: [[String]]
  private let root: String

  init(_ path: OutputPath, below folder: String) {
    root = folder
    var names: [[String]] = [[""]]
    for piece in path.moved(to: "").pieces {
      guard case .text(let text) = piece else {
        names[names.count - 1].append("")
        continue
      }
      for (index, part) in text.split(separator: "/", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { names.append([""]) }
        names[names.count - 1][names[names.count - 1].count - 1] += part
      }
    }
    self.names = names.filter { $0 != [""] }
  }

  /// The path below the folder with `*` for its fields.
  var pattern: String { names.map { $0.joined(separator: "*") }.joined(separator: "/") }

  /// Whether there is a file that lies so.
  var hasFile: Bool { hasFile(in: root, from: 0) }

  private func hasFile(in folder: String, from depth: Int) -> Bool {
    guard depth < names.count, let found = try? SourceTree.names(in: folder) else { return false }
    return found.contains { name in
      let path = "\(folder)/\(name)"
      guard Self.matches(name, names[depth]) else { return false }
      return depth + 1 == names.count ? SourceTree.isFile(path) : hasFile(in: path, from: depth + 1)
    }
  }

  private static func matches(_ name: String, _ texts: [String]) -> Bool {
    guard let first = texts.first, let last = texts.last, texts.count > 1 else { return [name] == texts }
    guard name.hasPrefix(first), name.hasSuffix(last) else { return false }
    var rest = name.dropFirst(first.count)
    for text in texts.dropFirst() where !text.isEmpty {
      guard let range = rest.firstRange(of: text) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }
}
