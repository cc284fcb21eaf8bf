/// Decisions that are told as one, so that a thousand mended words do not hide why an article begins where it does.
struct DecisionGroup {
  private(set) var decisions: [AccountedDecision]

  var first: AccountedDecision { decisions[0] }

  private init(_ decision: AccountedDecision) { decisions = [decision] }

  /// Of one stage and one choice, whatever the reasons, in the order of their first.
  static func byChoice(_ decisions: [AccountedDecision]) -> [DecisionGroup] {
    grouped(decisions) { [$0.decision.stage, $0.decision.choice, $0.kind] }
  }

  /// Alike in all but their place: nothing but places is hidden.
  static func alike(_ decisions: [AccountedDecision]) -> [DecisionGroup] {
    grouped(decisions) { entry in
      let confidence = entry.decision.confidence.map { "\($0)" } ?? ""
      return [entry.decision.stage, entry.decision.choice, entry.kind, entry.decision.reason, confidence]
    }
  }

  private static func grouped(
    _ decisions: [AccountedDecision], by key: (AccountedDecision) -> [String]
  ) -> [DecisionGroup] {
    var groups: [DecisionGroup] = []
    var places: [[String]: Int] = [:]
    for decision in decisions {
      let key = key(decision)
      if let place = places[key] {
        groups[place].decisions.append(decision)
      } else {
        places[key] = groups.count
        groups.append(DecisionGroup(decision))
      }
    }
    return groups
  }
}
