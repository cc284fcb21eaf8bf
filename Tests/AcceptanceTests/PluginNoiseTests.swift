import Foundation
import Testing

/// Libraries that print to standard output, which is for what the command says.
@Suite("Libraries that print", .enabled(if: PluginCommandTests.hasCompiler))
struct PluginNoiseTests {
  /// At once, into the buffer that is emptied at the end, and from another program.
  private static let noise = #"write(1, "at once\n", 8); printf("later\n"); fflush(stdout); printf("at the end\n");"#

  private func noisy() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.wildLibrary(loaded: Self.noise, asked: Self.noise + #" system("echo from elsewhere");"#)
    return scratch
  }

  @Test("spoil nothing that the command says: it is on standard error")
  func loaded() throws {
    let scratch = try noisy()
    let schema = try Command.run(["schema", "--plugins", "wild.so"], in: scratch.folder)
    #expect(schema.status == 0)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(schema.output.utf8)) }
    #expect(schema.output.contains("wild-stage"))
    for words in ["at once", "later", "at the end", "from elsewhere"] { #expect(schema.errors.contains(words)) }
  }

  @Test("get nowhere between the frames of a child process")
  func isolated() throws {
    let scratch = try noisy()
    _ = try scratch.write("one\ntwo\n", to: "in/a.txt")
    _ = try scratch.write(
      """
      offprint: 1
      name: p
      read: { format: text-pages, from: in }
      run: { folder: out }
      stages:
        - { stage: wild-stage, isolate: process }
      """, to: "p.yaml")
    let run = try Command.run(["run", "p.yaml", "--plugins", "wild.so"], in: scratch.folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test("do not change what happens where nobody reads on, or standard error is closed")
  func closed() throws {
    let scratch = try noisy()
    let shell = """
      set -o pipefail
      "$0" schema --plugins wild.so 2>errors | head -c 1
      echo " $?"
      "$0" schema --plugins wild.so 2>&- | tail -n 1
      """
    let both = try Command.run(
      URL(filePath: "/usr/bin/env"), ["bash", "-c", shell, Command.executable.path], in: scratch.folder)
    #expect(both.output == "{ 0\n}\n")
    let errors = try String(contentsOf: scratch.folder.appending(path: "errors"), encoding: .utf8)
    #expect(!errors.contains("OP401"))
  }
}
