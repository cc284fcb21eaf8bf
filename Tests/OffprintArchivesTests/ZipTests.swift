import OffprintDiagnostics
import OffprintTesting
import Testing

@testable import OffprintArchives

@Suite("Zip")
struct ZipTests {
  @Test("files are had by name, from the table of contents at the end")
  func names() throws {
    let zip = try Unpacking(ZipBuilder(files: [("b/2.xml", "zwei"), ("a.xml", "eins"), ("b/", "")]).bytes, .zip)
    #expect(zip.archive.names == ["a.xml", "b/2.xml"])
    #expect(try zip.text("b/2.xml") == "zwei" && zip.text("a.xml") == "eins")
    #expect(zip.archive.size(of: "a.xml") == 4)
    #expect(try zip.head("b/2.xml", 2) == "zw")
    #expect(zip.archive.findings == [])
  }

  @Test("what stands before the zip does no harm")
  func front() throws {
    var builder = ZipBuilder(files: [("a", "eins"), ("b", "zwei")])
    builder.front = Array("#!/bin/sh\nexit\n".utf8)
    let zip = try Unpacking(builder.bytes, .zip)
    #expect(try zip.text("b") == "zwei")
  }

  @Test("a deflated file is unpacked, and its checksum compared")
  func deflated() throws {
    // "aaaa…" of 100 letters, as zlib packs it.
    var member = ZipBuilder.Member("a", repeatElement(UInt8(ascii: "a"), count: 100))
    member.packed = [0x4B, 0x4C, 0xA4, 0x3D, 0x00, 0x00]
    member.method = 8
    #expect(try Unpacking(ZipBuilder([member]).bytes, .zip).text("a") == String(repeating: "a", count: 100))
    member.checksum ^= 1
    let bad = try Unpacking(ZipBuilder([member]).bytes, .zip)
    #expect(message { _ = try bad.text("a") }?.hasPrefix("OP220 'a!/a' cannot be unpacked") == true)
  }

  @Test(
    "names that lead out are refused, and named",
    arguments: [
      ("../x", "leads out of the archive"), ("a/../../x", "leads out of the archive"),
      ("/etc/passwd", "begins at the root of the machine"), ("C:/x", "names a drive"), ("c:x", "names a drive"),
      ("..\\x", "leads out of the archive"), ("\\\\server\\x", "begins at the root of the machine"),
      (".", "has no name"),
    ])
  func names(name: String, why: String) throws {
    let zip = try Unpacking(
      ZipBuilder(files: [(name, "x"), ("ok.xml", "y")].filter { !$0.0.contains("\\") || $0.0 == name }).bytes, .zip)
    #expect(zip.archive.names == ["ok.xml"])
    #expect(zip.archive.findings.map(\.code) == [.pathEscapes])
    #expect(zip.archive.findings.first?.summary == "'\(name)' in 'a' \(why) and is not read")
  }

  @Test("links are refused")
  func links() throws {
    var link = ZipBuilder.Member("link", "/etc/passwd".utf8)
    link.mode = 0o120777
    let zip = try Unpacking(ZipBuilder([link]).bytes, .zip)
    #expect(zip.archive.names == [])
    #expect(zip.archive.findings.map(\.summary) == ["'link' in 'a' is a link or a device and is not read"])
  }

  @Test("backslashes part folders where nothing else does, `.` says nothing")
  func separators() throws {
    let windows = try Unpacking(ZipBuilder(files: [("data\\1.xml", "x")]).bytes, .zip)
    #expect(windows.archive.names == ["data/1.xml"])
    let plain = try Unpacking(ZipBuilder(files: [("./data//1.xml", "x"), ("a\\b", "y")]).bytes, .zip)
    #expect(plain.archive.names == ["a\\b", "data/1.xml"])
  }

  @Test("names are UTF-8, or code page 437")
  func characters() throws {
    var old = ZipBuilder.Member("", "x".utf8)
    old.name = [0x81, 0x84] + Array(".xml".utf8)
    let zip = try Unpacking(ZipBuilder([old, .init("日报.xml", "y".utf8)]).bytes, .zip)
    #expect(zip.archive.names == ["üä.xml", "日报.xml"])
  }

  @Test("what macOS and Windows add is counted and not shown")
  func leftovers() throws {
    let zip = try Unpacking(
      ZipBuilder(files: [("__MACOSX/._a.xml", ""), (".DS_Store", ""), ("b/Thumbs.db", ""), ("a.xml", "x")]).bytes,
      .zip)
    #expect(zip.archive.names == ["a.xml"])
    #expect(zip.archive.leftovers == 3 && zip.archive.findings == [])
  }

  @Test("of two files of one name the last counts, and it is said")
  func twice() throws {
    let zip = try Unpacking(ZipBuilder(files: [("a", "first"), ("a", "last"), ("./a", "very last")]).bytes, .zip)
    #expect(try zip.text("a") == "very last")
    #expect(zip.archive.findings.map(\.summary) == ["'a' is 3 times in 'a'; the last one counts"])
  }

  @Test("encrypted files are named, and only reading one fails")
  func encrypted() throws {
    var locked = ZipBuilder.Member("secret.xml", "x".utf8)
    locked.flags = 1
    let zip = try Unpacking(ZipBuilder([locked, .init("open.xml", "y".utf8)]).bytes, .zip)
    #expect(zip.archive.findings.map(\.summary) == ["'secret.xml' is encrypted in 'a'"])
    #expect(message { _ = try zip.text("secret.xml") } == "OP220 'a!/secret.xml' is encrypted")
    #expect(try zip.text("open.xml") == "y")
  }

  @Test("a zip that is cut off anywhere is refused as a whole")
  func cutOff() throws {
    let bytes = ZipBuilder(files: [("a", "eins"), ("b", "zwei")]).bytes
    for count in stride(from: 0, to: bytes.count, by: 3) {
      #expect(message { _ = try Unpacking(Array(bytes[..<count]), .zip) }?.hasPrefix("OP220") == true, "\(count)")
    }
  }

  @Test("no byte that is changed makes it crash")
  func damaged() {
    let bytes = ZipBuilder(files: [("a", "eins"), ("b/c", "zwei")]).bytes
    for at in bytes.indices {
      for value in [0, 0xFF, bytes[at] ^ 0x80] as [UInt8] {
        var changed = bytes
        changed[at] = value
        _ = message {
          let zip = try Unpacking(changed, .zip)
          for name in zip.archive.names { _ = try zip.text(name) }
        }
      }
    }
  }

  @Test("more than a sensible ratio or size is refused before it is unpacked")
  func bombs() throws {
    var large = ZipBuilder.Member("a", "x".utf8)
    large.unpackedSize = 200 << 20
    #expect(
      message { _ = try Unpacking(ZipBuilder([large]).bytes, .zip) }
        == "OP221 'a' unpacks to more than 250 times its size")
    large.unpackedSize = 17 << 20
    var builder = ZipBuilder([large, .init("b", repeatElement(0, count: 100_000))])
    let zip = try Unpacking(builder.bytes, .zip)
    #expect(message { _ = try zip.text("a") } == "OP221 'a!/a' unpacks to more than 250 times its size")
    large.unpackedSize = 129 << 20
    builder.members = [large, .init("b", repeatElement(0, count: 1 << 20))]
    let other = try Unpacking(builder.bytes, .zip)
    #expect(message { _ = try other.text("a") } == "OP221 'a!/a' has more than 128 MB when it is unpacked")
  }

  @Test("a size that lies is found out")
  func lies() throws {
    var member = ZipBuilder.Member("a", "eins".utf8)
    for size in [3, 5] {
      member.unpackedSize = size
      let zip = try Unpacking(ZipBuilder([member]).bytes, .zip)
      #expect(message { _ = try zip.text("a") }?.hasPrefix("OP220") == true)
    }
  }

  @Test("a thousand files of a zip cost what they weigh, not a thousand zips", .timeLimit(.minutes(1)))
  func many() throws {
    let files = (0..<4000).map { (name: "f/\($0).xml", text: "text of \($0)") }
    let zip = try Unpacking(ZipBuilder(files: files).bytes, .zip)
    for file in files.reversed() { #expect(try zip.text(file.name) == file.text) }
  }
}
