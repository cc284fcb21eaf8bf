import Foundation
import OffprintFormats
import OffprintKit
import OffprintStages
import Testing

@testable import OffprintCLI

/// What people see holds nothing that steers their terminal.
@Suite struct ConsoleTests {
  private static let registry: Registry = {
    var registry = Registry()
    BuiltinFormats.register(in: &registry)
    BuiltinStages.register(in: &registry)
    return registry
  }()

  @Test func `a line is one line, whatever is in it`() {
    let (out, err) = (Collected(), Collected())
    let console = Console(write: out.add, writeError: err.add)
    console.line("a\u{1B}[2Jb\nc\td")
    console.errorLine("a\u{202E}b\u{9B}c\u{7F}")
    #expect(out.text == "a␛[2Jb␊c d\n")
    #expect(err.text == "a\u{FFFD}b\u{FFFD}c␡\n")
  }

  @Test func `names of files and words of pages are shown by every verb that prints them`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "offprint-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let pages = folder.appending(path: "in").path
    try FileManager.default.createDirectory(atPath: pages, withIntermediateDirectories: true)
    let page = "\(pages)/a\u{1B}[31m\nb.txt"
    #expect(FileManager.default.createFile(atPath: page, contents: Data("THE\u{9B}LAMP\n\nA new lamp is lit.\n".utf8)))
    let pipeline = folder.appending(path: "p.yaml").path
    try Data(
      """
      offprint: 1
      name: p
      read: { format: text-pages, from: in }
      stages: [reflow-columns, segment-articles]
      write:
        text: { format: text, to: "out/a.txt" }
      """.utf8
    ).write(to: URL(filePath: pipeline))
    for verb in [
      ["plan", pipeline, "--all"], ["identify", pages], ["identify", pages, "--each"], ["why", "lamp", pipeline, page],
      ["run", pipeline, "--trace", "all"], ["plan", pipeline], ["run", pipeline],
    ] {
      let run = CommandRun(verb, registry: Self.registry)
      #expect(run.status == 0, "\(verb): \(run.err)")
      for scalar in (run.out + run.err).unicodeScalars where scalar.properties.generalCategory == .control {
        #expect(scalar == "\n" || scalar == "\t", "\(verb)")
      }
      #expect(!run.out.contains("\nb.txt"), "\(verb)")
    }
  }
}
