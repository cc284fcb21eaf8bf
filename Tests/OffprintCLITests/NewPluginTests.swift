import Foundation
import OffprintFormats
import OffprintKit
import OffprintStages
import Testing

@Suite struct NewPluginTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/offprint-" + UUID().uuidString

  private var registry: Registry {
    var registry = Registry()
    registry.add(BuiltinFormats.self)
    registry.add(BuiltinStages.self)
    return registry
  }

  private func new(_ name: String, _ kind: String) -> CommandRun {
    CommandRun(["new", "plugin", name, "--kind", kind, "--output", "\(folder)/at/\(name)"], registry: registry)
  }

  @Test(arguments: [
    ("stages", "process", "there is a plugin 'stages' already"),
    ("formats", "c", "there is a plugin 'formats' already"),
    ("dehyphenate", "process", "there is a stage 'dehyphenate' already"),
    ("alto", "c", "there is a reader 'alto' already"), ("jsonl", "swift", "there is a writer 'jsonl' already"),
    ("test", "process", "it has a file 'test.py' beside those of its name"),
    ("test", "c", "it has a file 'test.c' beside those of its name"),
    ("json", "c", "it has a file 'json.h' beside those of its name"),
    ("json", "process", "Python's own library has a module 'json', and would find 'json.py' in its place"),
    ("enum", "process", "Python's own library has a module 'enum', and would find 'enum.py' in its place"),
    ("issue", "swift", "'Issue' is the name of something else that its Swift files need"),
    ("offprint-kit", "swift", "'OffprintKit' is the name of something else that its Swift files need"),
    ("yams", "swift", "'Yams' is the name of something else that its Swift files need"),
  ])
  func `a name that is taken is refused before anything is written`(name: String, kind: String, why: String) {
    let run = new(name, kind)
    #expect(run.status == 64)
    #expect(run.err.contains("error[OP605]: a new plugin cannot be called '\(name)': \(why)\n"), "\(run.err)")
    #expect(run.err.contains("choose another name, such as 'my-\(name)'"))
    #expect(run.out.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test(arguments: ["process", "c", "swift"])
  func `others are taken`(kind: String) {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in ["weather", "my-json", "my-test", "my-issue", "prices2"] {
      let run = new(name, kind)
      #expect(run.status == 0, "\(run.err)")
    }
  }

  @Test func `nothing is written where one of the files is there`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let place = "\(folder)/at/weather"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    for name in ["README.md", "test.py"] { try Data("mine".utf8).write(to: URL(filePath: "\(place)/\(name)")) }
    let run = new("weather", "process")
    #expect(run.status == 73)
    #expect(run.err.contains("is already there") && run.err.contains("also there: \(place)/README.md"))
    #expect(run.out.isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: place).sorted() == ["README.md", "test.py"])
  }
}
