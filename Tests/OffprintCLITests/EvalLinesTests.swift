import Foundation
import OffprintFormats
import OffprintKit
import OffprintStages
import Testing

@testable import OffprintCLI

@Suite struct EvalLinesTests {
  private static let registry: Registry = {
    var registry = Registry()
    BuiltinFormats.register(in: &registry)
    BuiltinStages.register(in: &registry)
    return registry
  }()

  /// A folder with a pipeline and some files, gone with the test.
  private func eval(_ files: [String: String], _ arguments: String...) throws -> CommandRun {
    let folder = FileManager.default.temporaryDirectory.appending(path: "offprint-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let pipeline = """
      offprint: 1
      name: mend
      vars: { input: { type: path, help: Not needed here. } }
      read: { format: alto, from: "${input}" }
      stages: [reflow-columns, segment-articles, dehyphenate]
      write: { text: { format: text, to: "out.txt" } }
      """
    for (path, text) in files.merging(["mend.yaml": pipeline], uniquingKeysWith: { first, _ in first }) {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let placed = arguments.map { $0.replacing("@", with: folder.path + "/") }
    return CommandRun(["eval", "lines", folder.path + "/mend.yaml"] + placed, registry: Self.registry)
  }

  private static let page = """
    <alto><Layout><Page WIDTH="800" HEIGHT="400"><PrintSpace><TextBlock ID="TB1">
    <TextLine HPOS="100" VPOS="100" WIDTH="600" HEIGHT="40">
    <String CONTENT="Die" HPOS="100" VPOS="100" WIDTH="100" HEIGHT="40"/><SP/>
    <String CONTENT="Zei" HPOS="220" VPOS="100" WIDTH="100" HEIGHT="40" SUBS_TYPE="HypPart1" SUBS_CONTENT="Zeitung"/>
    <HYP CONTENT="-"/></TextLine>
    <TextLine HPOS="100" VPOS="150" WIDTH="600" HEIGHT="40">
    <String CONTENT="tung" HPOS="100" VPOS="150" WIDTH="100" HEIGHT="40" SUBS_TYPE="HypPart2" SUBS_CONTENT="Zeitung"/>
    </TextLine></TextBlock></PrintSpace></Page></Layout></alto>
    """

  @Test func `measures each collection under its name, and needs no value for the pipeline's input`() throws {
    let run = try eval(
      ["a/1/p1.xml": Self.page, "a/2/p1.xml": Self.page, "b/p1.xml": Self.page], "--truth", "@a", "--truth",
      "other=@b")
    #expect(run.status == 0, "\(run.err)")
    let rows = run.out.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(rows.contains { $0.starts(with: ["a", "2", "2", "1.000", "1.000"]) })
    #expect(rows.contains { $0.starts(with: ["other", "1", "1", "1.000", "1.000"]) })
    #expect(rows.contains { $0.starts(with: ["total", "3", "3", "1.000", "1.000"]) })
  }

  @Test(arguments: ["blocks", "zones", "text", "none"])
  func `says the same twice, in JSON too`(blind: String) throws {
    let once = try eval(["a/title/issue/p1.xml": Self.page], "--truth", "x=@a", "--blind", blind, "--format", "json")
    let twice = try eval(["a/title/issue/p1.xml": Self.page], "--truth", "x=@a", "--blind", blind, "--format", "json")
    #expect(once.status == 0, "\(once.err)")
    #expect(once.out == twice.out)
    let value = try JSONSerialization.jsonObject(with: Data(once.out.utf8)) as? [String: Any]
    #expect(value?["schema"] as? Int == 1)
    #expect(value?["blind"] as? String == blind)
  }

  @Test func `a document that cannot be read is named, and the rest is measured`() throws {
    let run = try eval(["a/1/p1.xml": Self.page, "a/2/p1.xml": "<alto><Layout>"], "--truth", "@a")
    #expect(run.status == 1)
    #expect(run.err.contains("OP203") && run.err.contains("= document: 2"))
    #expect(run.err.contains("not measured: 1 of 2"))
    #expect(run.out.contains("1.000"))
  }

  @Test func `if none can be read the input is unusable`() throws {
    #expect(try eval(["a/p1.xml": "<alto><Layout>"], "--truth", "@a").status == 65)
  }

  @Test func `what is not there or is no document ends with 66`() throws {
    let missing = try eval([:], "--truth", "@nowhere")
    #expect(missing.status == 66 && missing.err.contains("OP201"))
    let nothing = try eval(["a/notes.txt": "text"], "--truth", "@a")
    #expect(nothing.status == 66 && nothing.err.contains("OP501"))
    #expect(nothing.out.isEmpty)
  }

  @Test func `an unknown reader is a mistake of the command line`() throws {
    let run = try eval(["a/p1.xml": Self.page], "--truth", "@a", "--read", "allto")
    #expect(run.status == 64)
    #expect(run.err.contains("did you mean 'alto'?"))
  }

  @Test func `a wrong pipeline ends with 78`() throws {
    #expect(try eval(["mend.yaml": "offprint: 1\nstages: [rflow]\n"], "--truth", "@a").status == 78)
  }

  @Test(arguments: [
    ("data/issues", "issues", "data/issues"), ("data/issues/", "issues", "data/issues/"), ("x=data", "x", "data"),
    ("data/**/mets*.xml", "data", "data/**/mets*.xml"), ("./a=b", "a=b", "./a=b"), ("x=a=b", "x", "a=b"),
  ])
  func `a collection is called by its name or by the end of its path`(text: String, name: String, path: String) throws {
    let argument = try #require(TruthArgument(argument: text))
    #expect(argument.name == name && argument.path == path)
  }
}
