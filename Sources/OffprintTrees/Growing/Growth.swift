/// How trees are grown.
public struct Growth: Hashable, Sendable {
  /// How many trees.
  public var rounds = 150
  /// How many questions in a row at most.
  public var depth = 4
  /// How many ends a tree has at most.
  public var leaves = 15
  /// How much of what a tree learned is taken, 0...1.
  public var rate = 0.06
  /// How much the values of ends are drawn towards 0, in units of weighted cases of even odds times four.
  public var l2 = 5.0
  /// How many rows each end holds at least.
  public var leastRows = 8
  /// The share of the measures that each tree may ask for.
  public var featureShare = 0.5
  /// The share of the rows that each tree is grown with.
  public var rowShare = 0.8
  /// How many different values of a measure are told apart.
  public var bins = 63
  /// How many times all of them are grown, each time with other draws; their mean answers.
  public var members = 1
  /// What the drawing of rows and measures depends on.
  public var seed: UInt64 = 1

  public init() {}
}

/// Draws that depend on what is drawn and not on what was drawn before.
struct Lot {
  var seed: UInt64

  /// Evenly spread over 0..<1 (the finaliser of SplitMix64; Steele, Lea and Flood, OOPSLA 2014).
  func draw(_ a: Int, _ b: Int) -> Double {
    var z =
      seed &+ UInt64(bitPattern: Int64(a)) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(bitPattern: Int64(b))
      &* 0xD1B5_4A32_D192_ED03
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    z ^= z >> 31
    z = (z &+ 0x9E37_79B9_7F4A_7C15 ^ (z >> 29)) &* 0xBF58_476D_1CE4_E5B9
    return Double((z ^ z >> 32) >> 11) / Double(1 << 53)
  }
}
