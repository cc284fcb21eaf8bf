import OffprintXML

/// What an element is among the forms that an edition gives of one piece of text.
enum TEIReading {
  /// What holds several forms of the same text; beside them it has none.
  case group
  /// The form that is read.
  case chosen
  /// Another form, or words of the editors: nothing of it is on the page.
  case other
  /// What was struck out: not read, though its page and line breaks are those of the page.
  case deleted
}

/// Chooses one of several forms of a text. Read one behind the other they would be words that nobody printed.
///
/// In a `choice` that is the printed form, the first that is not one of the editors, or the first of these if there is
/// no other. In an `app` it is `lem`, which TEI has first, else the first `rdg`; an `app` that stands apart from the
/// text and only leads to it has nothing that the text has not.
struct TEIReadings {
  private struct Group {
    var name: TEIName
    var hasChosen = false
    /// The first form of the editors, for the case that there is none but theirs.
    var spare: [UInt8]?
  }

  private var groups: [Group] = []
  var passed = PassedOver()
  private(set) var deleted = 0
  /// True where text is none of the page.
  var isSilent: Bool { passed.depth > 0 || deleted > 0 }

  /// - Parameter outer: the elements that it stands in.
  /// - Returns: nil for an element that says nothing of forms.
  mutating func begin(_ name: TEIName?, _ attributes: XMLAttributes, in outer: [TEIElement]) -> TEIReading? {
    if passed.depth > 0 {
      passed.begin()
      return .other
    }
    if let reading = ofGroup(name, outer.last) {
      guard name == .choice, reading == .chosen else { return reading }
      // A choice that is a form of another one: its end is that of both.
      groups.append(Group(name: .choice))
      return .group
    }
    switch name {
    case .app where attributes[tei: .from] != nil || attributes[tei: .loc] != nil:
      passed.begin()
      return .other
    case .choice, .app:
      groups.append(Group(name: name ?? .choice))
      return .group
    case .del where !outer.contains { $0.name == .restore }:
      deleted += 1
      return .deleted
    case .figDesc, .desc:
      passed.begin()
      return .other
    default: return nil
    }
  }

  /// What a child of the innermost group is.
  private mutating func ofGroup(_ name: TEIName?, _ parent: TEIElement?) -> TEIReading? {
    guard let last = groups.indices.last, let around = parent?.name else { return nil }
    let isForm =
      switch groups[last].name {
      case .choice: around == .choice
      default: (around == .app || around == .rdgGrp) && name != .rdgGrp
      }
    guard isForm else { return nil }
    let isPossible = groups[last].name == .choice || name == .lem || name == .rdg
    let isChosen = isPossible && !groups[last].hasChosen
    let isOfEditors = groups[last].name == .choice && name?.isOfEditors == true
    guard isChosen, !isOfEditors else {
      passed.begin(keeping: isChosen && groups[last].spare == nil)
      return .other
    }
    groups[last].hasChosen = true
    return .chosen
  }

  /// - Returns: the text of a group that has no form but those of the editors.
  mutating func end(_ reading: TEIReading) -> [UInt8]? {
    switch reading {
    case .group:
      guard let group = groups.popLast(), !group.hasChosen else { return nil }
      return group.spare
    case .chosen: break
    case .other:
      if let text = passed.end(), !groups.isEmpty { groups[groups.count - 1].spare = text }
    case .deleted: deleted -= 1
    }
    return nil
  }
}
