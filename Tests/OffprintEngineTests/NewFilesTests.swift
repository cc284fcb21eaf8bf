import OffprintDiagnostics
import Testing

@testable import OffprintEngine

@Suite struct NewFilesTests {
  @Test func `files are written all, or none and no folder for them`() throws {
    let sandbox = Sandbox()
    try WholeFile.writeNew([("\(sandbox.path)/a/b/one", [0x31]), ("\(sandbox.path)/a/two", [0x32])])
    #expect(sandbox.files(below: "a") == ["b/one": "1", "two": "2"])
    // The last cannot be: a part of its path is a file.
    let error = #expect(throws: Diagnostic.self) {
      try WholeFile.writeNew([
        ("\(sandbox.path)/c/d/one", [0x31]), ("\(sandbox.path)/a/three", [0x33]),
        ("\(sandbox.path)/a/two/four", [0x34]),
      ])
    }
    #expect(error?.code == .cannotWrite)
    #expect(sandbox.files(below: "") == ["a/b/one": "1", "a/two": "2"])
    #expect(!FileSystem.exists("\(sandbox.path)/c"))
  }
}
