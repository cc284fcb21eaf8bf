import OffprintEngine

/// What a run would do, as lines for an operator: what is to be done and why, many documents with one reason together.
public struct PlanText: Sendable {
  private let plan: RunPlan
  /// Documents that are named for each reason.
  private let limit: Int

  /// - Parameter limit: how many documents are named for each reason.
  public init(_ plan: RunPlan, limit: Int = 3) {
    self.plan = plan
    self.limit = limit
  }

  public var lines: [String] {
    var lines = ["\(PlainText.counted(plan.items.count, "document")): \(counts)"]
    lines += plan.surveys.map { "first: \($0) is built from all documents" }
    lines += groups(.do, "do")
    lines += groups(.quarantined, "leave in quarantine")
    lines += groups(.leave, "leave")
    return lines
  }

  private var counts: String {
    func count(_ action: RunPlan.Action) -> Int { plan.items.count { $0.action == action } }
    var parts = ["\(count(.do)) to be done", "\(count(.leave)) to be left as they are"]
    if count(.quarantined) > 0 { parts.append("\(count(.quarantined)) quarantined") }
    return parts.joined(separator: ", ")
  }

  /// One line for each reason, the reasons in the order in which they come.
  private func groups(_ action: RunPlan.Action, _ verb: String) -> [String] {
    var order: [String] = []
    var documents: [String: [String]] = [:]
    var counts: [String: Int] = [:]
    for item in plan.items where item.action == action {
      if counts[item.reason] == nil { order.append(item.reason) }
      counts[item.reason, default: 0] += 1
      if counts[item.reason, default: 0] <= limit { documents[item.reason, default: []].append(item.document) }
    }
    return order.map { reason in
      let count = counts[reason] ?? 0
      let named = (documents[reason] ?? []).joined(separator: ", ")
      let more = count > limit ? " and \(count - limit) more" : ""
      return "\(verb) \(count), \(reason): \(named)\(more)"
    }
  }
}
