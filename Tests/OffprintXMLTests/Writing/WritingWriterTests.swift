import Testing

@testable import OffprintXML

@Suite("XMLWriter writes well-formed documents whatever the data")
struct WritingWriterTests {
  private func written(_ content: (XMLWriter) -> Void) throws -> (text: String, replaced: Int) {
    let writer = XMLWriter()
    content(writer)
    let bytes = try writer.finish()
    return (String(decoding: bytes, as: UTF8.self), writer.replaced)
  }

  @Test("Elements are indented, texts are not touched")
  func layout() throws {
    let result = try written { xml in
      xml.element("list", ["kind": "short", "none": nil]) {
        xml.leaf("item", text: "Fisch & Brot")
        xml.element("empty")
      }
    }
    #expect(
      result.text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <list kind="short">
         <item>Fisch &amp; Brot</item>
         <empty/>
        </list>

        """)
  }

  @Test("Elements in one piece are written as any others", arguments: [false, true])
  func piece(isWhole: Bool) throws {
    func content(_ xml: XMLWriter) {
      xml.element("word", tag: { $0.attribute("n", -7) }) {
        xml.element(
          "place",
          tag: { tag in
            tag.attribute("points") { points in
              points.add(0)
              points.add(",")
              points.add(1890)
              points.add(text: " \"&\n".utf8)
            }
            tag.attribute("none", nil as String?)
            tag.attribute("text", utf8: "a<b\u{1}".utf8)
          })
        xml.leaf("text", text: "Fisch & Brot".utf8)
        xml.leaf("text", text: "".utf8)
      }
      xml.mixed("none") {}
      xml.mixed("mixed", tag: { $0.attribute("id", 1) }) {
        xml.text("b".utf8)
        xml.piece { xml.element("lb") }
      }
    }
    let result = try written { xml in
      xml.element("line") {
        if isWhole { xml.piece { content(xml) } } else { content(xml) }
      }
    }
    #expect(
      result.text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <line>
         <word n="-7">
          <place points="0,1890 &quot;&amp;&#10;" text="a&lt;b\u{FFFD}"/>
          <text>Fisch &amp; Brot</text>
          <text/>
         </word>
         <none></none>
         <mixed id="1">b<lb/></mixed>
        </line>

        """)
    #expect(result.replaced == 1)
  }

  @Test("A piece without elements is nothing")
  func emptyPiece() throws {
    #expect(try written { xml in xml.element("line") { xml.piece {} } }.text.hasSuffix("<line/>\n"))
  }

  @Test("Where text and elements are mixed, nothing is added to the text")
  func mixed() throws {
    let result = try written { xml in
      xml.element("list") {
        xml.mixed("item", ["kind": "a"]) {
          xml.element("lb")
          xml.text("Fisch & ".utf8)
          xml.element("choice") {
            xml.mixed("orig") {
              xml.text("Bro".utf8)
              xml.element("lb")
            }
            xml.leaf("reg", text: "Brot")
          }
          xml.text(".".utf8)
        }
        xml.mixed("none") {}
        xml.element("deep") { xml.leaf("item", text: "x") }
      }
    }
    #expect(
      result.text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <list>
         <item kind="a"><lb/>Fisch &amp; <choice><orig>Bro<lb/></orig><reg>Brot</reg></choice>.</item>
         <none></none>
         <deep>
          <item>x</item>
         </deep>
        </list>

        """)
  }

  @Test("What is written is read back as it was, in texts and attributes")
  func roundTrip() throws {
    let text = "a<b>&c\"'\t]]> é 今 😀\r\n."
    let writer = XMLWriter()
    writer.element("r", ["a": text]) { writer.leaf("t", text: text.utf8) }
    let root = try XMLReadBack.root(of: writer.finish())
    #expect(root["a"] == text)
    #expect(root.child("t")?.text == text)
    #expect(writer.replaced == 0)
  }

  @Test("Characters that XML cannot hold become U+FFFD and are counted")
  func replaced() throws {
    let result = try written { xml in
      xml.element("r", ["a": "x\u{01}"]) { xml.leaf("t", text: [0x41, 0x00, 0xFF, 0x26]) }
    }
    #expect(result.text.contains("<r a=\"x\u{FFFD}\">"))
    #expect(result.text.contains("<t>A\u{FFFD}\u{FFFD}&amp;</t>"))
    #expect(result.replaced == 3)
  }

  @Test("Only names that XML has are names")
  func names() {
    for name in ["a", "xml:lang", "body.head", "media-type", "_x1"] { #expect(XMLWriter.isName(name)) }
    for name in ["", "1a", "a b", "a:b:c", ":a", "a<", "-a", "é"] { #expect(!XMLWriter.isName(name)) }
  }

  @Test("A broken document is refused when read back")
  func notWellFormed() {
    #expect(throws: (any Error).self) { try XMLReadBack.root(of: Array("<a><b></a>".utf8)) }
  }
}
