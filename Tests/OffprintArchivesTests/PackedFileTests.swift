import OffprintDiagnostics
import OffprintTesting
import Testing

@testable import OffprintArchives

@Suite("Packed files")
struct PackedFileTests {
  private static let packed = [
    ("gz", "H4sIAAAAAAAAA7NJzCnJ17fjAgDPQ6EYCAAAAA=="),
    ("bz2", "QlpoOTFBWSZTWfxjrpAAAAFZgAAQAACABSAEhAAgACGTIyEMCHE963xdyRThQkPxjrpA"),
    ("xz", "/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAHPGFsdG8vPgoAbkOCmKA6TuEAASAIuxnZux+2830BAAAAAARZWg=="),
    ("zst", "KLUv/QRYQQAAPGFsdG8vPgpIvUMx"),
  ]

  @Test("what a file begins with says how it is packed", arguments: packed)
  func kinds(ending: String, text: String) throws {
    let bytes = decoded(text)
    #expect(Packing(head: bytes)?.rawValue == ending)
    #expect(Packing(name: "a.xml." + ending.uppercased())?.rawValue == ending)
    #expect(try PackedFile.unpacked(bytes, named: "a", atMost: 100) == Array("<alto/>\n".utf8))
    #expect(try PackedFile.head(bytes, named: "a", count: 3) == Array("<al".utf8))
  }

  @Test("one that is cut off fails", arguments: packed)
  func cutOff(ending: String, text: String) {
    let bytes = decoded(text).dropLast(6)
    #expect(
      message { _ = try PackedFile.unpacked(Array(bytes), named: "a.xml.\(ending)", atMost: 100) }?
        .hasPrefix("OP220 'a.xml.\(ending)' cannot be unpacked") == true)
  }

  @Test("one that is packed in several parts is read to its end")
  func parts() throws {
    let bytes = gzipped(Array("eins".utf8)) + gzipped(Array("zwei".utf8))
    #expect(try PackedFile.unpacked(bytes, named: "a", atMost: 100) == Array("einszwei".utf8))
  }

  @Test("what is not packed is left as it is")
  func plain() throws {
    #expect(try PackedFile.unpacked(Array("<alto/>".utf8), named: "a", atMost: 100) == Array("<alto/>".utf8))
    #expect(try PackedFile.unpacked([], named: "a", atMost: 100) == [])
  }

  @Test("one that becomes too large is stopped")
  func bombs() {
    // 40 MB of zeros in 49 bytes.
    let bomb = decoded(
      "QlpoOTFBWSZTWdjs3f4BMl9ACMAAABAACCAAMMwJqmmgSlFbUBKUV4u5IpwoSGx2bv8A")
    #expect(
      message { _ = try PackedFile.unpacked(bomb, named: "a", atMost: .max) }
        == "OP221 'a' unpacks to more than 250 times its size")
  }
}

@Suite("Checksums")
struct ChecksumTests {
  @Test(
    "sums are those of the programs of that name",
    arguments: [
      ("md5", "900150983cd24fb0d6963f7d28e17f72"), ("sha1", "a9993e364706816aba3e25717850c26c9cd0d89d"),
      ("SHA-256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "sha384",
        "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"
      ),
      (
        "sha512",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
      ),
    ])
  func sums(name: String, sum: String) throws {
    let kind = try #require(ChecksumKind(name: name))
    #expect(kind.sum(of: Array("abc".utf8)) == sum)
    #expect(ChecksumKind(digits: sum.count) == kind)
  }

  @Test("an empty file and a large one have sums too")
  func sizes() {
    #expect(ChecksumKind.md5.sum(of: []) == "d41d8cd98f00b204e9800998ecf8427e")
    #expect(ChecksumKind.md5.sum(of: [UInt8](repeating: 0, count: 10_000_000)) == "311175294563b07db7ea80dee2e5b3c6")
  }
}
