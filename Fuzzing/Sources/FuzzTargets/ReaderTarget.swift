import Foundation
import OffprintKit

/// One reader, on a small delivery of which the input replaces one file: the first byte says which (`0` the first, by
/// the names), the rest is the file. What could be read goes through stages and writers as well.
struct ReaderTarget: FuzzTarget {
  private let reader: any Reader
  private let folder: ScratchFolder
  private let files: [(name: String, bytes: [UInt8])]
  private let passage: Passage

  init(reader name: String) throws {
    guard let entry = Parts.registry.readers[name] else { finding("there is no reader '\(name)'") }
    reader = try entry.make([:])
    files = try Deliveries.files(of: name)
    if files.isEmpty { finding("'\(name)' has no delivery") }
    folder = try ScratchFolder()
    passage = try Passage()
    for file in files {
      let place = URL(filePath: "\(folder.path)/\(file.name)").deletingLastPathComponent()
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      folder.write(file.name, file.bytes)
    }
  }

  func take(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let replaced = files[Int(first &- UInt8(ascii: "0")) % files.count]
    folder.write(replaced.name, Array(bytes.dropFirst()))
    defer { folder.write(replaced.name, replaced.bytes) }
    let selection = InputSelection(root: folder.path, files: files.map { "\(folder.path)/\($0.name)" })
    do {
      let listing = try reader.documents(in: selection)
      show(listing.diagnostics)
      let path = "\(folder.path)/\(replaced.name)"
      let touched = listing.documents.filter { $0.files.contains(path) }
      // A reader that names the main file only may read the replaced one all the same.
      for document in touched.isEmpty ? listing.documents : touched { read(document, like: bytes) }
    } catch {
      demandMessages(error, of: "looking for documents")
    }
  }

  private func read(_ document: DocumentSource, like bytes: [UInt8]) {
    var context = ReadContext()
    do {
      let issue = try reader.read(document, &context)
      show(context.warnings)
      passage.take(issue, seed: bytes.reduce(0) { $0 &+ Int($1) })
    } catch {
      demandMessages(error, of: "reading")
    }
  }
}
