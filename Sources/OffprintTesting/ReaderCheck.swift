import Foundation
import OffprintKit

/// Checks what every reader promises: files that are missing, empty, cut off or of another kind end in a message with
/// a place, never in a crash or in half a document; and what it reads is whole and the same each time.
///
/// - Parameter samples: paths of files or folders of its format, each a delivery; at least one should be given.
/// - Returns: what is wrong; empty if all is as it must be.
public func checkReader(_ type: any Reader.Type, samples: [String] = []) -> [Failure] {
  var registry = Registry()
  registry.register(type)
  let spec = type.spec
  guard let entry = registry.readers[spec.name] else { return [] }
  var found = SpecCheck.failures(name: spec.name, summary: spec.summary)
  found += SpecCheck.failures(settings: entry.settings) { _ = try entry.make($0) }
  guard let reader = try? entry.make([:]) else { return found }
  found += junkFailures(of: reader, spec.name)
  for sample in samples { found += failures(of: reader, spec.name, on: sample) }
  return found
}

/// Files that are nothing to any reader, and one that is not there.
private func junkFailures(of reader: any Reader, _ name: String) -> [Failure] {
  let junk: [(String, [UInt8])] = [
    ("empty", []), ("zeros", [UInt8](repeating: 0, count: 3000)),
    ("noise", (0..<5000).map { UInt8(($0 * 7919) % 251) }),
    ("cut-off", Array("<?xml version=\"1.0\"?><a><b c=\"".utf8)), ("other", Array("<html><body/></html>".utf8)),
  ]
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("offprint-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: folder) }
  var found: [Failure] = []
  do {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var files = [("missing", folder.appendingPathComponent("missing.xml").path)]
    for (kind, bytes) in junk {
      let file = folder.appendingPathComponent("\(kind).xml")
      try Data(bytes).write(to: file)
      files.append((kind, file.path))
    }
    for (kind, file) in files {
      found += messageFailures("'\(name)' on the file '\(kind)'") {
        var context = ReadContext()
        _ = try reader.read(DocumentSource(name: kind, root: folder.path, files: [file]), &context)
      }
      found += messageFailures("'\(name)' looking for documents in '\(kind)'") {
        _ = try reader.documents(in: InputSelection(root: folder.path, files: [file], isSingleFile: true))
      }
    }
  } catch {
    found.append(Failure("a folder for the check can be made", "\(error)"))
  }
  return found
}

/// Errors are messages, and messages of our own fault are none.
private func messageFailures(_ place: String, _ body: () throws -> Void) -> [Failure] {
  do {
    try body()
    return []
  } catch {
    let messages = Diagnostics.messages(of: error)
    let isSound = !messages.isEmpty && messages.allSatisfy { $0.code != .internalFault && $0.place != nil }
    return isSound ? [] : [Failure("what cannot be read ends in a message with a place", "\(place): \(error)")]
  }
}

private func failures(of reader: any Reader, _ name: String, on sample: String) -> [Failure] {
  let place = "'\(name)' on '\(sample)'"
  do {
    let selection = inputSelection(sample)
    let listing = try reader.documents(in: selection)
    guard listing.documents == (try reader.documents(in: selection)).documents, !listing.documents.isEmpty else {
      return [Failure("a sample has documents, the same each time", place)]
    }
    return try listing.documents.flatMap { document in
      var (first, second) = (ReadContext(), ReadContext())
      let issue = try reader.read(document, &first)
      let again = try reader.read(document, &second)
      var found = issueFailures(issue, place)
      if fingerprint(of: issue) != fingerprint(of: again) || first.warnings != second.warnings {
        found.append(Failure("a document is read the same each time", place))
      }
      return found
    }
  } catch {
    return [Failure("a sample can be read", "\(place): \(SpecCheck.words(for: error))")]
  }
}

private func issueFailures(_ issue: Issue, _ place: String) -> [Failure] {
  var found: [Failure] = []
  if issue.pages.isEmpty || issue.pages.allSatisfy(\.lines.isEmpty) {
    found.append(Failure("a sample has lines", place))
  }
  if Set(issue.pages.map(\.number)).count != issue.pages.count {
    found.append(Failure("pages have different numbers", "\(place): \(issue.pages.map(\.number))"))
  }
  let names = issue.pages.flatMap { page in page.lines.indices.map(page.lineName) }
  if Set(names).count != names.count { found.append(Failure("lines have different names", place)) }
  if !Ledger.balance(of: issue).isEven { found.append(Failure("no line is lost", place)) }
  return found
}

/// A file, or all files of a folder and the folders in it.
private func inputSelection(_ path: String) -> InputSelection {
  var isFolder: ObjCBool = false
  guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    return InputSelection(root: folder, files: [path], isSingleFile: true)
  }
  let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
  let files = names.map { "\(path)/\($0)" }.filter { file in
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) && !isFolder.boolValue
  }
  return InputSelection(root: path, files: files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
}
