import Foundation
import Testing

/// What `eval articles` prints as JSON, as far as it matters here.
private struct Report: Decodable {
  struct Counts: Decodable { var pages: Int, lines: Int, marked: Int }
  struct Summary: Decodable { var documents: Int, counts: Counts }
  struct Collection: Decodable { var readers: [String] }
  var total: Summary, collections: [Collection]
}

@Suite("Finding the reader for truth")
struct EvalTruthTests {
  private let table = """
    1,1,0,NP,0,0,0,DORFBOTE
    2,1,0,B,0,0,0,
    3,1,1,HL,0,0,0,DER MARKT
    4,1,1,TXT,1,0,0,Gestern war der Markt gut besucht.
    5,1,0,B,0,0,0,
    6,1,2,HL,0,0,0,DAS WETTER
    7,1,2,TXT,1,0,0,"Gestern, am Montag, hat es geregnet."
    """

  private func evaluate(_ truth: String) throws -> Report {
    let run = try Command.run([
      "eval", "articles", "pipelines/text-pages.yaml", "--truth", truth, "--format", "json",
    ])
    #expect(run.status == 0, "\(run.errors)")
    return try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
  }

  @Test("takes tagged texts, a folder of them or one")
  func taggedTexts() throws {
    let scratch = try Scratch()
    let one = try scratch.write(table, to: "tagged_data/a.csv")
    _ = try scratch.write(table, to: "tagged_data/b.csv")
    for (truth, documents) in [(scratch.folder.path, 2), (one.path, 1)] {
      let report = try evaluate(truth)
      #expect(report.collections.map(\.readers) == [["tagged-text"]])
      #expect(report.total.documents == documents)
      #expect(report.total.counts.pages == documents && report.total.counts.lines == 4 * documents)
      #expect(report.total.counts.marked == 2 * documents)
    }
  }

  @Test("says what plays no part, and which issue counts twice")
  func besides() throws {
    let scratch = try Scratch()
    let samples = Command.root.appending(path: "pipelines/samples")
    for (sample, name) in [
      ("mets/petit-lac-journal_1903-02-11", "a"), ("mets/petit-lac-journal_1903-02-11", "b"),
      ("olive/gazette-des-trois-ponts_1902-03-14", "c"),
    ] {
      try FileManager.default.copyItem(
        at: samples.appending(path: sample), to: scratch.folder.appending(path: name))
    }
    let run = try Command.run([
      "eval", "articles", "pipelines/mets-alto.yaml", "--truth", scratch.folder.path, "--format", "json",
    ])
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.errors.contains("1 document for 'olive-xmd' in '\(scratch.folder.path)' plays no part"), "\(run.errors)")
    #expect(run.errors.contains("its issue has the id 'petit-lac-journal_1903-02-11', and so has that of 'a/"))
    #expect(!run.errors.contains("'page-xml'"))
  }

  @Test("takes deliveries of Olive's, a folder or its table of contents", arguments: ["", "/TOC.xml"])
  func olive(file: String) throws {
    let report = try evaluate("pipelines/samples/olive/gazette-des-trois-ponts_1902-03-14" + file)
    #expect(report.collections.map(\.readers) == [["olive-xmd"]])
    #expect(report.total.counts.pages == 2 && report.total.counts.lines == 31)
    #expect(report.total.counts.marked == 5)
  }
}
