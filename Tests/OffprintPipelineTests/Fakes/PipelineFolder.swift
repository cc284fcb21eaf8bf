import Foundation
import OffprintDiagnostics
import OffprintKit
import Testing

@testable import OffprintPipeline

/// A folder of a test's own with pipeline files in it, gone when the test is over.
final class PipelineFolder {
  let path: String

  /// - Parameter files: texts by name; the pipeline that is loaded is `p.yaml`.
  init(_ files: [String: String]) {
    path = FileManager.default.temporaryDirectory.path + "/offprint-" + UUID().uuidString
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { write(Array(text.utf8), to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ bytes: [UInt8], to name: String) {
    let file = "\(path)/\(name)"
    let folder = (file as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = FileManager.default.createFile(atPath: file, contents: Data(bytes))
  }

  func load(_ variables: [String: String] = [:], complete: Bool = true) throws -> Pipeline {
    try PipelineLoader.load("\(path)/p.yaml", variables: variables, complete: complete, registry: .fake).pipeline
  }

  /// The messages as the console shows them, the folder called `DIR`; `none` if there are none.
  func messages(_ variables: [String: String] = [:], complete: Bool = true) -> String {
    do {
      let notes = try PipelineLoader.load(
        "\(path)/p.yaml", variables: variables, complete: complete, registry: .fake
      ).notes
      return notes.isEmpty ? "none" : shown(notes)
    } catch {
      return shown(Diagnostics.messages(of: error))
    }
  }

  private func shown(_ diagnostics: [Diagnostic]) -> String {
    ConsoleRenderer().render(diagnostics).replacing(path, with: "DIR")
  }
}

/// The messages about one pipeline file.
func messages(of yaml: String, _ variables: [String: String] = [:], complete: Bool = true) -> String {
  PipelineFolder(["p.yaml": yaml]).messages(variables, complete: complete)
}

/// A pipeline without mistakes, with further lines behind it.
func pipeline(_ more: String, read: String = "read: { format: pages, from: in }") -> String {
  "offprint: 1\n\(read)\n\(more)\n"
}

/// A pipeline of one file, which must load.
func loaded(_ yaml: String, _ variables: [String: String] = [:], complete: Bool = true) throws -> Pipeline {
  try PipelineFolder(["p.yaml": yaml]).load(variables, complete: complete)
}

/// Compares messages, at the place of the call.
func expect(_ actual: String, _ expected: String, at place: SourceLocation = #_sourceLocation) {
  #expect(actual == expected, sourceLocation: place)
}
