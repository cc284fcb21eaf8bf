import Foundation
import OffprintFormats
import OffprintKit
import Testing

@Suite struct NewPipelineTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/offprint-" + UUID().uuidString

  private var registry: Registry {
    var registry = Registry()
    BuiltinFormats.register(in: &registry)
    return registry
  }

  @Test(arguments: ["text-pages", "alto", "mets-alto", "hocr"])
  func `a file is written once and never replaced`(reader: String) {
    let file = "\(folder)/sub/p.yaml"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let arguments = ["new", "pipeline", "my-paper", "--reader", reader, "--output", file]
    let run = CommandRun(arguments, registry: registry)
    #expect(run.status == 0)
    #expect(run.out == "\(file)\n")
    #expect(run.err.hasPrefix("next: offprint test \(file)\n"))
    let text = FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) }
    expectSnapshot(text ?? "", "new-\(reader)")
    let again = CommandRun(arguments, registry: registry)
    #expect(again.status == 73)
    #expect(again.err.contains("OP504"))
  }

  @Test func `a reader that is not there is told of`() {
    let arguments = ["new", "pipeline", "my-paper", "--reader", "hoct", "--output", "\(folder)/p.yaml"]
    let run = CommandRun(arguments, registry: registry)
    #expect(run.status == 64)
    #expect(run.err.contains("there is no reader 'hoct'") && run.err.contains("did you mean 'hocr'?"))
    #expect(!FileManager.default.fileExists(atPath: folder))
  }
}
