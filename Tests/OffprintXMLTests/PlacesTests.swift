import OffprintDiagnostics
import OffprintXML
import Testing

@Suite("The places of elements in the bytes of a file")
struct PlacesTests {
  private func text(_ range: Range<Int>, of bytes: [UInt8]) -> String { String(decoding: bytes[range], as: UTF8.self) }

  @Test("are those of tags and contents, whatever stands in attributes")
  func ranges() throws {
    let bytes = Array(
      "\u{FEFF}<?xml version=\"1.0\"?>\r\n<!-- <b> --><m:a x='1 > \"2\"' ID=\"é1\"><b  y = \"3\" /><c>ü<d id=\"q\"/></c >\n</m:a>"
        .utf8)
    let places = try XMLPlaces(of: bytes, depth: 1, file: "a.xml")
    #expect(places.elements.map(\.name) == ["a", "b", "c"])
    #expect(places.elements[0].prefix == "m")
    #expect(text(places.elements[1].range, of: bytes) == "<b  y = \"3\" />")
    #expect(places.elements[1].isSelfClosed)
    #expect(text(places.elements[2].range, of: bytes) == "<c>ü<d id=\"q\"/></c >")
    #expect(text(places.elements[2].contentEnd..<places.elements[2].range.upperBound, of: bytes) == "</c >")
    #expect(places.elements[0].range.upperBound == bytes.count)
    #expect(places.elements[0].attributes.map(\.name) == ["x", "ID"])
    #expect(text(places.elements[0].attributes[0].value, of: bytes) == "1 > \"2\"")
    #expect(places.ids.contains("q") && places.ids.count == 2)
    #expect(places.isUTF8)
  }

  @Test("hold in a file of many chunks, and in another encoding")
  func large() throws {
    let item = Array("<i>".utf8) + [0xE9, 0xFC] + Array("</i>\n".utf8)
    var bytes = Array("<?xml version='1.0' encoding='ISO-8859-1'?><r>".utf8)
    for _ in 0..<40_000 { bytes += item }
    bytes += "</r>".utf8
    let places = try XMLPlaces(of: bytes, depth: 1, file: "r.xml")
    #expect(places.elements.count == 40_001)
    #expect(!places.isUTF8)
    #expect(places.elements.dropFirst().allSatisfy { Array(bytes[$0.range]) == item.dropLast() })
  }

  @Test("are not told of broken files, nor of UTF-16")
  func refused() {
    #expect(throws: Diagnostic.self) { try XMLPlaces(of: Array("<a><b></a>".utf8), depth: 1, file: "x") }
    #expect(throws: Diagnostic.self) { try XMLPlaces(of: [0xFF, 0xFE, 0x3C, 0], depth: 1, file: "x") }
  }
}

@Suite("A fragment")
struct FragmentTests {
  @Test("has the prefixes and the depth of the document it goes into")
  func fragment() throws {
    func write(_ xml: XMLWriter) {
      xml.element("mets:a", ["xlink:href": "ä&"]) { xml.leaf("mods:b", text: "é\n") }
      xml.element("mets:c")
    }
    let plain = try XMLWriter.fragment(prefixes: ["mets": "", "mods": "MODS"], isASCII: false, write).bytes
    #expect(
      String(decoding: plain, as: UTF8.self)
        == "\n <a xlink:href=\"ä&amp;\">\n  <MODS:b>é\n</MODS:b>\n </a>\n <c/>")
    let deep = try XMLWriter.fragment(prefixes: ["mets": "m"], depth: 3, isASCII: true, write).bytes
    #expect(
      String(decoding: deep, as: UTF8.self)
        == "\n   <m:a xlink:href=\"&#228;&amp;\">\n    <mods:b>&#233;\n</mods:b>\n   </m:a>\n   <m:c/>")
  }
}
