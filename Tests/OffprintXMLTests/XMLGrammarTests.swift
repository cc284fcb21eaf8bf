import Dispatch
import Foundation
import OffprintDiagnostics
import Testing

@testable import OffprintXML

/// Schemas of a test's own: a list of numbers, as XML Schema in two files and as RELAX NG.
private final class SchemaFolder {
  /// Catalogs hold for the whole process, so each folder has addresses of its own.
  let address = "http://schemas.invalid/" + UUID().uuidString
  let path = FileManager.default.temporaryDirectory.path + "/offprint-" + UUID().uuidString

  static let relaxNG = """
    <element name="list" xmlns="http://relaxng.org/ns/structure/1.0"
      datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <oneOrMore><element name="item"><data type="integer"/></element></oneOrMore>
    </element>
    """

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    write(
      "list.xsd",
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:list" xmlns="urn:list"
        elementFormDefault="qualified">
        <xs:import namespace="urn:item" schemaLocation="\(address)/item.xsd"/>
        <xs:element name="list"><xs:complexType><xs:sequence>
          <xs:element maxOccurs="unbounded" ref="i:item" xmlns:i="urn:item"/>
        </xs:sequence></xs:complexType></xs:element>
      </xs:schema>
      """)
    write(
      "item.xsd",
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:item">
        <xs:element name="item" type="xs:integer"/>
      </xs:schema>
      """)
    write(
      "catalog.xml",
      """
      <catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
        <system systemId="\(address)/item.xsd" uri="item.xsd"/>
        <uri name="\(address)/list.xsd" uri="list.xsd"/>
      </catalog>
      """)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) {
    _ = FileManager.default.createFile(atPath: "\(path)/\(name)", contents: Data(text.utf8))
  }

  func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: "\(path)/\(name)"))) }
}

@Suite("Validating by a schema")
struct XMLGrammarTests {
  private let folder: SchemaFolder
  private static let good = "<list xmlns='urn:list'><item xmlns='urn:item'>1</item></list>"

  init() throws { folder = try SchemaFolder() }

  private func faults(_ grammar: XMLGrammar, _ text: String) -> [XMLGrammar.Fault] {
    grammar.faults(in: Array(text.utf8))
  }

  @Test("XML Schema with a part that only the catalog knows")
  func schema() throws {
    XMLCatalog.add("\(folder.path)/catalog.xml")
    let file = try #require(XMLCatalog.file(for: "\(folder.address)/list.xsd"))
    #expect(file == "\(folder.path)/list.xsd")
    let grammar = try XMLGrammar(folder.bytes("list.xsd"), base: file)
    #expect(faults(grammar, Self.good).isEmpty)
    let found = faults(grammar, "<list xmlns='urn:list'>\n<item xmlns='urn:item'>one</item>\n</list>")
    #expect(found.first?.line == 2)
    #expect(found.first?.words.contains("'one' is not a valid value of the atomic type 'xs:integer'") == true)
  }

  @Test("RELAX NG")
  func relaxNG() throws {
    let grammar = try XMLGrammar(Array(SchemaFolder.relaxNG.utf8), base: "list.rng")
    #expect(faults(grammar, "<list><item>1</item><item>2</item></list>").isEmpty)
    #expect(!faults(grammar, "<list>\n<item>one</item></list>").isEmpty)
    #expect(!faults(grammar, "<list/>").isEmpty)
  }

  @Test("What is not well-formed is not valid, and nothing is printed")
  func malformed() throws {
    let grammar = try XMLGrammar(Array(SchemaFolder.relaxNG.utf8), base: "list.rng")
    #expect(faults(grammar, "<list><item>1</list>").first?.words.contains("mismatch") == true)
    #expect(!faults(grammar, "").isEmpty)
  }

  @Test("A schema that cannot be compiled is told with the compiler's words")
  func broken() throws {
    func message(_ text: String) -> Diagnostic? {
      do {
        _ = try XMLGrammar(Array(text.utf8), base: "x.xsd")
        return nil
      } catch { return error as? Diagnostic }
    }
    #expect(message("<list/>")?.code == .schemaBroken)
    #expect(message("no XML")?.code == .schemaBroken)
    let absent = """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <xs:include schemaLocation="http://schemas.invalid/nowhere.xsd"/>
      </xs:schema>
      """
    let start = ContinuousClock.now
    #expect(message(absent)?.summary.contains("nowhere.xsd") == true, "\(String(describing: message(absent)))")
    // No network is asked, so nothing is waited for.
    #expect(start.duration(to: .now) < .seconds(5))
  }

  @Test("Threads share one grammar, each with its own faults")
  func threads() throws {
    XMLCatalog.add("\(folder.path)/catalog.xml")
    let xsd = try XMLGrammar(folder.bytes("list.xsd"), base: "\(folder.path)/list.xsd")
    let relaxNG = try XMLGrammar(Array(SchemaFolder.relaxNG.utf8), base: "list.rng")
    let wrong = Sum<Int>(0)
    DispatchQueue.concurrentPerform(iterations: 400) { number in
      let text = number % 2 == 0 ? "\(number)" : "no-\(number)"
      let found = xsd.faults(in: Array("<list xmlns='urn:list'><item xmlns='urn:item'>\(text)</item></list>".utf8))
      let others = relaxNG.faults(in: Array("<list><item>\(text)</item></list>".utf8))
      let isRight =
        number % 2 == 0
        ? found.isEmpty && others.isEmpty : found.first?.words.contains("'\(text)'") == true && !others.isEmpty
      if !isRight { wrong.add(1) }
    }
    #expect(wrong.value == 0)
  }
}

/// A number that threads add to.
private final class Sum<Value: AdditiveArithmetic & Sendable>: @unchecked Sendable {
  // Guarded by the lock.
  private var held: Value
  private let lock = NSLock()
  init(_ value: Value) { held = value }
  func add(_ value: Value) { lock.withLock { held += value } }
  var value: Value { lock.withLock { held } }
}
