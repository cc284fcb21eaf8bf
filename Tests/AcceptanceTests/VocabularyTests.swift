import Foundation
import Testing

/// The words of a batch, through the command.
@Suite("The vocabulary of a batch")
struct VocabularyTests {
  private static let pipeline = """
    offprint: 1
    name: words
    read: { format: text-pages, from: pages, with: { language: de } }
    stages:
      - normalise-text
      - reflow-columns
      - segment-articles
      - { stage: dehyphenate, with: { vocabulary: kept/words.tsv } }
    write:
      articles: { format: jsonl, to: out/articles.jsonl }
    """

  /// Two issues: the word that the first breaks at a line's end stands inside the lines of the second.
  private func batch(_ vocabulary: String? = nil) throws -> Scratch {
    let scratch = try Scratch()
    _ = try scratch.write(Self.pipeline, to: "p.yaml")
    _ = try scratch.write(
      "DER HAFEN\n\nAm Abend kam das neue Post-\nschiff im Hafen an.\n", to: "pages/a_1900-01-02_p1.txt")
    _ = try scratch.write(
      "DER MARKT\n\nAuf das Post-schiff wartete man lange,\nund das Post-schiff kam erst spät.\n",
      to: "pages/a_1900-01-03_p1.txt")
    if let vocabulary { _ = try scratch.write(vocabulary, to: "kept/words.tsv") }
    return scratch
  }

  @Test("is built by the first run, the same at any number of jobs, and used by the next")
  func built() throws {
    var files: [[String: Data]] = []
    for jobs in ["1", "3"] {
      let scratch = try batch()
      let first = try Command.run(["run", "p.yaml", "--jobs", jobs, "--trace", "joins"], in: scratch.folder)
      #expect(first.status == 0, "\(first.errors)")
      #expect(first.errors.contains("\nvocabulary: 5 words built from 2 documents into kept/words.tsv\n"))
      #expect(first.output.contains("hyphen-kept\t'Post-schiff' occurs 2 times in the batch\t0.93"))
      let report = try String(contentsOf: scratch.folder.appending(path: "out/run.json"), encoding: .utf8)
      #expect(report.contains("\"file\":\"kept/words.tsv\",\"built\":true,\"size\":\"5 words\",\"documents\":2"))
      files.append(try outputs(of: scratch.folder))
      let second = try Command.run(["run", "p.yaml", "--trace", "joins"], in: scratch.folder)
      #expect(second.errors.contains("\nvocabulary: kept/words.tsv, as it was\n"))
      #expect(second.output == first.output)
      files.append(try outputs(of: scratch.folder))
    }
    #expect(files.allSatisfy { $0 == files[0] })
    let words = try #require(files[0]["kept/words.tsv"])
    #expect(
      String(decoding: words, as: UTF8.self) == """
        # offprint vocabulary 1\tpipeline=words\tdocuments=2\twords=16\tminimum=2
        das\t3
        kam\t2
        post\t2
        post-schiff\t2
        schiff\t2

        """)
  }

  @Test("is built alone, with the same bytes")
  func alone() throws {
    let scratch = try batch()
    let run = try Command.run(["vocabulary", "p.yaml", "-o", "w.tsv"], in: scratch.folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors == "vocabulary: 5 words built from 2 documents into w.tsv\n")
    #expect(try Command.run(["vocabulary", "p.yaml"], in: scratch.folder).status == 0)
    let files = try contents(of: scratch.folder)
    #expect(files["w.tsv"] == files["kept/words.tsv"])
    #expect(files["out/run.json"] == nil)
  }

  @Test("takes the place of an older one, and of no other file, such as a page")
  func replacing() throws {
    let scratch = try batch("# offprint vocabulary 1\nold\t3\n")
    #expect(try Command.run(["vocabulary", "p.yaml"], in: scratch.folder).status == 0)
    let before = try contents(of: scratch.folder)
    for file in ["pages/a_1900-01-02_p1.txt", "p.yaml"] {
      let run = try Command.run(["vocabulary", "p.yaml", "-o", file], in: scratch.folder)
      #expect(run.status == 73)
      #expect(run.errors.hasPrefix("error[OP401]: '\(file)' is there and is something else, so it is not replaced"))
    }
    #expect(try contents(of: scratch.folder) == before)
    #expect(before["kept/words.tsv"].map { !String(decoding: $0, as: UTF8.self).contains("old") } == true)
  }

  @Test("below the input is no page")
  func belowInput() throws {
    let scratch = try batch()
    for _ in 1...2 {
      let run = try Command.run(["vocabulary", "p.yaml", "-o", "pages/words.txt"], in: scratch.folder)
      #expect(run.errors == "vocabulary: 5 words built from 2 documents into pages/words.txt\n")
    }
    _ = try scratch.write(Self.pipeline.replacing("kept/words.tsv", with: "pages/words.txt"), to: "p.yaml")
    #expect(try Command.run(["run", "p.yaml"], in: scratch.folder).errors.contains("documents: 2 done, 0 failed of 2"))
  }

  @Test("of a batch with a broken document is built without it, and says so")
  func broken() throws {
    let scratch = try batch()
    let link = scratch.folder.appending(path: "pages/a_1900-01-04_p1.txt")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: scratch.folder.appending(path: "nothing"))
    let run = try Command.run(["vocabulary", "p.yaml"], in: scratch.folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("the vocabulary is built without the document"))
    #expect(run.errors.contains("built from 2 documents (1 left out)"))
  }

  @Test("that is no vocabulary is a mistake of the pipeline, with its line")
  func mistake() throws {
    let scratch = try batch("# offprint vocabulary 1\nhafen\t3\nmarkt viele\n")
    let check = try Command.run(["check", "p.yaml"], in: scratch.folder)
    #expect(check.status == 78)
    #expect(check.errors.contains("error[OP311]: a line of a vocabulary is a word, a tab and how often it occurs"))
    #expect(check.errors.contains("--> kept/words.tsv:3"))
  }

  @Test("needs a stage that uses it, and a place")
  func usage() throws {
    let scratch = try batch()
    _ = try scratch.write(Self.pipeline.replacing(", with: { vocabulary: kept/words.tsv }", with: ""), to: "q.yaml")
    let nowhere = try Command.run(["vocabulary", "q.yaml"], in: scratch.folder)
    #expect(nowhere.status == 64)
    #expect(nowhere.errors.contains("--output FILE"))
    _ = try scratch.write(
      Self.pipeline.split(separator: "\n").filter { !$0.contains("dehyphenate") }.joined(separator: "\n"), to: "r.yaml")
    #expect(try Command.run(["vocabulary", "r.yaml", "-o", "w.tsv"], in: scratch.folder).status == 78)
  }
}
