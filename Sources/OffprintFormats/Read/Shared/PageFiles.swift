import OffprintKit
import OffprintModel

/// What is an issue where nothing but files and folders says it.
public enum IssueExtent: String, SettingChoice {
  case file, folder
}

/// Issues that are page files, or folders of such.
enum PageFiles {
  /// A document for each file, or for each folder that directly holds some of them; in the order of their names.
  static func documents(of files: [String], in input: InputSelection, each extent: IssueExtent) -> DocumentListing {
    if extent == .folder, !input.isSingleFile {
      return DocumentListing(documents: FolderIssues.documents(of: files, in: input))
    }
    return DocumentListing(
      documents: files.sorted(by: NaturalOrder.precedes).map { file in
        DocumentSource(
          name: FilePath.relative(file, to: input.root), root: FilePath.folder(file), files: [file],
          input: input.bounds)
      })
  }

  /// The issue that a document is, without pages: its id, and title and date as the name of the file or folder has
  /// them.
  static func issue(of document: DocumentSource, endings: [String]) -> Issue {
    let isSingle = document.files.count == 1 && FilePath.last(document.name) == FilePath.last(document.files[0])
    let file = isSingle ? pageName(document.name, endings) : nil
    let id = file.map { IssueName.id(ofFile: $0, in: document.root) } ?? IssueName.id(ofFolder: document.root)
    var issue = Issue(id: id)
    let parts = file.map { IssueName($0) } ?? IssueName(ofFolder: document.root)
    issue.publication.title = parts.title
    issue.date = parts.date ?? IssueName(id).date ?? IssueName(ofFolder: document.root).date
    return issue
  }

  /// A file's name without the first of the endings that it has, whatever it is packed in.
  static func pageName(_ path: String, _ endings: [String]) -> String {
    let name = FilePath.pageName(path)
    for ending in endings where name.lowercased().hasSuffix(ending) && name.utf8.count > ending.utf8.count {
      return String(name.dropLast(ending.count))
    }
    return name
  }
}

extension Issue {
  /// Adds the pages of a file as the next ones.
  mutating func append(_ more: [Page], of path: String, in document: DocumentSource) {
    for var page in more {
      page.number = pages.count + 1
      page.file = FilePath.relative(path, to: document.root)
      pages.append(page)
    }
    sources.append(FilePath.relative(path, to: document.root))
  }
}
