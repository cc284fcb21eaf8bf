import OffprintXML

/// What an element is among the readings that hOCR gives of one piece of text.
enum HOCRReading {
  /// What lies around readings of the same text.
  case group
  /// The one that is read.
  case chosen
  /// Another one.
  case other
}

/// Chooses one of several readings (hOCR 1.2, class `alternatives`): `ins`, which is the one that the program holds to
/// be right, else the first. Read one behind the other they would make one word.
struct HOCRReadings {
  /// The groups that are open, each with whether a reading was chosen and the first that was not.
  private var groups: [(hasChosen: Bool, spare: [UInt8]?)] = []
  var passed = PassedOver()

  /// Nil for an element that is no reading and is in none that is passed over.
  mutating func begin(_ tag: HOCRName?, _ attributes: XMLAttributes) -> HOCRReading? {
    if passed.depth > 0 {
      passed.begin()
      return .other
    }
    guard attributes.count > 0, let classes = attributes[html: .class] else { return nil }
    if classes.equals("alternatives") {
      groups.append((false, nil))
      return .group
    }
    guard classes.equals("alt") else { return nil }
    if tag != .del, groups.last?.hasChosen != true {
      if !groups.isEmpty { groups[groups.count - 1].hasChosen = true }
      return .chosen
    }
    passed.begin(keeping: groups.last.map { !$0.hasChosen && $0.spare == nil } ?? false)
    return .other
  }

  /// Passes over an element that the program holds to be another reading.
  mutating func passOver() -> HOCRReading {
    passed.begin(keeping: false)
    return .other
  }

  /// - Returns: the text of a group in which no reading was chosen.
  mutating func end(_ reading: HOCRReading) -> [UInt8]? {
    switch reading {
    case .group:
      guard let group = groups.popLast(), !group.hasChosen else { return nil }
      return group.spare
    case .chosen: return nil
    case .other:
      if let text = passed.end(), !groups.isEmpty { groups[groups.count - 1].spare = text }
      return nil
    }
  }
}
