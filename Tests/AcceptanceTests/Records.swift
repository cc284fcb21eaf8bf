import Foundation

/// The records of a jsonl file, as far as tests look at them.
struct Record: Decodable {
  struct Part: Decodable, Hashable {
    var role: String
    var text: String
    var lines: [String]
  }
  struct Metadata: Decodable {
    var headline: String?
    var type: String
    var language: String?
    var date: String?
    var components: [Part]
  }
  var id: String
  var text: String
  var metadata: Metadata

  var lines: [String] { metadata.components.flatMap(\.lines) }

  static func read(_ file: URL) throws -> [Record] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(Record.self, from: Data($0.utf8))
    }
  }
}
