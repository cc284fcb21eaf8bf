import OffprintKit

/// Which documents are being worked on, and in which part of the pipeline each is.
final class InHand: Sendable {
  private let parts = Guarded<[Int: String]>([:])

  func begin(_ index: Int) { parts.withLock { $0[index] = "read" } }

  /// A document that was given up is not in hand any more.
  func note(_ index: Int, at part: String) {
    parts.withLock { parts in
      if parts[index] != nil { parts[index] = part }
    }
  }

  /// False if it was given up.
  func end(_ index: Int) -> Bool { parts.withLock { $0.removeValue(forKey: index) } != nil }

  /// The part of the pipeline that it was in; nil if it is not in hand.
  func giveUp(_ index: Int) -> String? { parts.withLock { $0.removeValue(forKey: index) } }
}
