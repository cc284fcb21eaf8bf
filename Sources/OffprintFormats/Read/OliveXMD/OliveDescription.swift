import OffprintModel
import OffprintXML

/// What the files of a delivery say of the issue. Each of them says nearly all of it.
struct OliveDescription {
  var publication: String?
  var publicationName: String?
  var date: String?
  var release: String?
  /// The place in Olive's repository: `GDL/1900/01/02`.
  var base: String?
  var language: String?
  /// When Olive's program made the delivery, as in `Wed, 25 Nov 2009 06:58:48 UTC`.
  var published: String?

  /// Fills in what is not known yet.
  mutating func take(_ attributes: XMLAttributes) {
    publication = publication ?? attributes.olive(.publication)
    publicationName = publicationName ?? attributes.olive(.publicationName)
    date = date ?? attributes.olive(.issueDate)
    release = release ?? attributes.olive(.release)
    base = base ?? attributes.olive(.base)
    language = language ?? attributes.olive(.language)
  }

  mutating func take(_ other: OliveDescription) {
    publication = publication ?? other.publication
    publicationName = publicationName ?? other.publicationName
    date = date ?? other.date
    release = release ?? other.release
    base = base ?? other.base
    language = language ?? other.language
    published = published ?? other.published
  }

  func describe(_ issue: inout Issue, folder: String) {
    issue.publication.title = publicationName ?? publication
    issue.publication.identifier = publication
    issue.language = language.flatMap(LanguageCode.bcp47)
    issue.date =
      base.flatMap(Self.date(inBase:)) ?? date.flatMap { Self.date(written: $0) } ?? release.flatMap {
        IssueName($0).date
      }
      ?? IssueName(ofFolder: folder).date
    issue.sourceCreated = published.flatMap(Self.time)
  }

  /// The name of the issue: its place in Olive's repository if the folder stands there, else its folder.
  func identifier(folder: String) -> String {
    if let base, (folder + "/").hasSuffix("/" + base + "/") || folder == base { return base }
    return IssueName.id(ofFolder: folder)
  }

  /// `GDL/1900/01/02`, with more behind it if several issues are of one day.
  static func date(inBase base: String) -> IssueDate? {
    let parts = base.split(separator: "/").map { part in Int(part.prefix { ("0"..."9").contains($0) }) }
    for index in parts.indices.dropLast(2) {
      if let year = parts[index], year >= 1500, let month = parts[index + 1], let day = parts[index + 2],
        let date = IssueDate(year: year, month: month, day: day)
      {
        return date
      }
    }
    return nil
  }

  /// Olive writes 31/12/1900. Where the second number can be no month, it is the day.
  static func date(written: String) -> IssueDate? {
    let parts = written.split { $0 == "/" || $0 == "." || $0 == "-" }.map { Int($0) }
    guard parts.count == 3, let first = parts[0], let second = parts[1], let year = parts[2], year >= 1500 else {
      return IssueDate(written)
    }
    return IssueDate(year: year, month: second, day: first) ?? IssueDate(year: year, month: first, day: second)
  }

  /// A date and time as in mail (RFC 1123), in ISO 8601; nil if it is written in any other way.
  static func time(_ written: String) -> String? {
    let parts = written.split { $0 == " " || $0 == "," }.map(String.init)
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    guard parts.count == 6, let day = Int(parts[1]), let month = months.firstIndex(of: parts[2]),
      let year = Int(parts[3]), let date = IssueDate(year: year, month: month + 1, day: day),
      parts[4].map({ $0 == ":" ? $0 : ("0"..."9").contains($0) ? "0" : "x" }) == Array("00:00:00"),
      ["UTC", "GMT"].contains(parts[5])
    else { return nil }
    return "\(date.iso)T\(parts[4])Z"
  }
}
