/// A pattern for relative paths: `*` for any run of characters and `?` for any one within a name, `**` as a whole part
/// for any number of folders. Everything else is itself.
///
/// A walk asks part by part, so that folders no match can be in are never opened.
struct GlobPattern: Sendable {
  private enum Part: Sendable {
    case name([Unicode.Scalar])
    case anyFolders
  }

  private let parts: [Part]

  init(_ pattern: some StringProtocol) {
    parts = pattern.split(separator: "/").filter { $0 != "." }.map {
      $0 == "**" ? .anyFolders : .name(Array($0.unicodeScalars))
    }
  }

  /// True if a part other than the last ends in `!`, as the folder that an archive is does.
  var hasFolderMark: Bool {
    parts.dropLast().contains { if case .name(let name) = $0 { name.last == "!" } else { false } }
  }

  /// True if `text` has a character that means something in a pattern.
  static func isPattern(_ text: some StringProtocol) -> Bool { text.utf8.contains { $0 == 0x2A || $0 == 0x3F } }

  /// How far a match has come: indices of the parts that may come next.
  struct State: Sendable {
    fileprivate var next: Set<Int>
    var isDead: Bool { next.isEmpty }

    /// What may come next after one or the other.
    func joined(_ other: State) -> State { State(next: next.union(other.next)) }
  }

  var start: State { State(next: opened([0])) }

  /// The state after one more part of a path, and whether the path may end there as a file.
  func step(_ state: State, into name: String) -> (state: State, isMatch: Bool) {
    let scalars = Array(name.unicodeScalars)
    var next: Set<Int> = []
    var isMatch = false
    for index in state.next {
      switch parts[index] {
      case .anyFolders:
        next.insert(index)
        // `a/**` means every file below a.
        if index == parts.count - 1 { isMatch = true }
      case .name(let pattern):
        guard Self.matches(pattern, scalars) else { continue }
        if index == parts.count - 1 { isMatch = true } else { next.insert(index + 1) }
      }
    }
    return (State(next: opened(next)), isMatch)
  }

  /// True if the pattern asks for hidden names at this place, as `.cache` or `.*` do.
  func asksForHidden(_ state: State) -> Bool {
    state.next.contains { if case .name(let pattern) = parts[$0] { pattern.first == "." } else { false } }
  }

  /// `**` may stand for no folder at all.
  private func opened(_ indices: Set<Int>) -> Set<Int> {
    var all = indices.filter { $0 < parts.count }
    for index in indices.sorted() {
      var at = index
      while at < parts.count - 1, case .anyFolders = parts[at] {
        at += 1
        all.insert(at)
      }
    }
    return all
  }

  /// One name against one part; on a mismatch the last `*` takes one character more.
  private static func matches(_ pattern: [Unicode.Scalar], _ name: [Unicode.Scalar]) -> Bool {
    var at = 0
    var star: (pattern: Int, name: Int)?
    var index = 0
    while index < name.count {
      if at < pattern.count, pattern[at] == "*" {
        star = (at, index)
        at += 1
      } else if at < pattern.count, pattern[at] == "?" || pattern[at] == name[index] {
        at += 1
        index += 1
      } else if let last = star {
        star = (last.pattern, last.name + 1)
        at = last.pattern + 1
        index = last.name + 1
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == "*" }
  }
}
