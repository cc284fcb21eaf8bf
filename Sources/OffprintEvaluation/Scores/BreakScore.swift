import OffprintKit

/// Broken words against gold.
public struct BreakScore: Hashable, Sendable {
  /// Line ends that must be joined, and how many were, with the right line.
  public var joins = Share()
  /// Line ends whose hyphen must stay, and how many did as they must.
  public var keeps = Share()
  /// Joins made at line ends that are judged, but wrong: the hyphen must stay, or another line must follow.
  public var falseJoins = 0
  /// Pairs of the source that are not taken for truth, since the issue speaks against them or not for them.
  public var doubtful = 0
  /// Pairs of the source whose whole word is not made of its halves.
  public var inconsistent = 0
  /// Joins made where the source says nothing.
  public var unjudgedJoins = 0

  public init() {}

  public var judged: Int { joins.of + keeps.of }
  public var missedJoins: Int { joins.of - joins.right }
  /// Of the joins made at judged line ends, those that are right.
  public var precision: Share { Share(joins.right, of: joins.right + falseJoins) }
  /// True if the source said anything of broken words.
  public var hasGold: Bool { judged + doubtful + inconsistent > 0 }

  public static func += (a: inout BreakScore, b: BreakScore) {
    a.joins += b.joins
    a.keeps += b.keeps
    a.falseJoins += b.falseJoins
    a.doubtful += b.doubtful
    a.inconsistent += b.inconsistent
    a.unjudgedJoins += b.unjudgedJoins
  }

  init(_ gold: BreakGold, _ found: FoundReading, truth: Issue, faults: inout [LineFault]) {
    doubtful = gold.doubtful.count
    inconsistent = gold.inconsistent.count
    guard gold.basis != nil else { return }
    for meeting in gold.meetings {
      let join = found.join(at: meeting.first)
      let isJoined = join?.seam == .joined
      let isRight = Self.isRight(meeting, join)
      if meeting.wanted == .joined { joins.count(isRight) } else { keeps.count(isRight) }
      if isJoined, !isRight { falseJoins += 1 }
      guard !isRight else { continue }
      faults.append(LineFault(breaking: meeting, join, in: truth, found))
    }
    let known = gold.firstLines
    unjudgedJoins = found.outcome.joins.values.count { join in
      guard join.seam == .joined else { return false }
      return found.places.read[join.first.page][join.first.line].map { !known.contains($0) } ?? true
    }
  }

  private static func isRight(_ meeting: BreakGold.Meeting, _ join: (seam: Seam, second: LineRef?)?) -> Bool {
    switch meeting.wanted {
    case .joined: join?.seam == .joined && join?.second == meeting.second
    case .kept: join?.seam == .hyphenKept && join?.second == meeting.second
    // Without a join the mark stays and a space follows.
    case .suspended: join == nil || join?.seam == .suspended || join?.seam == .space
    case .stays: join?.seam != .joined
    }
  }
}
