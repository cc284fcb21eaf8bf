import Foundation

/// Real pages and official schemas beside the project, or where OFFPRINT_SHARED says. Tests on them are skipped,
/// with a line that says so, where there are none.
enum SharedData {
  static let folder: URL = {
    if let named = ProcessInfo.processInfo.environment["OFFPRINT_SHARED"] { return URL(filePath: named) }
    return Command.root.appending(path: "../shared").standardized
  }()

  static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: path).path)
  }

  /// True if a run over all shared issues ended as it should: one of them is there a second time, in a zip, and would
  /// write the same files.
  static func isDone(_ run: Command) -> Bool {
    let errors = run.errors.split(separator: "\n").filter { $0.hasPrefix("error[") }
    return run.status == 0 || run.status == 1 && errors.count == 1 && errors[0].contains("OP407")
  }

  static let xmllint: URL? = ["/usr/bin/xmllint", "/usr/local/bin/xmllint", "/opt/homebrew/bin/xmllint"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }.map { URL(filePath: $0) }

  /// Checks files against the NewsML-G2 schema with the NITF payload; empty if all are valid.
  static func faults(inNewsML files: [URL]) throws -> String {
    guard let xmllint else { return "xmllint is not installed (Debian: libxml2-utils)" }
    var faults = ""
    for batch in stride(from: 0, to: files.count, by: 400) {
      let some = files[batch..<min(files.count, batch + 400)].map(\.path)
      let schema = folder.appending(path: "schemas/newsml-g2/newsml-g2-2.35+nitf-3.6.xsd").path
      let check = try Command.run(
        xmllint, ["--nonet", "--noout", "--schema", schema] + some,
        environment: ["XML_CATALOG_FILES": folder.appending(path: "schemas/catalog.xml").path])
      if check.status != 0 {
        faults += check.errors.split(separator: "\n").filter { !$0.hasSuffix(" validates") }.prefix(20)
          .joined(separator: "\n")
      }
    }
    return faults
  }
}
