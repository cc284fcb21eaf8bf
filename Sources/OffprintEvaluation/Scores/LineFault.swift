import OffprintKit

/// A place where the outcome is not what the truth says.
public struct LineFault: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Joined where the hyphen must stay, or with a line that does not follow.
    case falseJoin = "false-join"
    /// Not joined where the word goes on.
    case missedJoin = "missed-join"
    /// The hyphen stays, but not as it must.
    case wrongHyphen = "wrong-hyphen"
    /// Another line follows.
    case order
    /// A paragraph ends where it goes on.
    case falseBreak = "false-break"
    /// A paragraph goes on where it ends.
    case missedBreak = "missed-break"
  }

  public var kind: Kind
  /// How bad it is among those of its kind; the larger, the worse.
  public var weight: Double
  /// The line's name in the outputs, and its text, as read.
  public var first: NamedLine
  /// The line that truly follows.
  public var second: NamedLine
  /// What the truth asks for.
  public var expected: String
  /// What was done.
  public var done: String
  /// The line that was taken to follow instead, where there is one.
  public var instead: NamedLine?
  /// Why, in the words of the stage that decided.
  public var reason: String?

  public struct NamedLine: Hashable, Sendable {
    public var name: String
    public var text: String

    init(_ ref: LineRef, in issue: Issue) {
      name = issue.lineName(ref)
      text = issue[line: ref].text
    }
  }

  private init(_ kind: Kind, _ first: LineRef, _ second: LineRef, in truth: Issue, expected: String, done: String) {
    self.kind = kind
    self.first = NamedLine(first, in: truth)
    self.second = NamedLine(second, in: truth)
    self.expected = expected
    self.done = done
    weight = 0
  }
}

extension LineFault {
  /// A broken word that was not mended as it must.
  init(
    breaking meeting: BreakGold.Meeting, _ join: (seam: Seam, second: LineRef?)?, in truth: Issue,
    _ found: FoundReading
  ) {
    let kind: Kind = join?.seam == .joined ? .falseJoin : meeting.wanted == .joined ? .missedJoin : .wrongHyphen
    self.init(
      kind, meeting.first, meeting.second, in: truth, expected: meeting.wanted.rawValue,
      done: join.map { $0.seam.rawValue } ?? "left")
    if let join, join.second != meeting.second {
      instead = join.second.map { NamedLine($0, in: truth) }
      done += " with another line"
    } else if join == nil, let next = found.line(after: meeting.first), next != meeting.second {
      instead = NamedLine(next, in: truth)
      done += ", another line follows"
    }
    guard let line = found.places.found[meeting.first.page][meeting.first.line] else {
      done = "the line was cut"
      return
    }
    // The surer the stage was, the worse.
    weight = found.outcome.joins[line]?.confidence ?? 0
    reason = found.reason(at: line, choices: Self.endings)
  }

  /// Lines that should follow each other and do not. The further they are apart, the worse.
  init(ordering first: LineRef, _ second: LineRef, in truth: Issue, _ found: FoundReading) {
    let places = (found.place(of: first), found.place(of: second))
    self.init(.order, first, second, in: truth, expected: "the next line", done: "")
    guard let from = places.0, let to = places.1 else {
      weight = .greatestFiniteMagnitude
      done = "one of the lines was cut"
      return
    }
    weight = Double(abs(to - from))
    let lines = to > from ? to - from - 1 : from - to
    done = "\(lines) line\(lines == 1 ? "" : "s") \(to > from ? "later" : "before")"
    instead = found.line(after: first).map { NamedLine($0, in: truth) }
  }

  /// A paragraph's end that is missing or too much.
  init(paragraphAt first: LineRef, _ second: LineRef, isOne: Bool, in truth: Issue, _ found: FoundReading) {
    self.init(
      isOne ? .falseBreak : .missedBreak, first, second, in: truth,
      expected: isOne ? "one paragraph" : "a new paragraph",
      done: found.isOneParagraph(first, second) == nil
        ? "one of the lines was cut" : isOne ? "a new paragraph" : "one paragraph")
    // Where the order is right as well, the paragraph's end itself was misjudged.
    weight = found.line(after: first) == second ? 1 : 0
    if let line = found.places.found[second.page][second.line] {
      reason = found.reason(at: line, otherThan: Self.endings)
    }
  }

  /// What stages call their choices at line ends; other decisions about a line are about its text or its place.
  private static let endings: Set<String> = ["joined", "hyphen-kept", "suspended", "closed", "left"]
}

extension FoundReading {
  fileprivate func reason(at line: LineRef, choices: Set<String>) -> String? {
    reason(at: line) { choices.contains($0.choice) }
  }

  fileprivate func reason(at line: LineRef, otherThan choices: Set<String>) -> String? {
    reason(at: line) { !choices.contains($0.choice) }
  }

  /// The last decision is the one that holds.
  private func reason(at line: LineRef, where isMeant: (Decision) -> Bool) -> String? {
    decisions[line]?.last(where: isMeant).map { "\($0.reason) (\($0.stage): \($0.choice))" }
  }
}
