import OffprintModel
import Testing

@Suite("Boxes")
struct BoxTests {
  @Test("a negative width or height counts as 0")
  func negativeSizes() {
    let box = Box(left: 10, top: 20, right: 5, bottom: 1)
    #expect((box.width, box.height) == (0, 0))
    #expect((box.left, box.top) == (10, 20))
    let turned = Box(x: 3, y: 4, width: -5, height: -6)
    #expect((turned.right, turned.bottom) == (3, 4))
  }

  @Test("coordinates beyond 32 bits are cut off, and stay in order")
  func farCoordinates() {
    let far = Box(x: 10, y: 10, width: .max, height: .max)
    #expect(far.right == Int(Int32.max))
    #expect(far.width > 1_000_000_000)
    let low = Box(left: -5_000_000_000, top: -5_000_000_000, right: -4_000_000_000, bottom: -4_000_000_000)
    #expect(low.isKnown)
    #expect((low.width, low.height) == (0, 0))
  }

  @Test("an unknown box adds nothing to a union and overlaps nothing")
  func unknown() {
    let box = Box(x: 1, y: 2, width: 3, height: 4)
    #expect(Box.unknown.union(box) == box)
    #expect(box.union(.unknown) == box)
    #expect(!Box.unknown.isKnown)
    #expect(Box.unknown.overlapX(box) == 0)
    #expect(Box.unknown.overlapY(.unknown) == 0)
    #expect(Box.unknown.area == 0)
  }

  @Test("union, overlap and centre")
  func geometry() {
    let a = Box(left: 0, top: 0, right: 10, bottom: 10)
    let b = Box(left: 6, top: 20, right: 30, bottom: 30)
    #expect(a.union(b) == Box(left: 0, top: 0, right: 30, bottom: 30))
    #expect(a.overlapX(b) == 4)
    #expect(a.overlapY(b) == 0)
    #expect((b.centreX, b.centreY) == (18, 25))
    #expect(b.area == 240)
  }
}
