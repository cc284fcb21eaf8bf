import CXXHash
import OffprintDiagnostics

/// The paths that this run has written, so that no document replaces another's file; or the ids of issues.
///
/// A run may write millions of files, so a path is remembered by a sum of 64 bits (XXH3), and with it the document: twelve
/// bytes instead of a hundred. Two paths of a million share a sum once in forty million runs; the later document would be
/// refused then, and nothing be lost.
struct OutputNames: Sendable {
  private var owners: [UInt64: Int32] = [:]
  /// Of files that documents share, the writer.
  private var writers: [UInt64: String] = [:]

  /// The document that holds a path already; nil if it may be written.
  ///
  /// - Parameters:
  ///   - path: an absolute path.
  ///   - writer: whose documents share the file; nil for a file of one document.
  func holder(of path: String, sharedBy writer: String?) -> Int? {
    let sum = Self.sum(path)
    guard let owner = owners[sum] else { return nil }
    return writer != nil && writers[sum] == writer ? nil : Int(owner)
  }

  /// The same path is held by the document from now on.
  mutating func take(_ path: String, sharedBy writer: String?, for document: Int) {
    let sum = Self.sum(path)
    owners[sum] = Int32(clamping: document)
    if let writer { writers[sum] = writer }
  }

  /// The path without empty parts, `.` and, in an absolute one, `..`; what the system takes as the same path is mostly
  /// spelt the same then.
  static func normalised(_ path: String) -> String {
    if isNormal(path) { return path }
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", path.hasPrefix("/") { _ = parts.popLast() } else { parts.append(part) }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// As nearly all paths are: no part is empty, a single dot or two.
  private static func isNormal(_ path: String) -> Bool {
    var (length, dots) = (0, 0)
    for (place, byte) in path.utf8.enumerated() {
      if byte == slash {
        if place > 0, length == 0 || dots == length && dots <= 2 { return false }
        (length, dots) = (0, 0)
      } else {
        length += 1
        if byte == dot { dots += 1 }
      }
    }
    return length > 0 ? dots != length || dots > 2 : path.utf8.count <= 1
  }

  private static let slash = UInt8(ascii: "/")
  private static let dot = UInt8(ascii: ".")

  /// Sixty-four bits that stand for a path (XXH3).
  static func sum(_ path: String) -> UInt64 {
    var path = path
    return path.withUTF8 { XXH3_64bits($0.baseAddress, $0.count) }
  }
}
