import OffprintDiagnostics
import OffprintModel

/// The date-times that outputs carry. They never come from a clock, so that a second run writes the same bytes.
enum OutputTime {
  /// When the outputs of an issue count as made: the writer's setting `created`, else what the source says of its own
  /// making, else the printed date, else the start of 1970. An ISO 8601 date-time with a zone.
  static func created(_ setting: String?, for issue: Issue) -> String {
    setting.flatMap(normalised) ?? issue.sourceCreated.flatMap(normalised) ?? issue.date.map(start)
      ?? "1970-01-01T00:00:00Z"
  }

  /// The first moment of a printed date, as far as it is known.
  static func start(of date: IssueDate) -> String {
    let iso = date.iso
    return iso + "-01-01".suffix(10 - iso.count) + "T00:00:00Z"
  }

  /// A date or date-time of ISO 8601 with seconds and a zone: what is missing is 0, a missing zone is UTC, parts of
  /// seconds go. nil if the text is neither.
  static func normalised(_ text: String) -> String? {
    let bytes = Array(text.utf8.map { $0 == 0x20 ? UInt8(ascii: "T") : $0 })
    guard bytes.count >= 10, let date = IssueDate(String(decoding: bytes[..<10], as: UTF8.self)), date.day != nil
    else { return nil }
    if bytes.count == 10 { return start(of: date) }
    guard bytes[10] == UInt8(ascii: "T") else { return nil }
    let rest = bytes[11...]
    let zoneStart = rest.firstIndex { $0 == UInt8(ascii: "Z") || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
    let clock = String(decoding: rest[..<(zoneStart ?? rest.endIndex)], as: UTF8.self)
    guard let time = time(clock), let zone = zone(zoneStart.map { Array(rest[$0...]) } ?? []) else { return nil }
    return "\(date.iso)T\(time)\(zone)"
  }

  /// The same with thousandths of a second, as readers of JSON lines take it.
  static func withMilliseconds(_ time: String) -> String { String(time.prefix(19)) + ".000" + time.dropFirst(19) }

  /// The message for a setting `created` that is no date-time; nil if all is well.
  static func fault(in setting: String?) -> Diagnostic? {
    guard let setting, normalised(setting) == nil else { return nil }
    return Diagnostic(
      .writerSetting, "'created' is a date or date-time such as 2026-03-01T12:00:00Z, and '\(setting)' is neither")
  }

  private static func time(_ text: String) -> String? {
    let whole = text.split(separator: ".", maxSplits: 1).first ?? ""
    let parts = whole.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0.utf8.count == 2 }) else { return nil }
    let numbers = parts.compactMap { UInt8($0) }
    guard numbers.count == parts.count, numbers[0] < 24, numbers.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
    return parts.joined(separator: ":") + (parts.count == 2 ? ":00" : "")
  }

  private static func zone(_ bytes: [UInt8]) -> String? {
    guard bytes.count > 1 else { return bytes.isEmpty || bytes == [UInt8(ascii: "Z")] ? "Z" : nil }
    let digits = bytes.dropFirst().filter { $0 != UInt8(ascii: ":") }
    guard digits.count == 4, let number = Int(String(decoding: digits, as: UTF8.self)), number <= 1400,
      number % 100 < 60
    else { return nil }
    return String(decoding: [bytes[0], digits[0], digits[1], UInt8(ascii: ":"), digits[2], digits[3]], as: UTF8.self)
  }
}
