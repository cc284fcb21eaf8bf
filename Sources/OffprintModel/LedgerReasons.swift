extension Ledger {
  /// Entries that account for nothing.
  public struct Unexplained: Hashable, Sendable {
    /// Lines that were dropped without a reason.
    public var dropped: [LineRef] = []
    /// Lines that were merged into something that is no line of the document, or into themselves.
    public var merged: [LineRef] = []
  }

  /// What the ledger has that nobody could follow up, with the document as it is now.
  ///
  /// - Parameter count: how many entries are older than the stage that is asked about. Theirs are the names of the lines
  ///   of their time: a line of a text page that is cut later has another name then.
  public static func unexplained(in issue: Issue, after count: Int = 0) -> Unexplained {
    var found = Unexplained()
    var names: Set<String>?
    for entry in issue.ledger.entries.dropFirst(count) {
      switch entry.fate {
      case .dropped(let reason):
        if reason.allSatisfy(\.isWhitespace) { found.dropped.append(entry.line) }
      case .merged(let place):
        let known = names ?? issue.lineNames
        names = known
        if !known.contains(place) || issue.holds(entry.line) && issue.lineName(entry.line) == place {
          found.merged.append(entry.line)
        }
      }
    }
    return found
  }
}
