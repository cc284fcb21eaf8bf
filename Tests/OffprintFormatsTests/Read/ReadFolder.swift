import Foundation
import OffprintKit
import OffprintModel

@testable import OffprintFormats

/// A folder of files for one test; removed with it.
final class ReadFolder {
  let root: String

  init(_ files: [String: String]) throws {
    root = FileManager.default.temporaryDirectory.path + "/offprint-read-" + UUID().uuidString
    for (name, text) in files { try write(name, Array(text.utf8)) }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    let path = root + "/" + name
    try FileManager.default.createDirectory(
      atPath: FilePath.folder(path), withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  func selection(below folder: String? = nil) throws -> InputSelection {
    let base = folder.map { root + "/" + $0 } ?? root
    let names = try FileManager.default.subpathsOfDirectory(atPath: base)
    let files = names.map { base + "/" + $0 }.filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }
    return InputSelection(root: base, files: files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  /// Every document below the folder, with the warnings.
  func read(_ reader: some Reader, below folder: String? = nil) throws -> (issues: [Issue], context: ReadContext) {
    var context = ReadContext()
    let listing = try reader.documents(in: try selection(below: folder))
    let issues = try listing.documents.map { try reader.read($0, &context) }
    return (issues, context)
  }
}

/// An ALTO file with what a test is about inside of its PrintSpace.
func alto(_ content: String, unit: String = "pixel", description: String = "", styles: String = "") -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <alto><Description><MeasurementUnit>\(unit)</MeasurementUnit>\(description)</Description>
  <Styles>\(styles)</Styles>
  <Layout><Page ID="P1" WIDTH="2540" HEIGHT="5080" PHYSICAL_IMG_NR="1"><PrintSpace>\(content)</PrintSpace></Page></Layout></alto>
  """
}
