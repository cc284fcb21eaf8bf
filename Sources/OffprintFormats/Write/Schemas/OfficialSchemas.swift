import OffprintDiagnostics
import OffprintKit
import OffprintXML

/// Schemas on this machine, compiled by libxml2.
struct OfficialSchemas: SchemaSource {
  func validator(for schema: FormatSchema, catalog: String?) throws -> any ProductValidating {
    if let catalog { XMLCatalog.add(catalog) }
    switch schema {
    case .xsd(let parts):
      let files = try parts.map { try Self.file(for: $0.location, catalog) }
      // One part needs no driver, and has better words for what is wrong with it.
      if parts.count == 1, let file = files.first { return try Self.compiled(file) }
      return CompiledSchema(files: files, grammar: try XMLGrammar(Self.driver(parts, files), base: "driver.xsd"))
    case .relaxNG(let location): return try Self.compiled(try Self.file(for: location, catalog))
    case .own(let name, let text):
      return CompiledSchema(files: [], grammar: try XMLGrammar(Array(text.utf8), base: name))
    }
  }

  func validator(by file: String, catalog: String?) throws -> any ProductValidating {
    if let catalog { XMLCatalog.add(catalog) }
    return try Self.compiled(file)
  }

  private static func compiled(_ file: String) throws -> CompiledSchema {
    do {
      return CompiledSchema(files: [file], grammar: try XMLGrammar(try SourceFile.read(file), base: file))
    } catch let message as Diagnostic where message.code == .inputMissing {
      throw notThere(file)
    }
  }

  /// A schema that does nothing but import others, so that what one carries of another is checked too.
  private static func driver(_ parts: [FormatSchema.Part], _ files: [String]) throws -> [UInt8] {
    let xml = XMLWriter()
    xml.element("xs:schema", ["xmlns:xs": "http://www.w3.org/2001/XMLSchema"]) {
      for (part, file) in zip(parts, files) {
        xml.element("xs:import", ["namespace": part.namespace, "schemaLocation": file])
      }
    }
    return try xml.finish()
  }

  private static func file(for location: String, _ catalog: String?) throws -> String {
    guard let file = XMLCatalog.file(for: location) else {
      throw Diagnostic(
        .schemaMissing, "no catalog has a file for the schema '\(location)'",
        fix: catalog.map { "add it to '\($0)'" } ?? "set OFFPRINT_SCHEMAS to a folder of schemas with a catalog.xml",
        notes: [.init("catalog", catalog ?? "none"), .init("more", "offprint explain OP120")])
    }
    return file
  }

  private static func notThere(_ file: String) -> Diagnostic {
    Diagnostic(.schemaMissing, "the schema '\(file)' is not there", at: SourcePlace(file: file))
  }
}

/// A schema that is ready to be used.
private struct CompiledSchema: ProductValidating {
  let files: [String]
  let grammar: XMLGrammar

  func problems(in bytes: [UInt8]) -> [SchemaProblem] {
    grammar.faults(in: bytes).map { SchemaProblem(line: $0.line, words: $0.words) }
  }
}
