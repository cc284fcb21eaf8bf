import OffprintKit
import Testing

@testable import OffprintEvaluation

@Suite struct BreakScoreTests {
  /// Two words to be joined (lines 0 and 2), one hyphen to stay (4), one doubtful pair (6), one unfit (8).
  private var marked: MarkedIssue {
    var marked = MarkedIssue()
    marked.page([
      [
        "Zei-|Zeitung", "|tung", "Haus-|Hausfrau", "|frau", "Waldeck-|Waldeck-Rousseau", "|Rousseau",
        "quoti-|quoti-dienne", "|dienne", "veu-|veua", "|au", "ein Rei-", "ter",
      ]
    ])
    return marked
  }

  private func score(_ work: @escaping (inout Issue) -> Void) throws -> BreakScore {
    try marked.result(work).scores.breaks
  }

  @Test func `all done right`() throws {
    let score = try score {
      $0.meet(0, 1, .joined)
      $0.meet(2, 3, .joined)
      $0.meet(4, 5, .hyphenKept)
    }
    #expect(score.joins == Share(2, of: 2))
    #expect(score.keeps == Share(1, of: 1))
    #expect(score.precision == Share(2, of: 2))
    #expect(score.falseJoins == 0 && score.missedJoins == 0)
    #expect(score.doubtful == 1 && score.inconsistent == 1 && score.unjudgedJoins == 0)
  }

  @Test func `nothing done`() throws {
    let result = try marked.result { _ in }
    let score = result.scores.breaks
    #expect(score.joins == Share(0, of: 2))
    // A hyphen with a space after it is not the hyphen of a name.
    #expect(score.keeps == Share(0, of: 1))
    #expect(score.precision.value == nil)
    #expect(result.faults.map(\.kind) == [.missedJoin, .missedJoin, .wrongHyphen])
    #expect(result.faults.map(\.done) == ["left", "left", "left"])
  }

  @Test func `joins with a wrong line, and where the hyphen stays, are false`() throws {
    let score = try score {
      $0.meet(0, 3, .joined)
      $0.meet(2, 3, .joined)
      $0.meet(4, 5, .joined)
      $0.meet(6, 7, .joined)
      $0.meet(10, 11, .joined)
    }
    #expect(score.joins == Share(1, of: 2))
    #expect(score.missedJoins == 1)
    #expect(score.falseJoins == 2)
    #expect(score.precision == Share(1, of: 3))
    #expect(score.keeps == Share(0, of: 1))
    #expect(score.unjudgedJoins == 1)
  }

  @Test func `a suspended hyphen is right with a space, and one that stays in any way`() throws {
    var marked = MarkedIssue()
    marked.page([["Reichs⸗Post", "Feld⸗", "und Wald⸗", "oder Garten⸗", "Haus"]])
    let left = try marked.result { _ in }.scores.breaks
    #expect(left.keeps == Share(2, of: 3))
    let kept = try marked.result {
      $0.meet(1, 2, .suspended)
      $0.meet(2, 3, .hyphenKept)
      $0.meet(3, 4, .hyphenKept)
    }
    #expect(kept.scores.breaks.keeps == Share(2, of: 3))
  }

  @Test func `a fault says where, what was wanted, what was done and why`() throws {
    let result = try marked.result {
      $0.meet(0, 3, .joined)
      $0.decisions = [
        Decision(stage: "first", subject: .line(ref(0)), choice: "composed", reason: "accents"),
        Decision(stage: "mend", subject: .line(ref(0)), choice: "joined", reason: "as most are"),
      ]
    }
    let fault = try #require(result.faults.first)
    #expect(fault.kind == .falseJoin)
    #expect(fault.first.name == "p1#T0#0" && fault.first.text == "Zei-")
    #expect(fault.second.name == "p1#T0#1" && fault.instead?.name == "p1#T0#3")
    #expect(fault.expected == "joined" && fault.done == "joined with another line")
    #expect(fault.reason == "as most are (mend: joined)")
    #expect(fault.weight == 0.9)
  }

  @Test func `without gold nothing is counted`() throws {
    var marked = MarkedIssue()
    marked.page([["eins", "zwei"]])
    let score = try marked.result { $0.meet(0, 1, .joined) }.scores.breaks
    #expect(!score.hasGold && score == BreakScore())
  }
}
