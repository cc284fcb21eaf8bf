import OffprintKit

/// Issues that are folders of pages.
enum FolderIssues {
  /// A document for each folder that directly holds some of the files; its pages in the order of their names.
  static func documents(of files: [String], in input: InputSelection) -> [DocumentSource] {
    let folders = Dictionary(grouping: files) { PathBytes(FilePath.folder($0)) }
    return folders.keys.sorted { NaturalOrder.precedes($0.path, $1.path) }.map { key in
      let folder = key.path
      let name = FilePath.relative(folder, to: input.root)
      return DocumentSource(
        name: name.isEmpty ? SourceTree.plainName(FilePath.last(input.root)) : name, root: folder,
        files: (folders[key] ?? []).sorted(by: NaturalOrder.precedes), input: input.bounds)
    }
  }
}
