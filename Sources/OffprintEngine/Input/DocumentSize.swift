import OffprintKit

extension DocumentSource {
  /// Bytes of the files that the reader has named, those that cannot be seen left out.
  var listedBytes: Int { files.reduce(0) { $0 + (FileLook(at: $1)?.size ?? 0) } }
}

/// How many bytes documents will be, before they are read. A main file may name others, as a METS file does, so what
/// is listed is taken times as much as the documents so far turned out to be.
final class DocumentSizes: Sendable {
  private struct Sums: Sendable {
    var listed = 0
    var read = 0
  }

  private let documents: [DocumentSource]
  private let sums = Locked(Sums())

  init(_ documents: [DocumentSource]) { self.documents = documents }

  func cost(of index: Int) -> Int {
    let listed = documents[index].listedBytes
    let (all, read) = sums.withLock { ($0.listed, $0.read) }
    return all > 0 ? max(listed, Int(Double(listed) * Double(read) / Double(all))) : listed
  }

  func learn(_ index: Int, bytes: Int) {
    let listed = documents[index].listedBytes
    sums.withLock { sums in
      sums.listed += listed
      sums.read += bytes
    }
  }
}
