import OffprintDiagnostics

/// The paths that this run has written, so that no document replaces another's file.
///
/// A run may write millions of files, so a path is remembered by its 128-bit sum, 16 bytes instead of a hundred; that
/// two paths share one is less likely than a fault of the memory.
struct OutputNames: Sendable {
  private struct Owner {
    var document: Int32
    /// Of a file that documents share, the sum of its writer's id; 0 for a file of the document's own.
    var writer: UInt32
  }

  private var owners: [Digest: Owner] = [:]

  /// The document that holds a path already; nil if it may be written.
  ///
  /// - Parameter writer: whose documents share the file; nil for a file of one document.
  func holder(of path: String, sharedBy writer: String?) -> Int? {
    guard let owner = owners[Self.sum(path)] else { return nil }
    return owner.writer != 0 && owner.writer == Self.number(of: writer) ? nil : Int(owner.document)
  }

  mutating func take(_ path: String, sharedBy writer: String?, for document: Int) {
    owners[Self.sum(path)] = Owner(document: Int32(clamping: document), writer: Self.number(of: writer))
  }

  /// The path without empty parts and `.`; what the system takes as the same path is mostly spelt the same then.
  static func normalised(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  private static func sum(_ path: String) -> Digest { Digest(of: FileSystem.absolute(path).utf8) }

  private static func number(of writer: String?) -> UInt32 {
    writer.map { UInt32(truncatingIfNeeded: Digest(of: $0.utf8).hashValue) | 1 } ?? 0
  }
}
