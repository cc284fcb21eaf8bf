import OffprintKit

/// What a family notice announces. The raw value is the word in reasons, decisions and files of extra phrases.
enum NoticeKind: String, CaseIterable, Sendable {
  case birth, marriage, death, anniversary, thanks

  /// The label: an IPTC genre where the vocabulary has one (https://cv.iptc.org/newscodes/genre/, release of
  /// 2024-02-13), else a notice in our own words. `Anniversary` is a retired genre and means another thing.
  var label: (kind: String, value: String) {
    switch self {
    case .birth: ("genre", "Birth_Announcement")
    case .death: ("genre", "Obituary")
    case .marriage, .anniversary, .thanks: ("notice", rawValue)
    }
  }

  var meaning: String {
    switch self {
    case .birth: "a child was born"
    case .marriage: "a couple married, or the banns were read"
    case .death: "somebody died or is buried"
    case .anniversary: "a wedding or a death is remembered"
    case .thanks: "a family gives thanks for sympathy"
    }
  }
}
