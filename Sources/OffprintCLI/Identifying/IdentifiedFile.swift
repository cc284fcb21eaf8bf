import OffprintDiagnostics
import OffprintEngine
import OffprintFormats
import OffprintKit

/// A file and what it is.
struct IdentifiedFile {
  var path: String
  var identity: FileIdentity
  /// The reader that takes it; nil if it has none, or this command has not got it.
  var reader: String?

  /// True if it may be text of pages and nothing reads it.
  var isUnread: Bool { identity.use == .unusable || identity.use == .unknown || identity.use == .text && reader == nil }

  /// What there is to say beside kind and profile.
  var remark: String? {
    if let remark = identity.remark { return remark }
    if identity.use == .text, reader == nil {
      return identity.reader.map { "no reader '\($0)' in this command" } ?? "no reader takes it"
    }
    return nil
  }
}

/// Looks at files and at all that is in folders and archives.
struct Identification {
  private(set) var files: [IdentifiedFile] = []
  /// What was found wrong on the way, such as archives that cannot be unpacked.
  private(set) var messages: [Diagnostic] = []
  private let registry: Registry

  init(_ registry: Registry) { self.registry = registry }

  /// - Throws: `OP201` if there is nothing at the path, `OP202` if a folder cannot be looked into.
  mutating func look(at path: String) throws {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    if SourceTree.isFolder(path) {
      try look(in: path, depth: 0)
    } else if SourceTree.isFile(path) {
      look(atFile: path, depth: 0)
    } else {
      throw Diagnostic.missing(path)
    }
  }

  private mutating func look(in folder: String, depth: Int) throws {
    // Links may lead in a circle.
    guard depth < 64 else { return }
    messages += SourceTree.findings(inArchive: folder).messages
    for name in try SourceTree.names(in: folder) where name != "__MACOSX" {
      let path = "\(folder)/\(name)"
      if SourceTree.isFolder(path) {
        try look(in: path, depth: depth + 1)
      } else {
        look(atFile: path, depth: depth + 1)
      }
    }
  }

  private mutating func look(atFile path: String, depth: Int) {
    guard SourceTree.isArchive(path) else {
      let identity = FileIdentifier.identity(of: path)
      let reader = identity.reader.flatMap { registry.readers[$0] == nil ? nil : $0 }
      files.append(IdentifiedFile(path: path, identity: identity, reader: reader))
      return
    }
    do {
      try look(in: SourceTree.folder(of: path), depth: depth)
    } catch {
      let found = Diagnostics.messages(of: error)
      messages += found
      let words = found.first?.summary.replacing("'\(path)' ", with: "") ?? "cannot be unpacked"
      let broken = FileIdentity("archive", use: .unusable, remark: words)
      files.append(IdentifiedFile(path: path, identity: broken, reader: nil))
    }
  }
}
