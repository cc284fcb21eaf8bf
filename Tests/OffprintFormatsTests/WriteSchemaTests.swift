import Foundation
import Testing

@testable import OffprintFormats

/// Where xmllint and IPTC's schemas are, if they are.
private enum Validation {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
  static let shared =
    ProcessInfo.processInfo.environment["OFFPRINT_SHARED"].map { URL(filePath: $0) }
    ?? root.deletingLastPathComponent().appending(path: "shared")
  static let newsml = shared.appending(path: "schemas/newsml-g2/newsml-g2-2.35+nitf-3.6.xsd")
  static let xmllint = ["/usr/bin/xmllint", "/usr/local/bin/xmllint"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
  static let hasXMLLint = xmllint != nil
  static let hasSchemas = hasXMLLint && FileManager.default.fileExists(atPath: newsml.path)
}

/// Validation with xmllint: against IPTC's schemas, which are not part of the project, and our own grammar.
@Suite("Written files are valid")
struct WriteSchemaTests {
  /// What xmllint says of the files; empty if all are valid.
  private func complaints(of products: [[UInt8]], _ arguments: [String]) throws -> String {
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
    process.executableURL = URL(filePath: try #require(Validation.xmllint))
    process.arguments = ["--nonet", "--noout"] + arguments + files
    process.environment = ["XML_CATALOG_FILES": Validation.shared.appending(path: "schemas/catalog.xml").path]
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return process.terminationStatus == 0 ? "" : said
  }

  @Test("newsml-g2, both profiles", .enabled(if: Validation.hasSchemas), arguments: ["iptc", "compat"])
  func newsml(_ profile: String) throws {
    let settings = [
      "profile": profile, "rights": "©", "rights_uri": "https://rightsstatements.org/vocab/NoC-NC/1.0/",
      "usage_terms": "Free.", "provider_uri": "https://ulm.example/",
    ]
    var partial = WriteFixture.issue()
    partial.date = nil
    partial.publication = .init()
    partial.articles[1].language = "not a tag"
    let products =
      try WriteFixture.products(NewsMLG2Writer.self, settings)
      + WriteFixture.products(NewsMLG2Writer.self, ["profile": profile], of: partial)
    #expect(try complaints(of: products.map(\.bytes), ["--schema", Validation.newsml.path]) == "")
    let broken = products[0].text.replacing("<itemClass ", with: "<itemKlass ")
    #expect(try complaints(of: [Array(broken.utf8)], ["--schema", Validation.newsml.path]) != "")
  }

  @Test("article-xml, by our own grammar", .enabled(if: Validation.hasXMLLint))
  func articleXML() throws {
    let grammar = Validation.root.appending(path: "pipelines/schema/article.rng").path
    let products = try WriteFixture.products(ArticleXMLWriter.self)
    #expect(try complaints(of: products.map(\.bytes), ["--relaxng", grammar]) == "")
    let broken = products[0].text.replacing("role=\"masthead\"", with: "role=\"mast\"")
    #expect(try complaints(of: [Array(broken.utf8)], ["--relaxng", grammar]) != "")
  }

  @Test("Every IPTC alias that items use is in IPTC's catalogue and not retired", .enabled(if: Validation.hasSchemas))
  func aliases() throws {
    let file = Validation.shared.appending(path: "schemas/iptc-catalogs/catalog.IPTC-G2-Standards_41.xml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let schemes = text.matches(of: /<scheme\b[^>]*>/).map { String($0.output) }
    for alias in NewsMLSchemes.iptc {
      let scheme = try #require(schemes.first { $0.contains("alias=\"\(alias)\"") }, "\(alias)")
      #expect(!scheme.contains("retired"))
    }
    for alias in NewsMLSchemes.own { #expect(!schemes.contains { $0.contains("alias=\"\(alias.alias)\"") }) }
  }
}
