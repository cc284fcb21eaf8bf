/// A printed date with its precision; parts that the source does not know are nil.
public struct IssueDate: Hashable, Sendable, Comparable {
  public let year: Int
  public let month: Int?
  public let day: Int?

  /// nil if month or day are out of range for the calendar.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...days[month - 1]).contains(day) else { return nil }
      }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `1858`, `1858-12`, `1858-12-07`, `18581207`; what follows a `T` is ignored.
  public init?(_ text: String) {
    let date = text.split(separator: "T").first.map(String.init) ?? ""
    guard date.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D }) else { return nil }
    var parts = date.split(separator: "-").map { Int($0) }
    if parts.count == 1, date.count == 8, let all = Int(date) { parts = [all / 10000, all / 100 % 100, all % 100] }
    guard let first = parts.first, let year = first, !parts.contains(nil), parts.count <= 3 else { return nil }
    guard date.prefix(while: { $0 != "-" }).count >= 4 else { return nil }
    self.init(year: year, month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
  }

  /// ISO 8601, as precise as known.
  public var iso: String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let digits = String(year)
    var text = String(repeating: "0", count: 4 - digits.count) + digits
    if let month { text += "-" + two(month) }
    if let day { text += "-" + two(day) }
    return text
  }

  public static func < (a: IssueDate, b: IssueDate) -> Bool {
    (a.year, a.month ?? 0, a.day ?? 0) < (b.year, b.month ?? 0, b.day ?? 0)
  }
}
