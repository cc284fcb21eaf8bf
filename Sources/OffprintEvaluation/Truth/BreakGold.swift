import OffprintKit

/// What must become of words broken at line ends, as far as the source lets us know.
struct BreakGold: Sendable {
  /// What must happen where two lines meet.
  enum Wanted: String, Sendable {
    /// One word: the mark goes.
    case joined
    /// The word's own hyphen: it stays, and nothing stands between the halves.
    case kept = "hyphen-kept"
    /// The hyphen stays and a space follows.
    case suspended
    /// The hyphen stays; whether a space follows is not known.
    case stays
  }

  struct Meeting: Hashable, Sendable {
    var first: LineRef
    var second: LineRef
    var wanted: Wanted
  }

  /// A place where the source says something that is not taken for truth.
  struct Unjudged: Hashable, Sendable {
    var first: LineRef
    var second: LineRef
    var why: String
  }

  /// Where the gold comes from.
  enum Basis: String, Sendable {
    /// ALTO's halves of words (SUBS_TYPE) with the whole word (SUBS_CONTENT).
    case pairs
    /// The marks of a transcription.
    case transcription
  }

  /// nil if the source says nothing of broken words.
  private(set) var basis: Basis?
  private(set) var meetings: [Meeting] = []
  /// Pairs that are well-formed, but the rest of the issue speaks against them or not for them.
  private(set) var doubtful: [Unjudged] = []
  /// Pairs whose whole word is not made of its halves.
  private(set) var inconsistent: [Unjudged] = []

  /// Every line that is the first of a pair, judged or not.
  var firstLines: Set<LineRef> {
    Set(meetings.map(\.first) + doubtful.map(\.first) + inconsistent.map(\.first))
  }

  init(of reading: TruthReading) {
    let pairs = PairGold(of: reading)
    if !pairs.isEmpty {
      basis = .pairs
      (meetings, doubtful, inconsistent) = (pairs.meetings, pairs.doubtful, pairs.inconsistent)
      return
    }
    meetings = TranscribedGold.meetings(of: reading)
    if !meetings.isEmpty { basis = .transcription }
  }
}
