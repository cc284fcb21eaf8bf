import Foundation
import Testing

/// Pipelines that run on a sample of their own.
private let samplePipelines = [
  "text-pages", "alto-pages", "mets-alto", "page-xml", "didl-alto", "olive-xmd", "hocr", "abbyy-xml", "tesseract-tsv",
  "tei",
]

@Suite("The command on the bundled samples")
struct SampleRunTests {
  @Test(
    "writes valid files, each line once, and nothing is lost", arguments: samplePipelines)
  func run(pipeline: String) throws {
    let scratch = try Scratch()
    let run = try Command.run(["run", "pipelines/\(pipeline).yaml", "--var", "out=\(scratch.folder.path)"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("0 lost"), "\(run.errors)")
    let files = try contents(of: scratch.folder)
    #expect(files.keys.contains("articles.jsonl"))
    #expect(files.keys.contains("run.json"))
    #expect(files.keys.contains { $0.hasPrefix("newsml/") && $0.hasSuffix("-package.xml") })
    #expect(!files.keys.contains { $0.contains(".tmp") || $0.contains(".part") }, "\(files.keys)")
    let lines = try Record.read(scratch.folder.appending(path: "articles.jsonl")).flatMap(\.lines)
    #expect(Set(lines).count == lines.count, "a line stands in two records")
    #expect(lines.count > 20)
  }

  @Test("gives the same bytes at any number of jobs, and again", arguments: samplePipelines)
  func sameBytes(pipeline: String) throws {
    var results: [[String: Data]] = []
    for jobs in ["1", "4", "4"] {
      let scratch = try Scratch()
      let run = try Command.run([
        "run", "pipelines/\(pipeline).yaml", "--jobs", jobs, "--var", "out=\(scratch.folder.path)",
      ])
      #expect(run.status == 0, "\(run.errors)")
      results.append(try outputs(of: scratch.folder))
    }
    #expect(results[0] == results[1])
    #expect(results[1] == results[2])
  }

  static let hasPoppler = ["pdftotext", "pdftohtml", "pdfinfo"].allSatisfy { tool in
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(tool)")
    }
  }

  @Test("reads a PDF", .enabled(if: hasPoppler, "poppler is not installed here"))
  func pdf() throws {
    try run(pipeline: "pdf")
    try sameBytes(pipeline: "pdf")
  }

  @Test("finds every printed line of the text samples again, once")
  func everyLine() throws {
    let scratch = try Scratch()
    let run = try Command.run(["run", "pipelines/text-pages.yaml", "--var", "out=\(scratch.folder.path)"])
    #expect(run.status == 0, "\(run.errors)")
    let found = try Record.read(scratch.folder.appending(path: "articles.jsonl")).flatMap(\.lines)
    let samples = Command.root.appending(path: "pipelines/samples/text")
    for page in try FileManager.default.contentsOfDirectory(atPath: samples.path).sorted() {
      let name = page.replacing(".txt", with: "")
      let printed = try String(contentsOf: samples.appending(path: page), encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .filter { !$0.element.allSatisfy(\.isWhitespace) }.map { $0.offset + 1 }
      let numbers = Set(
        found.filter { $0.hasPrefix("\(name)@") }.compactMap { line in
          line.dropFirst(name.count + 1).split(separator: ":").first.flatMap { Int($0) }
        })
      #expect(numbers == Set(printed), "\(page)")
    }
  }

  @Test("reads one article over two pages, with its broken word mended")
  func continuation() throws {
    let scratch = try Scratch()
    _ = try Command.run(["run", "pipelines/text-pages.yaml", "--var", "out=\(scratch.folder.path)"])
    let records = try Record.read(scratch.folder.appending(path: "articles.jsonl"))
    let lamp = try #require(records.first { $0.metadata.headline?.hasPrefix("THE NEW LAMP") == true })
    #expect(Set(lamp.lines.map { $0.split(separator: "@")[0] }).count == 2)
    #expect(lamp.text.contains("remarkable steadiness"))
    #expect(lamp.text.contains("two- and three-masted"))
  }

  @Test("checks and tests every pipeline file of the package")
  func pipelines() throws {
    let folders = ["pipelines", "Plugins/FamilyNotices/pipelines"]
    let files = try folders.flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: Command.root.appending(path: folder).path)
        .filter { $0.hasSuffix(".yaml") && ($0 != "pdf.yaml" || Self.hasPoppler) }.sorted().map { "\(folder)/\($0)" }
    }
    let check = try Command.run(["check"] + files)
    #expect(check.status == 0, "\(check.errors)")
    let test = try Command.run(["test"] + files)
    #expect(test.status == 0, "\(test.output)\(test.errors)")
  }

  @Test("a pipeline file without tests is told of, so that nobody takes it for tested")
  func withoutTests() throws {
    let scratch = try Scratch()
    let file = scratch.folder.appending(path: "p.yaml")
    let read = "read: { format: text-pages, from: \(Command.root.path)/pipelines/samples/text }"
    try "offprint: 1\nname: p\n\(read)\n".write(to: file, atomically: true, encoding: .utf8)
    let test = try Command.run(["test", file.path])
    #expect(test.output == "no tests  \(file.path)  (add tests: to it)\n0 passed, 0 failed\n")
    #expect(test.status == 0)
  }
}
