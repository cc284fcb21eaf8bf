import Testing

@testable import OffprintStages

@Suite("Products of factors in a row")
struct RunningProductsTests {
  @Test("are those of the factors of a range")
  func ranges() {
    let products = RunningProducts([0.5, 0.25, 1, 0.5])
    #expect(products[0..<4] == 0.0625 && products[1..<3] == 0.25 && products[3..<4] == 0.5 && products[2..<2] == 1)
    #expect(RunningProducts([])[0..<0] == 1)
  }

  @Test("are found where the product of all is smaller than any number")
  func small() {
    let products = RunningProducts([Double](repeating: 0.0001, count: 1000))
    for start in stride(from: 0, to: 990, by: 7) {
      #expect(abs(products[start..<start + 3] / 1e-12 - 1) < 1e-9)
    }
    #expect(products[0..<1000] == 0)
    #expect(products[10..<40] < 1e-119)
  }
}
