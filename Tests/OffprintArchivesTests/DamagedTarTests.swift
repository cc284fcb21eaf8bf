import OffprintTesting
import Testing

@testable import OffprintArchives

@Suite("Damaged tars")
struct DamagedTarTests {
  @Test("no byte that is changed makes reading crash, or give more than there is")
  func changed() {
    let plain = TarBuilder(files: [("a", "eins"), ("b/c", "zwei")]).bytes
    let packed = gzipped(plain)
    for (bytes, kind) in [(plain, ArchiveKind.tar), (packed, .packedTar)] {
      for at in bytes.indices where bytes[at] != 0 || at % 7 == 0 {
        var changed = bytes
        changed[at] ^= 0xA5
        _ = message {
          let tar = try Unpacking(changed, kind)
          for name in tar.archive.names { #expect(try tar.text(name).utf8.count < 10_000) }
        }
      }
    }
  }
}
