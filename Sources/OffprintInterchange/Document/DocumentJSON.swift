import OffprintJSON
import OffprintKit

/// A whole document as JSON: everything that Offprint knows of an issue between two stages, and nothing lost on the
/// way there and back.
///
/// It goes to child processes and to plugins that want `everything`, and is what is kept of a document whose stage
/// failed. The form has a version of its own, and one version reads its own documents only.
public enum DocumentJSON {
  public static let version = 1

  /// The document on one line. Equal documents give equal bytes.
  public static func encode(_ issue: Issue) -> [UInt8] {
    var json = JSONWriter()
    json.issue(issue)
    return json.bytes
  }

  /// The document that `encode` was given.
  ///
  /// Any bytes are safe: what points to a page, line, word or style that is not there is refused.
  ///
  /// - Throws: a `Diagnostic` (`OP607`).
  public static func decode(_ bytes: [UInt8]) throws -> Issue {
    do {
      var scanner = JSONScanner(bytes)
      let issue = try scanner.issue()
      guard scanner.next() == 0 else { throw scanner.fault("more follows after the document") }
      return issue
    } catch let fault as JSONScanner.Fault {
      throw Diagnostic(.storedDocument, "a stored document cannot be read: \(fault.reason)")
    }
  }
}
