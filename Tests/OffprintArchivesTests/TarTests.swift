import OffprintDiagnostics
import OffprintTesting
import Testing

@testable import OffprintArchives

@Suite("Tar")
struct TarTests {
  private static let files = [(name: "b/2.xml", text: "zwei"), ("a.xml", "eins"), ("c.xml", "drei")]

  @Test("files of a plain tar are had from anywhere")
  func plain() throws {
    let tar = try Unpacking(TarBuilder(files: Self.files).bytes, .tar)
    #expect(tar.archive.names == ["a.xml", "b/2.xml", "c.xml"])
    #expect(try tar.text("c.xml") == "drei" && tar.text("b/2.xml") == "zwei")
    #expect(try tar.head("a.xml", 2) == "ei")
    #expect(tar.seen == [])
  }

  @Test("a packed tar is gone through once, and begun again for what is behind")
  func packed() throws {
    let tar = try Unpacking(gzipped(TarBuilder(files: Self.files).bytes), .packedTar)
    #expect(tar.seen == [0, 1, 2])
    var cursor: TarCursor?
    #expect(try tar.text("b/2.xml", &cursor) == "zwei")
    let first = try #require(cursor)
    #expect(try tar.text("c.xml", &cursor) == "drei")
    #expect(cursor === first)
    #expect(try tar.text("a.xml", &cursor) == "eins")
    #expect(cursor !== first)
    #expect(try tar.head("a.xml", 2) == nil)
  }

  @Test("links, devices and names that lead out are refused, and named")
  func refused() throws {
    var builder = TarBuilder()
    builder.add("../x", "x".utf8)
    builder.add("link", [], kind: "2", link: "/etc/passwd")
    builder.add("hard", [], kind: "1", link: "a.xml")
    builder.add("device", [], kind: "3")
    builder.add("folder/", [], kind: "5")
    builder.add("a.xml", "eins".utf8)
    builder.end()
    let tar = try Unpacking(builder.bytes, .tar)
    #expect(tar.archive.names == ["a.xml"])
    #expect(
      tar.archive.findings.map(\.summary) == [
        "'../x' in 'a' leads out of the archive and is not read", "'link' in 'a' is a link or a device and is not read",
        "'hard' in 'a' is a link or a device and is not read", "'device' in 'a' is a link or a device and is not read",
      ])
    #expect(try tar.text("a.xml") == "eins")
  }

  @Test("a tar that is cut off is refused as a whole")
  func cutOff() {
    let bytes = TarBuilder(files: Self.files).bytes
    #expect(message { _ = try Unpacking(Array(bytes[..<700]), .tar) }?.hasPrefix("OP220") == true)
    let packed = gzipped(bytes)
    for count in [0, 5, 100, packed.count / 2, packed.count - 9] {
      #expect(
        message { _ = try Unpacking(Array(packed[..<count]), .packedTar) }?.hasPrefix("OP220") == true, "\(count)")
    }
  }

  @Test("what is no tar is refused")
  func noTar() {
    #expect(message { _ = try Unpacking(Array("hello".utf8), .tar) }?.hasPrefix("OP220") == true)
    #expect(message { _ = try Unpacking(gzipped(Array("hello".utf8)), .packedTar) }?.hasPrefix("OP220") == true)
  }

  @Test("names in other characters are kept")
  func characters() throws {
    let tar = try Unpacking(TarBuilder(files: [("日报/第1版.xml", "x")]).bytes, .tar)
    #expect(tar.archive.names == ["日报/第1版.xml"])
  }

  @Test("a folder of nothing is an empty tar")
  func empty() throws { #expect(try Unpacking(TarBuilder(files: []).bytes, .tar).archive.names == []) }
}
