import Foundation
import Testing

@Suite("The command on a delivery of which every twentieth issue is broken")
struct BrokenDeliveriesTests {
  @Test("exports every good issue whole, and names every bad one with its place")
  func broken() throws {
    let scratch = try Scratch()
    let batch = scratch.folder.appending(path: "batch")
    let outside = scratch.folder.appending(path: "outside")
    try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
    let flaws = Flaw.all(outside: outside).filter { $0.name != "a text of 200 MB" || hasRoom(scratch.folder) }
    let issues = (0..<flaws.count * 20).map { SmallIssue($0, in: batch) }
    try issues.forEach { try $0.write() }
    for number in 1...2 {
      try FileManager.default.copyItem(at: issues[0].page(number), to: outside.appending(path: "\(number).xml"))
    }
    for (rank, flaw) in flaws.enumerated() { try flaw.spoil(issues[rank * 20 + 7]) }

    let out = scratch.folder.appending(path: "out")
    let run = try MeasuredCommand.run(
      ["run", "pipelines/mets-alto.yaml", "--var", "input=\(batch.path)", "--var", "out=\(out.path)"].map {
        $0.hasPrefix("pipelines/") ? Command.root.appending(path: $0).path : $0
      }, in: scratch.folder)
    #expect(run.status == 1, "\(run.errors.suffix(2000))")
    // Measured: 75 MB with two jobs, mostly of the files of 12 MB; one of 200 MB is not taken into memory at all. The
    // figure of a child begins with that of the process which started it, so that there must be room for the tests. A
    // sanitizer takes several times as much.
    let isSanitized = ProcessInfo.processInfo.environment["OFFPRINT_SANITIZER"] != nil
    #expect(isSanitized || run.memory < 400, "\(run.memory) MB")

    let report = try RunFile.read(out)
    #expect(report.exitCode == 1)
    let documents = Dictionary(grouping: report.documents) {
      $0.name.split(separator: "/").first.map(String.init) ?? ""
    }
    let lines = try exportedWords(out.appending(path: "articles.jsonl"))
    for (number, issue) in issues.enumerated() {
      let flaw = number % 20 == 7 ? flaws[number / 20] : nil
      let name: Comment = "\(issue.name): \(flaw?.name ?? "good")"
      #expect(documents[issue.name]?.count == 1, name)
      guard let document = documents[issue.name]?.first else { continue }
      let words = issue.texts.filter(lines.contains)
      guard flaw?.fate == .fails else {
        #expect(document.outcome == "done", name)
        let unchanged = flaw?.name == "bytes of another encoding" ? 1 : 2
        #expect(words.count == unchanged * SmallIssue.linesOnAPage, name)
        if let flaw, !flaw.code.isEmpty { demand(flaw, issue, document.diagnostics, "warning", name) }
        continue
      }
      #expect(document.outcome == "failed", name)
      #expect(words.isEmpty, name)
      if let flaw { demand(flaw, issue, document.diagnostics, "error", name) }
    }
  }

  /// The first message of that kind has the flaw's code and names the file at fault, with a line if it can have one.
  private func demand(
    _ flaw: Flaw, _ issue: SmallIssue, _ messages: [RunFile.Message], _ severity: String, _ name: Comment
  ) {
    let message = messages.first { $0.severity == severity }
    #expect(message?.code == flaw.code, name)
    let file = message?.file ?? ""
    #expect(file.contains(issue.name), name)
    #expect(file.hasSuffix("ALTO/2.xml") == (flaw.culprit == .page), "\(name): \(file)")
    #expect((message?.line != nil) == flaw.hasLine, name)
  }

  /// Every word of every line that was exported. What a damaged byte became stands between words.
  private func exportedWords(_ file: URL) throws -> Set<String> {
    Set(try Record.read(file).flatMap { $0.text.split { !$0.isASCII || $0.isWhitespace }.map(String.init) })
  }

  private func hasRoom(_ folder: URL) -> Bool {
    let values = try? folder.resourceValues(forKeys: [.volumeAvailableCapacityKey])
    return (values?.volumeAvailableCapacity ?? 0) > 1 << 30
  }
}
