import OffprintModel

/// What the file name of a text page says: `{title}_{date}_p{page}.txt`.
struct TextPageName: Hashable {
  var title: String
  var date: IssueDate
  /// As written, without the `p`.
  var page: String

  /// nil for a name of another shape.
  init?(_ name: String) {
    let parts = name.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count >= 3, let last = parts.last, last.hasPrefix("p") || last.hasPrefix("P") else { return nil }
    let digits = last.dropFirst()
    guard !digits.isEmpty, digits.allSatisfy({ ("0"..."9").contains($0) }),
      IssueName.isWholeDate(parts[parts.count - 2]),
      let date = IssueDate(String(parts[parts.count - 2]))
    else { return nil }
    title = parts.dropLast(2).joined(separator: "_")
    guard !title.isEmpty else { return nil }
    self.date = date
    page = String(digits)
  }

  /// Names the issue: title and date.
  var issue: String { "\(title)_\(date.iso)" }
}
