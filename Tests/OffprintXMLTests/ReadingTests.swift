import OffprintDiagnostics
import Testing

@testable import OffprintXML

/// Writes down what it is told, as text.
struct Recorder: XMLHandler {
  static let vocabulary = ["String", "CONTENT", "note", "href"]
  var log = ""

  mutating func start(_ element: Int, _ attributes: XMLAttributes) {
    log += "<\(element)"
    if let content = attributes[1] { log += " \(content.string)" }
    if let href = attributes[3] { log += " @\(href.string)" }
    log += ">"
  }
  mutating func end(_ element: Int) { log += "</\(element)>" }
  mutating func text(_ text: XMLBytes) { log += text.string }
}

@Suite struct ReadingTests {
  private func read(_ bytes: [UInt8]) throws -> (log: String, found: XMLScrubbing) {
    var recorder = Recorder()
    let found = try XMLReader.read(bytes, file: "x.xml", into: &recorder)
    return (recorder.log, found)
  }

  private func fault(_ text: String) -> Diagnostic? {
    do {
      _ = try read(Array(text.utf8))
      return nil
    } catch { return error as? Diagnostic }
  }

  @Test func namesAreLocalAndEntitiesOfXMLAreRead() throws {
    let text = """
      <a:x xmlns:a="u" xmlns:l="v"><a:String CONTENT="A &amp; B" l:href="f&#x2d;1"/><note>c &lt; <![CDATA[d]]></note></a:x>
      """
    #expect(try read(Array(text.utf8)).log == "<-1><0 A & B @f-1></0><2>c < d</2></-1>")
  }

  @Test func documentTypeIsRefusedWithItsPlace() {
    let found = fault("<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<x>&e;</x>")
    #expect(found?.code == .xmlRefused)
    #expect(found?.place?.line == 2)
  }

  @Test func unknownEntitiesAreNotExpanded() {
    let found = fault("<x>\n<note>&eacute;</note></x>")
    #expect(found?.code == .xmlBroken)
    #expect(found?.place?.line == 2)
    #expect(found?.summary.contains("'&eacute;'") == true || found?.summary.contains("eacute") == true)
  }

  @Test func crossedTagsNameBothAndTheLine() {
    let found = fault("<x>\n<note>\n</String></x>")
    #expect(found?.summary.contains("'note', opened on line 2, is closed by 'String'") == true)
    #expect(found?.place?.line == 3)
    #expect(found?.place?.text == "</String></x>")
  }

  @Test func aCutFileSaysWhereItEnds() {
    #expect(fault("<x>\n<note>abc")?.summary.contains("ends inside 'note'") == true)
  }

  @Test func textAfterTheEndIsNotAcceptedAndEmptyFilesAreNamed() {
    #expect(fault("<x/>more")?.code == .xmlBroken)
    #expect(fault("")?.code == .inputEmpty)
    #expect(fault("no xml at all")?.code == .xmlBroken)
  }

  @Test func depthHasALimit() {
    let deep = String(repeating: "<a>", count: 257) + String(repeating: "</a>", count: 257)
    #expect(fault(deep)?.code == .pageTooLarge)
    let allowed = String(repeating: "<a>", count: 256) + String(repeating: "</a>", count: 256)
    #expect(fault(allowed) == nil)
  }

  @Test func textsHaveALimit() {
    func text(_ count: Int) -> String { "<x>\n" + String(repeating: "a", count: count) + "<note/></x>" }
    let found = fault(text(XMLSession.textLimit))
    #expect(found?.code == .pageTooLarge)
    #expect(found?.place?.line == 2)
    #expect(fault(text(XMLSession.textLimit - 1)) == nil)
    let half = String(repeating: "a", count: XMLSession.textLimit / 2 + 1)
    #expect(fault("<x>\(half)<note/>\(half)</x>") == nil)
  }

  @Test func controlCharactersBecomeSpacesAndAreCounted() throws {
    let result = try read(Array("<x><String CONTENT=\"a\u{1}b&#x1F;c&#10;d\"/></x>".utf8))
    #expect(result.log == "<-1><0 a b c\nd></0></-1>")
    #expect(result.found.controlCharacters == 2)
    #expect(result.found.invalidUTF8 == 0)
  }

  @Test func bytesThatAreNotUTF8BecomeReplacementCharacters() throws {
    let bytes = Array("<x><note>a".utf8) + [0xE9, 0x20, 0xC3, 0xA9, 0xED, 0xA0, 0x80] + Array("</note></x>".utf8)
    let result = try read(bytes)
    #expect(result.log == "<-1><2>a\u{FFFD} é\u{FFFD}\u{FFFD}\u{FFFD}</2></-1>")
    #expect(result.found.invalidUTF8 == 4)
  }

  @Test func otherEncodingsAreReadAsTheySay() throws {
    let latin =
      Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><x><note>".utf8) + [0xE9] + Array("</note></x>".utf8)
    #expect(try read(latin).log == "<-1><2>é</2></-1>")
    let wide: [UInt8] = [0xFF, 0xFE] + "<x><note>é一</note></x>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let result = try read(wide)
    #expect(result.log == "<-1><2>é一</2></-1>")
    #expect(result.found.isEmpty)
  }

  @Test(arguments: ["windows-1252", "Windows-1252", "cp1252"])
  func windows1252IsReadAlsoWhereAByteStandsForNothing(name: String) throws {
    let head = Array("<?xml version=\"1.0\" encoding=\"\(name)\" standalone=\"no\"?><x><note>".utf8)
    let plain = try read(head + [0xE9, 0x80, 0x9C] + Array("</note></x>".utf8))
    #expect(plain.log == "<-1><2>é€œ</2></-1>")
    #expect(plain.found.isEmpty)
    let flawed = try read(head + [0x41, 0x81, 0x9D, 0x05, 0xE9] + Array("</note></x>".utf8))
    #expect(flawed.log == "<-1><2>A\u{FFFD}\u{FFFD} é</2></-1>")
    #expect(flawed.found.undefinedBytes == 2)
    #expect(flawed.found.controlCharacters == 1)
    #expect(flawed.found.invalidUTF8 == 0)
  }

  @Test func whatProgramsWriteUnderANameIsReadAndWhatMeansNothingEndsNoFile() throws {
    func text(_ name: String, _ bytes: [UInt8]) throws -> (log: String, found: XMLScrubbing) {
      let head = Array("<?xml version=\"1.0\" encoding=\"\(name)\"?>\n<x><note>".utf8)
      return try read(head + bytes + Array("</note><note>b</note></x>".utf8))
    }
    // Curly quotes, a circled figure, a name's character and a syllable beyond the standards of these names.
    #expect(try text("ISO-8859-1", [0x93, 0x61, 0x94]).log == "<-1><2>“a”</2><2>b</2></-1>")
    #expect(try text("Shift_JIS", [0x87, 0x40]).log == "<-1><2>①</2><2>b</2></-1>")
    #expect(try text("gb2312", [0xE9, 0x46]).log == "<-1><2>镕</2><2>b</2></-1>")
    #expect(try text("EUC-KR", [0x8C, 0x63]).log == "<-1><2>똠</2><2>b</2></-1>")
    let flawed = try text("windows-1250", [0x61, 0x81, 0x62])
    #expect(flawed.log == "<-1><2>a\u{FFFD}b</2><2>b</2></-1>")
    #expect(flawed.found.undefinedBytes == 1)
  }

  @Test func anUnknownEncodingIsAFault() {
    #expect(fault("<?xml version=\"1.0\" encoding=\"no-such\"?><x/>")?.code == .xmlBroken)
  }

  @Test func filesLongerThanAChunkArriveWhole() throws {
    var text = "<x>"
    for number in 0..<9000 { text += "<String CONTENT=\"w\(number)\"/>" }
    let log = try read(Array((text + "</x>").utf8)).log
    #expect(log.contains("<0 w8999>"))
    #expect(log.components(of: "</0>") == 9000)
  }

  @Test func scrubbingLeavesLinesWhereTheyAre() {
    let (bytes, found) = XMLScrubbing.scrub(Array("a\u{2}\nb\u{3}&#5;\r\nc&amp;".utf8))
    #expect(String(decoding: bytes, as: UTF8.self) == "a \nb &#32;\r\nc&amp;")
    #expect(found.controlCharacters == 3)
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { self.ranges(of: part).count }
}
