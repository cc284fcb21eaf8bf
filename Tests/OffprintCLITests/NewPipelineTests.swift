import Foundation
import Testing

@Suite struct NewPipelineTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/offprint-" + UUID().uuidString

  @Test(arguments: ["text-pages", "alto", "mets-alto"])
  func `a file is written once and never replaced`(reader: String) {
    let file = "\(folder)/sub/p.yaml"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let arguments = ["new", "pipeline", "my-paper", "--reader", reader, "--output", file]
    let run = CommandRun(arguments)
    #expect(run.status == 0)
    #expect(run.out == "\(file)\n")
    #expect(run.err.hasPrefix("next: offprint test \(file)\n"))
    let text = FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) }
    expectSnapshot(text ?? "", "new-\(reader)")
    let again = CommandRun(arguments)
    #expect(again.status == 73)
    #expect(again.err.contains("OP504"))
  }
}
