import OffprintArchives
import OffprintDiagnostics
import OffprintKit

/// A folder, perhaps in an archive, whose deliverer vouches for its files: BagIt (RFC 8493, and the drafts before it).
struct Bag: Sendable {
  /// The folder that has `bagit.txt`.
  let folder: String
  /// Those of the payload, the strongest first.
  private let manifests: [BagManifest]
  /// What is wrong with the bag as a whole.
  private(set) var messages: [Diagnostic] = []

  /// nil if the folder is no bag.
  init?(at folder: String) {
    guard SourceTree.isFile("\(folder)/bagit.txt") else { return nil }
    self.folder = folder
    let names = (try? SourceTree.names(in: folder)) ?? []
    var tags: [BagManifest] = []
    var payload: [BagManifest] = []
    for (name, prefix) in names.compactMap({ name in Self.prefix(of: name).map { (name, $0) } }) {
      guard let kind = ChecksumKind(name: name.dropFirst(prefix.count).dropLast(4)) else {
        messages.append(.unknownSums(name, folder))
        continue
      }
      do {
        let manifest = BagManifest(try SourceFile.rawBytes("\(folder)/\(name)"), kind: kind)
        if prefix == "manifest-" { payload.append(manifest) } else { tags.append(manifest) }
        if manifest.unread > 0 { messages.append(.unreadLines(manifest.unread, "\(folder)/\(name)")) }
      } catch {
        messages += Diagnostics.messages(of: error).map { message in
          var warning = message
          warning.severity = .warning
          return warning
        }
      }
    }
    manifests = payload.sorted { $0.kind.digits > $1.kind.digits }
    if payload.isEmpty { messages.append(.noManifest(folder)) }
    check(tags)
  }

  private static func prefix(of name: String) -> String? {
    ["manifest-", "tagmanifest-"].first { name.hasPrefix($0) && name.hasSuffix(".txt") }
  }

  /// Manifests are vouched for themselves.
  private mutating func check(_ tags: [BagManifest]) {
    guard let tag = tags.max(by: { $0.kind.digits < $1.kind.digits }) else { return }
    for (name, sum) in tag.sums.sorted(by: { $0.key < $1.key }) where name.hasPrefix("manifest-") {
      guard let bytes = try? SourceFile.rawBytes("\(folder)/\(name)") else { continue }
      if tag.kind.sum(of: bytes) != sum { messages.append(.otherManifest("\(folder)/\(name)", tag.kind)) }
    }
  }

  enum Verdict: Equatable { case right, wrong(ChecksumKind), unlisted }

  /// Whether a file is the one that the bag vouches for.
  ///
  /// - Parameter path: from the bag's folder on.
  func verdict(on path: String, _ bytes: [UInt8]) -> Verdict {
    guard let manifest = manifests.first(where: { $0.sums[path] != nil }) else { return .unlisted }
    return manifest.kind.sum(of: bytes) == manifest.sums[path] ? .right : .wrong(manifest.kind)
  }

  /// What there is to say of the bag beside its documents: files that are not there, and files that nobody vouches for.
  ///
  /// - Parameter files: all that are there and were asked for.
  func report(_ files: [String]) -> [Diagnostic] {
    guard !manifests.isEmpty else { return messages }
    let listed = Set(manifests.flatMap(\.sums.keys))
    let absent = listed.filter { !SourceTree.isFile("\(folder)/\($0)") }.sorted()
    let unlisted = files.filter { file in
      SourceTree.path(file, below: "\(folder)/data").map { !listed.contains("data/\($0)") } ?? false
    }
    var report = messages
    if let first = absent.first { report.append(.absent(absent.count, of: listed.count, first, folder)) }
    if let first = unlisted.first { report.append(.unlisted(unlisted.count, first, folder)) }
    return report
  }
}

extension Diagnostic {
  private static func bag(_ summary: String, _ place: String, _ notes: [Note] = []) -> Diagnostic {
    Diagnostic(
      .bagIncomplete, summary, severity: .warning, at: SourcePlace(file: place),
      notes: notes + [.init("kept", "all documents that can be read")])
  }

  fileprivate static func noManifest(_ folder: String) -> Diagnostic {
    bag("'\(folder)' is a bag without a manifest, so nobody vouches for its files", folder)
  }

  fileprivate static func unknownSums(_ name: String, _ folder: String) -> Diagnostic {
    bag(
      "'\(name)' has checksums of a kind that is not known, and is passed over", "\(folder)/\(name)",
      [.init("known", ChecksumKind.allCases.map(\.rawValue).joined(separator: ", "))])
  }

  fileprivate static func unreadLines(_ count: Int, _ path: String) -> Diagnostic {
    bag("'\(path)' has \(count == 1 ? "1 line that is" : "\(count) lines that are") no checksum and path", path)
  }

  fileprivate static func otherManifest(_ path: String, _ kind: ChecksumKind) -> Diagnostic {
    bag("'\(path)' is not the manifest that the bag was made with: its \(kind.rawValue) is another", path)
  }

  fileprivate static func absent(_ count: Int, of all: Int, _ first: String, _ folder: String) -> Diagnostic {
    bag(
      "\(count) of the \(all) files that the bag '\(folder)' vouches for are not there", folder,
      [.init("first", first)])
  }

  fileprivate static func unlisted(_ count: Int, _ first: String, _ folder: String) -> Diagnostic {
    bag(
      "\(count == 1 ? "1 file" : "\(count) files") in the bag '\(folder)' that no manifest names", folder,
      [.init("first", first)])
  }

  static func wrongSum(_ path: String, _ kind: ChecksumKind) -> Diagnostic {
    Diagnostic(
      .checksumWrong, "'\(path)' is not the file that its bag vouches for: its \(kind.rawValue) is another",
      at: SourcePlace(file: path),
      fix: "ask the deliverer for it again, or set 'checksums: warn' under 'read:' to take it as it is")
  }
}
