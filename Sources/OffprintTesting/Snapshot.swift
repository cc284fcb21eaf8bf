import Foundation
import OffprintKit

/// Texts that a test recorded once and compares with from then on.
///
/// The file is `Snapshots/NAME.txt` beside the test's source. With `OFFPRINT_RECORD=1` in the environment it is
/// written anew; look at the change before committing it.
///
/// ```swift
/// #expect(Snapshot.failure(of: rendered, named: "help") == nil)
/// ```
public enum Snapshot {
  /// nil if the text is the recorded one, or was recorded now; else the difference, to be shown.
  public static func failure(
    of text: String, named name: String, testFile: String = #filePath,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String? {
    let folder = URL(fileURLWithPath: testFile).deletingLastPathComponent().appendingPathComponent("Snapshots")
    let file = folder.appendingPathComponent("\(Issue.identifier(name)).txt")
    if environment["OFFPRINT_RECORD"] == "1" { return record(text, file, in: folder) }
    guard let data = try? Data(contentsOf: file) else {
      return "no snapshot '\(name)' was recorded yet; run the test with OFFPRINT_RECORD=1"
    }
    let recorded = String(decoding: data, as: UTF8.self)
    guard recorded != text else { return nil }
    return "differs from \(file.path); run with OFFPRINT_RECORD=1 if the new text is right\n"
      + textDiff(expected: recorded, actual: text)
  }

  private static func record(_ text: String, _ file: URL, in folder: URL) -> String? {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return nil
    } catch {
      return "the snapshot could not be written to \(file.path): \(error)"
    }
  }
}
