import Foundation
import OffprintFormats
import OffprintKit
import OffprintStages
import Testing

@Suite struct WhyTests {
  private static let registry: Registry = {
    var registry = Registry()
    BuiltinFormats.register(in: &registry)
    BuiltinStages.register(in: &registry)
    return registry
  }()

  private static let page = """
    DER MARKT

    Gestern war der Markt gut besucht. Viele Bauern kamen mit ihren Wagen, und die Preise blie-
    ben am Morgen hoch.

    DAS WETTER

    Am Montag hat es stark geregnet. Die Wege waren kaum zu befahren, und der Bach trat ueber.
    """

  /// A folder with a pipeline and some pages, gone with the test.
  private func why(_ article: String, _ document: String, _ more: String..., pipeline: String? = nil) throws
    -> CommandRun
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: "offprint-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let sound = """
      offprint: 1
      name: paper
      vars: { input: { type: path, help: Not needed here. } }
      read: { format: text-pages, from: "${input}", with: { language: de } }
      stages: [reflow-columns, { stage: segment-articles, id: cut }, dehyphenate]
      write: { text: { format: text, to: "out/all.txt" } }
      """
    let files = [
      "paper.yaml": pipeline ?? sound, "in/bote_1884-03-02_p1.txt": Self.page, "in/other_1884-03-02_p1.txt": Self.page,
      "empty/.hidden": "", "cut/0001.xml": "<alto><Layout><Page>",
    ]
    for (path, text) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let run = CommandRun(
      ["why", article, folder.path + "/paper.yaml", folder.path + "/" + document] + more, registry: Self.registry)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"))
    return run
  }

  @Test func `tells of the article that has the words, and writes nothing`() throws {
    let run = try why("der markt", "in/bote*")
    #expect(run.status == 0 && run.err.isEmpty, "\(run.err)")
    #expect(run.out.hasPrefix("bote_1884-03-02-p1-1\n"))
    #expect(run.out.contains("  headline  DER MARKT\n"))
    #expect(run.out.contains("WHY IT IS AN ARTICLE, by cut\n  article"))
    #expect(run.out.contains("  dehyphenate: joined, 1 line\n"))
    #expect(!run.out.contains("Montag"))
  }

  @Test func `an id says the same as the words`() throws {
    let byWords = try why("wetter", "in/bote_1884-03-02_p1.txt")
    let byID = try why("bote_1884-03-02-p1-6", "in/bote_1884-03-02_p1.txt")
    #expect(byID.status == 0 && byID.out == byWords.out)
  }

  @Test func `has JSON for scripts`() throws {
    let run = try why("wetter", "in/bote*", "--format", "json")
    let value = try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any]
    #expect(value?["pipeline"] as? String == "paper" && value?["document"] as? String == "bote_1884-03-02")
    #expect((value?["segmentation"] as? [[String: Any]])?.allSatisfy { $0["stage"] as? String == "cut" } == true)
  }

  @Test func `no such article ends with 66 and lists those there are`() throws {
    let run = try why("Hagel", "in/bote*")
    #expect(run.status == 66 && run.out.isEmpty)
    #expect(run.err.contains("error[OP505]: no article of 'bote_1884-03-02' has the id 'Hagel'"))
    #expect(run.err.contains("= article: bote_1884-03-02-p1-1  DER MARKT\n"))
    #expect(run.err.contains("= article: bote_1884-03-02-p1-6  DAS WETTER\n"))
    #expect(run.err.contains("= fix: give an id"))
  }

  @Test func `a mistyped article is answered with the nearest alone`() throws {
    let run = try why("Das Wetter vom Montag", "in/bote*")
    #expect(run.status == 66)
    #expect(run.err.contains("DAS WETTER") && !run.err.contains("DER MARKT"))
  }

  @Test func `words that several headlines have end with 64 and list them`() throws {
    let run = try why("e", "in/bote*")
    #expect(run.status == 64)
    #expect(run.err.contains("error[OP506]") && run.err.contains("DAS WETTER") && run.err.contains("DER MARKT"))
  }

  @Test func `several documents end with 64 and are listed`() throws {
    let run = try why("wetter", "in")
    #expect(run.status == 64 && run.out.isEmpty)
    #expect(run.err.contains("error[OP507]"))
    #expect(run.err.contains("= document: bote_1884-03-02\n") && run.err.contains("= document: other_1884-03-02\n"))
  }

  @Test(arguments: [("nowhere", "OP201"), ("in/x*", "OP501"), ("empty", "OP209")])
  func `no document ends with 66`(document: String, code: String) throws {
    let run = try why("wetter", document)
    #expect(run.status == 66)
    #expect(run.err.contains("error[\(code)]"), "\(run.err)")
  }

  @Test func `a document that cannot be read ends with 65 and is named`() throws {
    let run = try why(
      "wetter", "cut",
      pipeline: """
        offprint: 1
        name: paper
        read: { format: alto, from: "in" }
        stages: [reflow-columns, segment-articles]
        write: { text: { format: text, to: "out/all.txt" } }
        """)
    #expect(run.status == 65)
    #expect(run.err.contains("error[OP203]") && run.err.contains("= document: cut"), "\(run.err)")
  }

  @Test func `a pipeline that finds no articles says which stage does`() throws {
    let run = try why(
      "wetter", "in/bote*",
      pipeline: """
        offprint: 1
        name: paper
        read: { format: text-pages, from: "in" }
        stages: [reflow-columns, dehyphenate]
        write: { pages: { format: alto, to: "out/${page.name}.xml" } }
        """)
    #expect(run.status == 66)
    #expect(run.err.contains("has no articles at all") && run.err.contains("segment-articles"), "\(run.err)")
  }

  @Test func `says that a vocabulary is still to be built`() throws {
    let run = try why(
      "wetter", "in/bote*",
      pipeline: """
        offprint: 1
        name: paper
        read: { format: text-pages, from: "in" }
        stages: [reflow-columns, segment-articles, { stage: dehyphenate, with: { vocabulary: out/words.tsv } }]
        write: { text: { format: text, to: "out/all.txt" } }
        """)
    #expect(run.status == 0)
    #expect(run.err == "note: a run builds the vocabulary of 'dehyphenate' first, and may decide more by it\n")
  }

  @Test func `a wrong pipeline ends with 78`() throws {
    #expect(try why("wetter", "in/bote*", pipeline: "offprint: 1\nstages: [rflow]\n").status == 78)
  }
}
