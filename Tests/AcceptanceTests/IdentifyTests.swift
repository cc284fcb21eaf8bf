import Foundation
import OffprintTesting
import Testing

/// `offprint identify`, through the command.
@Suite("What files are")
struct IdentifyTests {
  private struct Report: Decodable {
    struct File: Decodable {
      var path: String
      var kind: String
      var profile: [String]
      var use: String
      var reader: String?
      var oddities: [String]
      var remark: String?
    }
    struct Documents: Decodable {
      var reader: String
      var count: Int
      var next: String
    }
    var schema: Int
    var files: [File]
    var documents: [Documents]
    var unread: Int
  }

  private func report(_ paths: String...) throws -> (report: Report, status: Int32) {
    let result = try Command.run(["identify", "--format", "json"] + paths)
    return (try JSONDecoder().decode(Report.self, from: Data(result.output.utf8)), result.status)
  }

  @Test("the bundled samples are known, with the command that reads them")
  func samples() throws {
    let (report, status) = try report("pipelines/samples/mets")
    #expect(status == 0 && report.unread == 0)
    #expect(Set(report.files.map(\.kind)) == ["ALTO", "METS"])
    #expect(report.documents.map(\.reader) == ["mets-alto"])
    #expect(
      report.documents.map(\.next) == [
        "offprint run pipelines/mets-alto.yaml --var input=pipelines/samples/mets --var out=articles"
      ])
  }

  @Test("what is broken, empty or unknown is said, also in an archive, and the answer is no")
  func odd() throws {
    let scratch = try Scratch()
    let zip = ZipBuilder(files: [
      ("a/page.txt", "Der Bote.\nNachrichten.\n"), ("a/empty.xml", ""), ("a/x.bin", "\u{0}\u{1}\u{2}\u{3}\u{4}\u{5}"),
      ("a/odd.xml", "<unheard><of/></unheard>"), ("a/alto.txt", "<alto><Layout><Page ID=\"P\"/></Layout></alto>"),
    ])
    let file = scratch.folder.appending(path: "b.zip")
    try Data(zip.bytes).write(to: file)
    let (report, status) = try report(file.path)
    #expect(status == 1 && report.unread == 3)
    let byName = Dictionary(uniqueKeysWithValues: report.files.map { ($0.path.split(separator: "/").last ?? "", $0) })
    #expect(byName["page.txt"]?.reader == "text-pages")
    #expect(byName["empty.xml"]?.kind == "empty" && byName["x.bin"]?.kind == "binary file")
    #expect(byName["odd.xml"]?.use == "unknown")
    #expect(byName["alto.txt"]?.oddities == ["no namespace", "no page size", "no unit of measurement", "called .txt"])
    #expect(byName["alto.txt"]?.path == "\(file.path)!/a/alto.txt")
  }

  @Test("a path that is not there ends with 66, a broken archive with 1")
  func missing() throws {
    #expect(try Command.run(["identify", "nowhere"]).status == 66)
    let scratch = try Scratch()
    let broken = try scratch.write("no zip", to: "b.zip")
    let result = try Command.run(["identify", broken.path])
    #expect(result.status == 1)
    #expect(result.output.contains("archive") && result.errors.contains("OP220"))
  }

  @Test("what a run takes for an archive is one here, too, and nothing else")
  func archives() throws {
    let scratch = try Scratch()
    let zip = Data(ZipBuilder(files: [("a_1900-01-01_p1.txt", "THE LAMP\n\nA lamp is lit.\n")]).bytes)
    _ = try scratch.write(
      """
      offprint: 1
      name: p
      vars: { input: { type: path } }
      read: { format: text-pages, from: "${input}" }
      stages: [reflow-columns, segment-articles]
      write: { text: { format: text, to: out/a.txt } }
      """, to: "p.yaml")
    for (name, isArchive) in [("1900", true), ("1900.bin", true), ("1900.txt", false)] {
      try zip.write(to: scratch.folder.appending(path: name))
      let identity = try Command.run(["identify", name, "--each"], in: scratch.folder)
      #expect((identity.status == 0) == isArchive, "\(identity.output)")
      #expect(identity.output.contains("call it .zip") != isArchive)
      let run = try Command.run(["run", "p.yaml", "--fresh", "--var", "input=\(name)"], in: scratch.folder)
      // What is no archive is read as the text that its name says it is.
      #expect(run.status == 0 && run.errors.contains("pages: 1"), "\(run.errors)")
      #expect(run.errors.contains("error[") == false && run.errors.contains("OP208") != isArchive, "\(run.errors)")
    }
  }

  @Test("every real file is known, or refused with a reason", .enabled(if: SharedData.has("data/issues")))
  func real() throws {
    let (report, _) = try report(SharedData.folder.appending(path: "data").path)
    #expect(report.files.count > 270)
    let nameless = report.files.filter { $0.reader == nil && $0.use != "companion" && $0.remark == nil }
    #expect(nameless.map(\.path) == [])
    let unknown = report.files.filter { $0.use == "unknown" }
    #expect(
      unknown.map { $0.path.split(separator: "/").last.map(String.init) ?? "" } == ["sn90050316_1916_05_13_4_mini.xml"])
    for name in ["mets-alto", "didl-alto", "page-xml", "olive-xmd", "alto", "text-pages"] {
      #expect(report.files.contains { $0.reader == name }, "\(name)")
    }
    func profile(_ ending: String) -> [String] { report.files.first { $0.path.hasSuffix(ending) }?.profile ?? [] }
    #expect(profile("2385348_newspaper_luxzeit1858_1858-12-07_01-mets.xml").first == "docWorks")
    #expect(profile("0002647_18240217_mets.xml").first == "British Library (smLinkGrp)")
    #expect(profile("toc/T4616238.xml").first == "BnF toc")
    #expect(profile("18451228_01-METS.xml").first == "Olive")
    #expect(profile("1878010301_1.xml").first == "NDNP issue")
    #expect(profile("18820208_1-METS.xml").first == "ENMAP")
    #expect(profile("text/1858-12-07_01-00001.xml").prefix(2) == ["3.1", "mm10"])
  }
}
