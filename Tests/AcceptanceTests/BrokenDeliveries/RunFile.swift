import Foundation

/// The run.json of a run and the documents of its journal, as far as tests look at them.
struct RunFile {
  struct Message: Decodable {
    var severity: String
    var code: String
    var file: String?
    var line: Int?
  }

  struct Document: Decodable {
    var name: String
    var outcome: String
    var diagnostics: [Message]
  }

  private struct Report: Decodable {
    var exitCode: Int

    enum CodingKeys: String, CodingKey { case exitCode = "exit_code" }
  }

  var exitCode: Int
  var documents: [Document]

  /// - Parameter folder: that of the run.
  static func read(_ folder: URL) throws -> RunFile {
    let decoder = JSONDecoder()
    let report = try decoder.decode(Report.self, from: Data(contentsOf: folder.appending(path: "run.json")))
    let journal = try String(contentsOf: folder.appending(path: "journal.jsonl"), encoding: .utf8)
    let documents = try journal.split(separator: "\n").filter { $0.hasPrefix("{\"document\":") }
      .map { try decoder.decode(Document.self, from: Data($0.utf8)) }
    return RunFile(exitCode: report.exitCode, documents: documents)
  }
}
