import Foundation

/// A way in which an issue is broken, and what must be said of it.
struct Flaw {
  enum Fate {
    /// Nothing of the issue is exported.
    case fails
    /// It is exported with all of its lines.
    case exported
  }

  enum Culprit {
    case mets, page
  }

  var name: String
  var fate: Fate
  var code: String
  /// The file that the message names.
  var culprit: Culprit
  var hasLine: Bool
  var spoil: (SmallIssue) throws -> Void

  init(
    _ name: String, _ code: String, _ fate: Fate = .fails, in culprit: Culprit, line hasLine: Bool = true,
    _ spoil: @escaping (SmallIssue) throws -> Void
  ) {
    self.name = name
    self.fate = fate
    self.code = code
    self.culprit = culprit
    self.hasLine = hasLine
    self.spoil = spoil
  }

  /// Replaces the second page's file with other bytes.
  static func page(_ bytes: @escaping (SmallIssue) -> some Sequence<UInt8>) -> (SmallIssue) throws -> Void {
    { try Data(bytes($0)).write(to: $0.page(2)) }
  }

  /// Changes the text of the second page's file.
  static func page(_ old: String, _ new: String) -> (SmallIssue) throws -> Void {
    page { $0.alto(2).replacing(old, with: new).utf8 }
  }

  /// Lets the METS file name another file for the second page.
  static func href(_ href: String) -> (SmallIssue) throws -> Void {
    { try Data($0.metsText(["ALTO/1.xml", href]).utf8).write(to: $0.mets) }
  }
}
