import Foundation
import OffprintEngine
import OffprintFormats
import OffprintKit
import OffprintPipeline
import OffprintStages
import Testing

@testable import OffprintEvaluation

/// Another program's scores, which reads the truth of the same issues by itself.
private enum OtherScores {
  private static let program = SharedData.folder.appending(path: "tools/score_articles.py")

  static let isThere: Bool = {
    guard FileManager.default.fileExists(atPath: program.path), SharedData.has("data/issues") else { return false }
    let python = try? Command.run(URL(filePath: "/usr/bin/env"), ["python3", "-c", "import lxml.etree"])
    return python?.status == 0
  }()

  /// What it calls the figures.
  static let names: [(String, ArticleFigure)] = [
    ("block_pair_P", .blockPairPrecision), ("block_pair_R", .blockPairRecall), ("block_pair_F1", .blockPairF1),
    ("block_ARI", .blockAdjustedRand), ("line_pair_P", .linePairPrecision), ("line_pair_R", .linePairRecall),
    ("line_pair_F1", .linePairF1), ("line_ARI", .lineAdjustedRand), ("line_homog", .homogeneity),
    ("line_compl", .completeness), ("line_V", .vMeasure), ("line_B3_P", .bCubedPrecision),
    ("line_B3_R", .bCubedRecall), ("line_B3_F1", .bCubedF1), ("exact_P", .exactPrecision), ("exact_R", .exactRecall),
    ("exact_F1", .exactF1), ("exact_R_ARTICLE", .exactRecallOfArticles),
    ("exact_R_ARTICLE_ge8lines", .exactRecallOfLongArticles), ("exact_R_multipage", .exactRecallOverPages),
    ("headline_match", .headlineMatch), ("Pk", .pk), ("WindowDiff", .windowDiff),
  ]

  static let counts: [(String, @Sendable (ArticleScores) -> Int)] = [
    ("pages", { $0.pages }), ("blocks", { $0.ofBlocks.things }), ("lines", { $0.lines }),
    ("lines_outside_truth", { $0.linesOutside }),
    ("truth_items", { $0.exact.marked.of }), ("pred_items", { $0.exact.found.of }),
    ("headline_truth", { $0.headlines.of }),
  ]

  /// It prefers, of articles with as much in common, that with the later name.
  static func name(_ article: Int) -> String { "A\(99_999 - article)" }

  static func scores(_ truth: String, _ issue: OffprintModel.Issue, _ assignment: ArticleAssignment) throws -> [String:
    Any]
  {
    var assigned: [String: String] = [:]
    for (number, page) in issue.pages.enumerated() {
      for line in page.lines.indices {
        let ref = LineRef(page: number, line: line)
        if let article = assignment.article(of: ref) { assigned[issue.lineName(ref)] = name(article) }
      }
    }
    let headlines = assignment.headlines.enumerated().map { (name($0.offset), $0.element) }
    let prediction: [String: Any] = [
      "assign": assigned, "headline": Dictionary(uniqueKeysWithValues: headlines),
    ]
    let scratch = try Scratch()
    let file = scratch.folder.appending(path: "prediction.json")
    try JSONSerialization.data(withJSONObject: prediction).write(to: file)
    let run = try Command.run(
      URL(filePath: "/usr/bin/env"), ["python3", program.path, "score", truth, file.path, "--json"])
    try #require(run.status == 0, "\(run.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }
}

@Suite(
  "Scores on articles are those of another program",
  .enabled(if: OtherScores.isThere, "no shared data, or no python3 with lxml"))
struct ArticleScoresAgreementTests {
  /// The documents of a reader below a folder, and what the other program is to read.
  private func documents(
    _ reader: some Reader, _ folder: String, truth: (DocumentSource) -> String
  ) throws -> [(issue: OffprintModel.Issue, truth: String)] {
    let input = try InputFinder.selection(
      for: folder.hasPrefix("/") ? folder : SharedData.folder.appending(path: folder).path)
    return try reader.documents(in: input).documents.compactMap { document in
      // The other program does not look into archives.
      guard document.files.allSatisfy({ SourceTree.outermost($0) == $0 }) else { return nil }
      var context = ReadContext()
      let issue = try reader.read(document, &context)
      return issue.markup == nil ? nil : (issue, truth(document))
    }
  }

  private func compare(
    _ issue: OffprintModel.Issue, _ truth: String, _ assignment: ArticleAssignment, _ what: String
  ) throws {
    let ours = ArticleEvaluation().compare(issue, assignment).scores
    let theirs = try OtherScores.scores(truth, issue, assignment)
    for (name, count) in OtherScores.counts {
      #expect(count(ours) == theirs[name] as? Int, "\(truth), \(what): \(name)")
    }
    for (name, figure) in OtherScores.names {
      let mine = figure.value(in: ours)
      let other = (theirs[name] as? NSNumber)?.doubleValue
      let agrees: Bool =
        if let mine, let other { abs(mine - other) < 1e-6 } else { mine == nil && other == nil }
      let both = [mine, other].map { $0.map { String($0) } ?? "-" }.joined(separator: " and ")
      #expect(agrees, "\(truth), \(what): \(name) is \(both)")
    }
  }

  private func compare(_ documents: [(issue: OffprintModel.Issue, truth: String)], atLeast: Int) throws {
    #expect(documents.count >= atLeast)
    let pipeline = try PipelineLoader.load(
      Command.root.appending(path: "pipelines/mets-alto.yaml").path, complete: false, registry: Self.registry
    ).pipeline
    let stages = StageRun(pipeline)
    for (number, (issue, truth)) in documents.enumerated() {
      let found = try ArticleEvaluation().assignment(for: issue) { try stages.run(on: &$0) }
      try compare(issue, truth, found, "found")
      try compare(issue, truth, Self.spoilt(issue, seed: UInt64(number)), "spoilt truth")
    }
  }

  private static let registry: Registry = {
    var registry = Registry()
    BuiltinFormats.register(in: &registry)
    BuiltinStages.register(in: &registry)
    return registry
  }()

  /// The truth with some articles cut, some run together, mastheads among them, and some lines left out.
  private static func spoilt(_ issue: OffprintModel.Issue, seed: UInt64) -> ArticleAssignment {
    var chance = SplitMix64(seed: seed)
    var articles = issue.pages.map { [Int?](repeating: nil, count: $0.lines.count) }
    var headlines: [String] = []
    for (index, article) in (issue.markup?.articles ?? []).enumerated() {
      let joins = chance.next() % 4 == 0 && !headlines.isEmpty
      if !joins {
        headlines.append(
          chance.next() % 3 == 0
            ? issue.markup?.titles[index] ?? ""
            : issue.plainText(ofLines: article.components.first.map { $0.lines } ?? []))
      }
      let cut = chance.next() % 3 == 0 ? Int(chance.next() % 20) : nil
      for (rank, line) in article.lines.enumerated() {
        if rank == cut { headlines.append("") }
        if chance.next() % 25 > 0 { articles[line.page][line.line] = headlines.count - 1 }
      }
    }
    return ArticleAssignment(articles: articles, headlines: headlines)
  }

  @Test("METS: areas, BnF toc, structLink") func mets() throws {
    let documents = try documents(METSALTOReader(.init()), "data/issues") { document in
      document.files.first { $0.contains("/toc/") } ?? document.files[0]
    }
    try compare(documents, atLeast: 14)
  }

  @Test("DIDL") func didl() throws {
    try compare(documents(DIDLALTOReader(.init()), "data/issues") { $0.files[0] }, atLeast: 2)
  }

  @Test("PAGE") func page() throws {
    try compare(documents(PAGEXMLReader(.init()), "data/pages") { $0.files[0] }, atLeast: 1)
  }

  /// To the other program each piece of an article that goes on overleaf is an article by itself.
  @Test("Olive XMD") func olive() throws {
    var settings = OliveXMDReader.Settings()
    settings.continuations = .apart
    try compare(documents(OliveXMDReader(settings), "data/issues") { $0.root }, atLeast: 1)
  }

  @Test("Tagged text, with the text itself beside it and without") func taggedText() throws {
    let scratch = try Scratch()
    let table = TaggedPaper(seed: 7)
    _ = try scratch.write("\u{FEFF}" + table.csv(header: true, lineEnd: "\r\n"), to: "alone.csv")
    _ = try scratch.write(table.csv(header: false, lineEnd: "\n"), to: "tagged_data/both.csv")
    _ = try scratch.write(table.lines.map { "   " + $0.text }.joined(separator: "\n"), to: "raw_data/both.txt")
    _ = try scratch.write(TaggedPaper(seed: 8).csv(header: true, lineEnd: "\n"), to: "tagged_data/more.csv")
    _ = try scratch.write("too short\n", to: "raw_data/more.txt")
    let documents = try documents(TaggedTextReader(.init()), scratch.folder.path) { $0.files[0] }
    #expect(documents.map(\.issue.id) == ["alone", "both", "more"])
    #expect(documents[1].issue.pages[0].lines[0].words[0].box.left == 3)
    #expect(documents.allSatisfy { $0.issue.markup?.printedPages.values.contains(2) == true })
    try compare(documents, atLeast: 3)
  }
}
