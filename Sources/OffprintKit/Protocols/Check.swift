import OffprintModel

/// Measures one thing about a finished document.
public protocol Measuring: Sendable {
  func measure(_ issue: Issue) throws -> Double
}

/// Measures one thing about a finished document. The pipeline says how much of it is too much or too little.
public protocol Check: Measuring {
  associatedtype Settings: StageSettings = NoSettings
  static var spec: CheckSpec { get }
  init(_ settings: Settings) throws
}

/// What a check is, for the loader, the manual and `explain`.
public struct CheckSpec: Sendable {
  public var name: String
  public var summary: String
  public var discussion: String
  /// The word that follows the figure in a limit: `0 lost`.
  public var unit: String
  /// Which side of a bare limit is good.
  public var bound: Bound
  public var needs: Set<Facet>

  public enum Bound: String, Sendable, CaseIterable {
    case atMost = "at most"
    case atLeast = "at least"
  }

  public init(
    name: String, summary: String, discussion: String = "", unit: String, bound: Bound, needs: Set<Facet> = []
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.unit = unit
    self.bound = bound
    self.needs = needs
  }
}
