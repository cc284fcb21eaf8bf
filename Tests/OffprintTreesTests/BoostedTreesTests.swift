import OffprintJSON
import OffprintTrees
import Testing

/// Cases of two measures and one that says nothing.
private struct Cases {
  var table = FeatureTable(width: 3)
  var answers: [Bool] = []

  /// - Parameter isYes: what the answer is, by the first two measures.
  init(_ count: Int = 600, isYes: (Float, Float) -> Bool) {
    for number in 0..<count {
      let a = Float(number * 7919 % 1000) / 1000
      let b = Float(number * 104_729 % 997) / 997
      table.append([a, b, Float(number * 31 % 17)])
      answers.append(isYes(a, b))
    }
  }

  var weights: [Double] { Array(repeating: 1, count: answers.count) }

  func right(_ trees: BoostedTrees) -> Int {
    (0..<table.count).count { (trees.probability(of: Array(table[$0])) > 0.5) == answers[$0] }
  }
}

@Suite("Boosted trees")
struct BoostedTreesTests {
  @Test("learn what one question alone cannot tell")
  func learning() {
    let cases = Cases { ($0 > 0.5) != ($1 > 0.5) }
    let trees = BoostedTrees(growing: Growth(), on: cases.table, answers: cases.answers, weights: cases.weights)
    #expect(cases.right(trees) >= 590)
    let others = Cases(400) { ($0 > 0.5) != ($1 > 0.5) }
    #expect(others.right(trees) >= 390)
  }

  @Test("are the same every time, and others with another seed")
  func repeating() {
    let cases = Cases { $0 + $1 > 1 }
    var growth = Growth()
    growth.rounds = 20
    let first = BoostedTrees(growing: growth, on: cases.table, answers: cases.answers, weights: cases.weights)
    let again = BoostedTrees(growing: growth, on: cases.table, answers: cases.answers, weights: cases.weights)
    #expect(first == again)
    growth.seed = 2
    #expect(first != BoostedTrees(growing: growth, on: cases.table, answers: cases.answers, weights: cases.weights))
  }

  @Test("are the mean of as many as were grown")
  func mean() {
    let cases = Cases { $0 + $1 > 1 }
    var growth = Growth()
    growth.rounds = 8
    let alone = (0..<3).map { member in
      var own = growth
      own.seed += UInt64(member)
      return BoostedTrees(growing: own, on: cases.table, answers: cases.answers, weights: cases.weights)
    }
    growth.members = 3
    let all = BoostedTrees(growing: growth, on: cases.table, answers: cases.answers, weights: cases.weights)
    #expect(all == BoostedTrees(meanOf: alone) && all.trees.count == 24)
    for row in [3, 77, 401] {
      let measures = Array(cases.table[row])
      let mean = alone.reduce(0) { $0 + $1.logOdds(of: measures) } / 3
      #expect(abs(all.logOdds(of: measures) - mean) < 1e-6)
    }
  }

  @Test("keep to the size they were given")
  func size() {
    let cases = Cases { ($0 * 9).truncatingRemainder(dividingBy: 2) < 1 && $1 > 0.3 }
    var growth = Growth()
    (growth.depth, growth.leaves, growth.leastRows) = (3, 5, 40)
    let trees = BoostedTrees(growing: growth, on: cases.table, answers: cases.answers, weights: cases.weights)
    #expect(trees.trees.count == growth.rounds)
    #expect(trees.trees.allSatisfy { $0.nodes.count { $0.feature < 0 } <= 5 })
    #expect(trees.trees.contains { $0.nodes.count > 1 })
  }

  @Test("answer with what is usual where nothing can be asked")
  func nothingToAsk() {
    var table = FeatureTable(width: 1)
    for _ in 0..<50 { table.append([3]) }
    let trees = BoostedTrees(
      growing: Growth(), on: table, answers: (0..<50).map { $0 < 10 }, weights: Array(repeating: 1, count: 50))
    #expect(abs(trees.probability(of: [3]) - 0.2) < 1e-9)
    let none = BoostedTrees(growing: Growth(), on: FeatureTable(width: 2), answers: [], weights: [])
    #expect(none.trees.isEmpty)
  }

  @Test("say how much each measure counts, and it adds up")
  func contributions() {
    let cases = Cases { a, _ in a > 0.5 }
    let trees = BoostedTrees(growing: Growth(), on: cases.table, answers: cases.answers, weights: cases.weights)
    let row = Array(cases.table[3])
    let parts = trees.contributions(of: row)
    let roots = trees.trees.reduce(0) { $0 + Double($1.nodes[0].value) }
    #expect(abs(trees.bias + roots + parts.reduce(0, +) - trees.logOdds(of: row)) < 1e-6)
    #expect(abs(parts[0]) > 10 * abs(parts[1]) && abs(parts[0]) > 10 * abs(parts[2]))
  }
}

@Suite("Trees as text")
struct TreeTextTests {
  private let text = TreeText(names: ["size", "gap", "case"])

  private func read(_ json: String) throws -> BoostedTrees {
    var scanner = JSONScanner(Array(json.utf8))
    return try text.trees(&scanner)
  }

  @Test("come back as they were")
  func roundTrip() throws {
    let cases = Cases { $0 + $1 > 1 }
    var growth = Growth()
    growth.rounds = 12
    let trees = BoostedTrees(growing: growth, on: cases.table, answers: cases.answers, weights: cases.weights)
    let again = try read(text.text(of: trees))
    #expect(abs(again.bias - trees.bias) < 1e-6)
    for row in 0..<cases.table.count {
      let measures = Array(cases.table[row])
      #expect(abs(again.logOdds(of: measures) - trees.logOdds(of: measures)) < 1e-6)
    }
    #expect(text.text(of: again) == text.text(of: trees))
  }

  @Test("can be read by a person, and written by one")
  func byHand() throws {
    let trees = try read(#"{"bias": -1, "trees": [["size",1.2,0,-0.5,["gap",0.5,0.5,0.25,1]], 0.125]}"#)
    #expect(trees.logOdds(of: [1, 9, 0]) == -1 - 0.5 + 0.125)
    #expect(trees.logOdds(of: [2, 0.5, 0]) == -1 + 0.25 + 0.125)
    #expect(trees.logOdds(of: [2, 0.6, 0]) == -1 + 1 + 0.125)
    #expect(trees.contributions(of: [2, 0.6, 0]) == [0.5, 0.5, 0])
    #expect(trees.logOdds(of: [.nan, .nan, 0]) == -1 + 1 + 0.125)
  }

  @Test("tell what is wrong with them")
  func faults() {
    let unknown = JSONScanner.Fault(reason: "'sise' is not measured", line: 2)
    #expect(throws: unknown) { try read("{\"bias\": 0, \"trees\":\n[[\"sise\",1,0,0,0]]}") }
    for wrong in [
      #"{"trees": []}"#, #"{"bias": 0, "trees": [["size",1,0,0]]}"#, #"{"bias": 0, "trees": ["size"]}"#, "[]",
    ] {
      #expect(throws: JSONScanner.Fault.self) { try read(wrong) }
    }
  }
}
