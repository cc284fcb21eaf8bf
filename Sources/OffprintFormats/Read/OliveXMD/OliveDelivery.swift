import OffprintKit
import OffprintXML

/// The files of one delivery: TOC.xml, and below it `Document/<page>/….xml` and `Document/styleGallery.txt`, or the same
/// in `Document.zip`.
struct OliveDelivery {
  private(set) var toc: String?
  private(set) var styles: String?
  /// Folders of pages by their names, numbers by their value; the files of each in the order of their names.
  private(set) var pages: [(name: String, files: [String])] = []

  init(_ files: [String]) {
    var folders: [String: [String]] = [:]
    for file in files {
      switch FilePath.last(file).lowercased() {
      case Self.tocName: toc = file
      case Self.stylesName: styles = file
      default: folders[FilePath.folder(file), default: []].append(file)
      }
    }
    pages = folders.keys.sorted(by: NaturalOrder.precedes).map { folder in
      (FilePath.last(folder), (folders[folder] ?? []).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }
  }

  private static let tocName = "toc.xml"
  private static let stylesName = "stylegallery.txt"
  private static let documentName = "Document"

  /// The folders of deliveries among the files: those with a table of contents, and those with XMD files below their
  /// folder `Document`.
  static func folders(in input: InputSelection) -> [String] {
    var found: Set<String> = []
    for file in input.files where FilePath.hasEnding(file, ".xml") && !FilePath.isLeftover(file) {
      let folder = FilePath.folder(file)
      var candidate = folder
      if FilePath.last(file).lowercased() != tocName {
        guard FilePath.last(FilePath.folder(folder)) == documentName else { continue }
        candidate = FilePath.folder(FilePath.folder(folder))
        // Packed with its folder.
        if FilePath.last(candidate) == SourceTree.folder(of: documentName + ".zip") {
          candidate = FilePath.folder(candidate)
        }
      }
      guard !found.contains(candidate), candidate == input.root || FilePath.isInside(candidate, input.root),
        OliveFile.Kind(of: file) != nil
      else { continue }
      found.insert(candidate)
    }
    return found.sorted(by: NaturalOrder.precedes)
  }

  /// All files of the delivery in a folder, the table of contents first.
  static func files(in folder: String) -> [String] {
    let document = documentFolder(in: folder)
    var files = names(in: folder).filter { $0.lowercased() == tocName }.map { FilePath.join(folder, $0) }
    for name in names(in: document) where !FilePath.isLeftover(name) {
      let path = FilePath.join(document, name)
      if name.lowercased() == stylesName {
        files.append(path)
      } else {
        files += names(in: path).filter { FilePath.hasEnding($0, ".xml") && !FilePath.isLeftover($0) }
          .map { FilePath.join(path, $0) }
      }
    }
    return files
  }

  /// The folder that the folders of pages are in; Olive packs it as a zip, in which it may stand once more.
  private static func documentFolder(in folder: String) -> String {
    let plain = FilePath.join(folder, documentName)
    guard !SourceTree.isFolder(plain),
      let packed = names(in: folder).first(where: { $0.lowercased() == documentName.lowercased() + ".zip" })
    else { return plain }
    let zip = SourceTree.folder(of: FilePath.join(folder, packed))
    let inner = FilePath.join(zip, documentName)
    return SourceTree.isFolder(inner) ? inner : zip
  }

  /// Empty for what is no folder.
  private static func names(in folder: String) -> [String] { (try? SourceTree.names(in: folder)) ?? [] }
}

/// A file of XMD: its bytes, and what it is by its root element.
struct OliveFile {
  enum Kind { case toc, page, entity }

  var path: String
  var bytes: [UInt8]
  /// nil for XML that is something else.
  var kind: Kind?

  init(_ path: String, of document: DocumentSource) throws {
    self.path = path
    bytes = try document.read(path)
    kind = Kind(root: XMLSniff.rootElement(bytes.prefix(4096)))
  }

  /// True if it shows no root element, so that reading it says what is wrong.
  var isBroken: Bool { kind == nil && XMLSniff.rootElement(bytes.prefix(4096)) == nil }

  func read(into handler: inout some XMLHandler) throws -> XMLScrubbing {
    try XMLReader.read(bytes, file: path, into: &handler)
  }
}

extension OliveFile.Kind {
  /// Looks at the first bytes of a file; nil if it is no XMD or cannot be read.
  init?(of path: String) {
    self.init(root: (try? SourceFile.head(path)).flatMap(XMLSniff.rootElement))
  }

  fileprivate init?(root: String?) {
    switch root {
    case OliveName.tocRoot.rawValue: self = .toc
    case OliveName.pageRoot.rawValue: self = .page
    case OliveName.entityRoot.rawValue: self = .entity
    default: return nil
    }
  }
}
