import OffprintDiagnostics
import OffprintKit

/// The bags of a run's input, and what their manifests say of the files that are read.
final class BagCheck: Sendable {
  /// By folder; nil for one that is no bag.
  private let known = Guarded<[String: Bag?]>([:])

  /// What is to be said once of each bag that documents are in.
  func reports(on documents: [DocumentSource], _ files: [String]) -> [Diagnostic] {
    var told: Set<String> = []
    return documents.flatMap { document -> [Diagnostic] in
      guard let main = document.files.first, let (bag, _) = bag(of: main), told.insert(bag.folder).inserted else {
        return []
      }
      return bag.report(files)
    }
  }

  /// What is wrong with a file that was read; nil if it is in no bag, or as the bag says.
  func fault(of path: String, _ bytes: [UInt8]) -> Diagnostic? {
    guard let (bag, inner) = bag(of: path), case .wrong(let kind) = bag.verdict(on: inner, bytes) else { return nil }
    return .wrongSum(path, kind)
  }

  /// The innermost bag that has a file in its payload, and the file's path from the bag's folder on.
  private func bag(of path: String) -> (bag: Bag, inner: String)? {
    var rest = path[...]
    while let mark = rest.ranges(of: "/data/").last {
      let folder = String(path[..<mark.lowerBound])
      if let bag = bag(at: folder) { return (bag, String(path[path.index(after: mark.lowerBound)...])) }
      rest = path[..<path.index(after: mark.lowerBound)]
    }
    // A bag that the command runs in.
    if path.hasPrefix("data/"), let bag = bag(at: ".") { return (bag, path) }
    return nil
  }

  private func bag(at folder: String) -> Bag? {
    if let known = known.withLock({ $0[folder] }) { return known }
    // Its own files are no part of the document in hand.
    let bag = SourceFile.$witness.withValue(nil) { Bag(at: folder) }
    known.withLock { $0[folder] = .some(bag) }
    return bag
  }
}
