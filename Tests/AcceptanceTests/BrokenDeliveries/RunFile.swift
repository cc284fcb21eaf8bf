import Foundation

/// The run.json of a run, as far as tests look at it.
struct RunFile: Decodable {
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

  var exitCode: Int
  var documents: [Document]
  var diagnostics: [Message]

  enum CodingKeys: String, CodingKey {
    case exitCode = "exit_code"
    case documents = "documents_in_order"
    case diagnostics
  }

  static func read(_ file: URL) throws -> RunFile {
    try JSONDecoder().decode(RunFile.self, from: Data(contentsOf: file))
  }
}
