import OffprintKit

extension DocumentSource {
  /// Bytes of the files that the reader has named, those that cannot be seen left out.
  var listedBytes: Int { files.reduce(0) { $0 + (FileLook(at: $1)?.size ?? 0) } }
}

/// How many bytes documents will be, before they are read. A main file may name others, as a METS file does, so what
/// is listed is taken times as much as the documents so far turned out to be.
final class DocumentSizes: Sendable {
  private struct Sums: Sendable {
    /// Of documents that are not done: they are asked for as often as something is begun.
    var known: [Int: Int] = [:]
    var listed = 0
    var read = 0
  }

  private let documents: [DocumentSource]
  private let sums = Guarded(Sums())

  init(_ documents: [DocumentSource]) { self.documents = documents }

  func cost(of index: Int) -> Int {
    sums.withLock { sums in
      let listed = sums.known[index] ?? documents[index].listedBytes
      sums.known[index] = listed
      return sums.listed > 0 ? max(listed, Int(Double(listed) * Double(sums.read) / Double(sums.listed))) : listed
    }
  }

  /// A document is done, and was so many bytes.
  func learn(_ index: Int, bytes: Int) {
    sums.withLock { sums in
      guard let listed = sums.known.removeValue(forKey: index) else { return }
      sums.listed += listed
      sums.read += bytes
    }
  }
}
