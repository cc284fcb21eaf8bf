/// The worst faults of each kind, over all documents.
public struct WorstFaults: Sendable {
  public struct Entry: Hashable, Sendable {
    public var collection: String
    public var document: String
    public var fault: LineFault
  }

  private let limit: Int
  private var byKind: [LineFault.Kind: [Entry]] = [:]
  private var counts: [LineFault.Kind: Int] = [:]

  init(limit: Int) { self.limit = max(0, limit) }

  /// Kinds in the order of their declaration, the worst first in each; of equally bad ones the first that were met.
  public var entries: [Entry] { LineFault.Kind.allCases.flatMap { byKind[$0] ?? [] } }

  /// How many faults of a kind there are, kept or not.
  public func count(of kind: LineFault.Kind) -> Int { counts[kind] ?? 0 }

  mutating func add(_ faults: [LineFault], collection: String, document: String) {
    for kind in LineFault.Kind.allCases {
      let some = faults.filter { $0.kind == kind }
      guard !some.isEmpty else { continue }
      counts[kind, default: 0] += some.count
      let all =
        (byKind[kind] ?? []) + some.map { Entry(collection: collection, document: document, fault: $0) }
      let ranked = all.enumerated().sorted {
        ($1.element.fault.weight, $0.offset) < ($0.element.fault.weight, $1.offset)
      }
      byKind[kind] = ranked.prefix(limit).map(\.element)
    }
  }
}
