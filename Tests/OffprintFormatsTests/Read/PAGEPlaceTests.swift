import OffprintModel
import OffprintXML
import Testing

@testable import OffprintFormats

/// Outlines, in the spelling that nearly all programs write and in all others.
@Suite struct PAGEPlaceTests {
  private static func place(_ points: String) -> PAGEPlace {
    Array(points.utf8).withUnsafeBufferPointer { PAGEPlace(points: XMLBytes($0)) }
  }

  @Test(arguments: [
    "10,20 110,20 110,60 10,60", "10,20  110,60", "110,60 10,20 ", " 10,20 110,60", "10;20 110;60", "10 20 110 60",
    "10,20\n110,60", "9.6,20.4 110.0,59.5", "1e1,20 110,60",
  ])
  func `the box is that of all points, however they are written`(points: String) {
    #expect(Self.place(points).box == Box(left: 10, top: 20, right: 110, bottom: 60))
    #expect(Self.place(points).faults == 0)
  }

  @Test(arguments: [("10,20 x,60", 1), ("10,20 30", 1), ("NaN,1 2", 2)])
  func `what is no point is counted`(points: String, faults: Int) { #expect(Self.place(points).faults == faults) }

  @Test func `places left of the page, and beyond any page, are kept as far as they go`() {
    #expect(Self.place("-5,0 10,7").box == Box(left: -5, top: 0, right: 10, bottom: 7))
    #expect(Self.place("0,0 123456789012,7").box.right == 1_000_000_000)
    #expect(!Self.place("").box.isKnown)
  }
}
