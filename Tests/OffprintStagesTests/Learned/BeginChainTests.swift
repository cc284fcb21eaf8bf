import Testing

@testable import OffprintStages

@Suite("Beginnings in a row")
struct BeginChainTests {
  private static let units: [MeasuredUnit] = {
    var units = Units()
    units.add("A HEADLINE")
    units.add("A SECOND LINE")
    units.text()
    units.text()
    return units.all
  }()

  private func chain(_ afterText: [Double], _ afterHeading: [Double]) -> BeginChain {
    var units = Self.units
    for index in units.indices { units[index].isText = index >= 2 }
    return BeginChain(units) { $1 ? afterText[$0] : afterHeading[$0] }
  }

  @Test("a line under a sure headline is asked as one of an article without text")
  func heading() {
    let chain = chain([1, 0.9, 0.8, 0.1], [0, 0.05, 0.1, 0.7])
    #expect(chain.chances.begins == [1, 0.05, 0.1, 0.1])
    #expect(chain.hasText == [1, 0, 0, 1])
  }

  @Test("where nobody knows, both answers count by how likely they are")
  func doubt() {
    let chain = chain([0.5, 0.8, 0, 0], [0, 0.2, 0.5, 0])
    #expect(chain.chances.begins[0] == 0.5 && chain.hasText[1] == 0.5)
    // Half of 0.8 and half of 0.2.
    #expect(abs(chain.chances.begins[1] - 0.5) < 1e-12)
    // The article has text only if neither of the two began one: 0.5 · 0.2.
    #expect(abs(chain.hasText[2] - 0.1) < 1e-12)
    #expect(abs(chain.chances.begins[2] - 0.45) < 1e-12)
  }

  @Test("a state that cannot be is not asked about")
  func unasked() {
    var asked: [Bool] = []
    _ = BeginChain(Array(Self.units.prefix(1))) { _, hasText in
      asked.append(hasText)
      return 0
    }
    #expect(asked == [true])
  }
}
