import Foundation
import Testing

/// Where xmllint and IPTC's schemas are, if they are.
enum Validation {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
  static let shared =
    ProcessInfo.processInfo.environment["OFFPRINT_SHARED"].map { URL(filePath: $0) }
    ?? root.deletingLastPathComponent().appending(path: "shared")
  static let newsml = shared.appending(path: "schemas/newsml-g2/newsml-g2-2.35+nitf-3.6.xsd")
  static let xmllint = ["/usr/bin/xmllint", "/usr/local/bin/xmllint"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
  static let hasXMLLint = xmllint != nil
  static let hasSchemas = hasXMLLint && FileManager.default.fileExists(atPath: newsml.path)

  static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: shared.appending(path: path).path)
  }

  /// What xmllint says of the files; empty if all are valid.
  static func complaints(of products: [[UInt8]], _ arguments: [String]) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "offprint-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var files: [String] = []
    for (number, bytes) in products.enumerated() {
      let file = folder.appending(path: "\(number).xml")
      try Data(bytes).write(to: file)
      files.append(file.path)
    }
    let process = Process()
    process.executableURL = URL(filePath: try #require(xmllint))
    process.arguments = ["--nonet", "--noout"] + arguments + files
    process.environment = ["XML_CATALOG_FILES": shared.appending(path: "schemas/catalog.xml").path]
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return process.terminationStatus == 0 ? "" : said
  }
}
