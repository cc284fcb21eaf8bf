import OffprintDiagnostics
import OffprintEngine
import OffprintEvaluation
import OffprintKit
import OffprintReport

/// The folder that proofs are written to: a file for each document, and a list of them.
struct ProofFolder {
  private let path: String
  private var entries: [ArticleProofIndex.Entry] = []
  private var names: Set<String> = ["index"]
  private var fault: Diagnostics?

  init(_ path: String) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// Writes the proof of a document, unless one before it could not be written.
  mutating func add(
    _ places: ArticlePlaces, _ scores: ArticleScores, of document: String, in collection: String,
    _ report: ArticleReport
  ) {
    guard fault == nil else { return }
    let file = freshName(places.issue.id) + ".html"
    entries.append(.init(collection: collection, document: document, file: file, scores: scores))
    write(ArticleProof(places, scores, of: document, in: report).html, file)
  }

  /// Writes the list.
  ///
  /// - Throws: `OP401` if something could not be written.
  mutating func finish(_ report: ArticleReport) throws {
    if fault == nil { write(ArticleProofIndex(entries, of: report).html, "index.html") }
    if let fault { throw fault }
  }

  private mutating func write(_ html: String, _ file: String) {
    do {
      try WholeFile.demandReplaceable("\(path)/\(file)", by: ProofPage.beginning)
      try WholeFile.write(Array(html.utf8), to: "\(path)/\(file)")
    } catch {
      fault = Diagnostics(Diagnostics.messages(of: error))
    }
  }

  /// The issue's id; two issues of one id, or of ids that differ in the size of letters alone, get two files.
  private mutating func freshName(_ id: String) -> String {
    var name = id
    var number = 2
    while !names.insert(name.lowercased()).inserted {
      name = "\(id)-\(number)"
      number += 1
    }
    return name
  }
}
