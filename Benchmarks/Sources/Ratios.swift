import Foundation

/// What was measured when it was last found good. Ratios only: seconds are those of one machine.
struct Ratios: Codable {
  /// User time of the whole way from METS/ALTO to NewsML-G2 and JSON lines, over the bundled samples, as a multiple of
  /// `xmllint --noout --stream` on the same files.
  var deliveriesToXmllint: Double
  /// CPU time of reading ALTO as a multiple of a parse in C that keeps nothing.
  var readingToBareParse: Double

  static let path = "Benchmarks/ratios.json"
  /// What is measured may be worse by this factor: machines differ, and a busy one more.
  static let tolerance = 1.5

  enum CodingKeys: String, CodingKey {
    case deliveriesToXmllint = "deliveries_to_xmllint"
    case readingToBareParse = "reading_to_bare_parse"
  }

  static func read() throws -> Ratios {
    try JSONDecoder().decode(Ratios.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
  }

  func write() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try (encoder.encode(self) + Data("\n".utf8)).write(to: URL(fileURLWithPath: Self.path))
  }
}
