import Foundation

/// What the command line asks for.
struct Options {
  /// Folders of real deliveries and text pages; nil for what is made of the bundled samples.
  var corpus: String?
  var textCorpus: String?
  /// A catalog of official schemas, to tell what checking against them costs.
  var schemas: String?
  var rounds = 5
  /// Copies of the samples.
  var copies = 200
  /// The ratio to xmllint is compared with the committed one, and nothing else is measured.
  var checks = false
  /// Readers and writers alone are measured, which takes seconds.
  var isOfFormats = false
  /// The one reader or writer that is measured of them; nil for all.
  var format: String?
  /// The committed ratios are replaced by those that are measured.
  var records = false

  static let usage = """
    USAGE: swift run -c release benchmark [--corpus DIR] [--text DIR] [--schemas DIR] [--rounds N] [--copies N] \
    [--formats] [--format NAME] [--check] [--record]

    Run in the package's folder, after 'swift build -c release'. Without --corpus the bundled samples are multiplied.
    --schemas names a folder of schemas with a catalog.xml; then the check of each writer's files is timed too.
    --formats measures readers and writers alone, --format one of them.
    --check ends with 1 if the ratio to xmllint is more than 1.5 times the one in Benchmarks/ratios.json;
    --record writes that file anew.
    """

  init(_ arguments: some Sequence<String>) throws {
    var rest = Array(arguments)[...]
    while let flag = rest.popFirst() {
      switch flag {
      case "--corpus": corpus = try Self.value(of: flag, &rest)
      case "--text": textCorpus = try Self.value(of: flag, &rest)
      case "--schemas": schemas = try Self.value(of: flag, &rest) + "/catalog.xml"
      case "--rounds": rounds = try Self.count(of: flag, &rest)
      case "--copies": copies = try Self.count(of: flag, &rest)
      case "--check": checks = true
      case "--formats": isOfFormats = true
      case "--format":
        format = try Self.value(of: flag, &rest)
        isOfFormats = true
      case "--record": records = true
      default: throw BenchmarkError(Self.usage)
      }
    }
  }

  private static func value(of flag: String, _ rest: inout ArraySlice<String>) throws -> String {
    guard let value = rest.popFirst() else { throw BenchmarkError("\(flag) needs a value\n\(usage)") }
    return value
  }

  private static func count(of flag: String, _ rest: inout ArraySlice<String>) throws -> Int {
    guard let count = Int(try value(of: flag, &rest)), count > 0 else {
      throw BenchmarkError("\(flag) needs a number\n\(usage)")
    }
    return count
  }
}
