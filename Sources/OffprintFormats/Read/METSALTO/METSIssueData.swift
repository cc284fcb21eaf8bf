import OffprintModel

/// What the descriptions of a METS file say of the issue.
enum METSIssueData {
  /// Fills in what is not known yet.
  static func apply(_ document: METSDocument, to issue: inout Issue) {
    let about = descriptions(document)
    for description in about {
      let date = description.date.flatMap(date)
      issue.date = issue.date ?? date
      // A description of a single number may have the date for its title.
      if let title = description.title, date == nil || IssueName(title).date != date || !startsWithDigit(title) {
        issue.publication.title = issue.publication.title ?? title
      }
      issue.volume = issue.volume ?? description.volume
      issue.number = issue.number ?? description.number
      issue.edition = issue.edition ?? description.edition
      issue.publication.publisher = issue.publication.publisher ?? description.publisher
      issue.publication.place = issue.publication.place ?? description.place
      for (type, value) in description.identifiers where type.lowercased() == "issn" {
        issue.publication.issn = issue.publication.issn ?? value
      }
    }
    // The title's own id stands with the newspaper rather than with the issue: outermost division first. One that has
    // the issue's date in it is the issue's.
    let outward = document.divs.flatMap(\.descriptions).compactMap { document.descriptions[$0] }
    issue.publication.identifier =
      issue.publication.identifier
      ?? (outward + about).lazy.flatMap(\.identifiers).first { type, value in
        type.lowercased() != "issn" && (issue.date == nil || IssueName(value).date != issue.date)
      }?.value
    if let label = document.label, issue.publication.title == nil { issue.publication.title = title(inLabel: label) }
    issue.sourceCreated = issue.sourceCreated ?? document.created
    issue.language = issue.language ?? language(about, document)
  }

  private static let wholes: Set<String> = [
    "NEWSPAPER", "VOLUME", "ISSUE", "PHYSSEQUENCE", "SET", "GROUP", "PERIODICAL", "SERIAL",
  ]

  /// Descriptions of the issue and what it is part of, the issue's first.
  private static func descriptions(_ document: METSDocument) -> [METSDescription] {
    var ids: [String] = []
    var all: Set<String> = []
    for div in document.divs.reversed() {
      all.formUnion(div.descriptions)
      if wholes.contains(div.kind) {
        for id in div.descriptions where !ids.contains(id) { ids.append(id) }
      }
    }
    // What no division refers to is of the whole.
    ids += document.descriptionOrder.filter { !all.contains($0) && !ids.contains($0) }
    return ids.compactMap { document.descriptions[$0] }
  }

  /// The language of the issue. If it says several or none: the one that most articles say, of those it says.
  private static func language(_ about: [METSDescription], _ document: METSDocument) -> String? {
    var languages: [String] = []
    for written in about.flatMap(\.languages) {
      if let language = LanguageCode.bcp47(written), !languages.contains(language) { languages.append(language) }
    }
    guard languages.count != 1 else { return languages[0] }
    var counts: [(language: String, count: Int)] = languages.map { ($0, 0) }
    for div in document.divs where METSRoles.itemType(div.kind) != nil {
      let own = div.descriptions.compactMap { document.descriptions[$0]?.languages.first }.first
      guard let language = own.flatMap(LanguageCode.bcp47) else { continue }
      if let known = counts.firstIndex(where: { $0.language == language }) {
        counts[known].count += 1
      } else if languages.isEmpty {
        counts.append((language, 1))
      }
    }
    let most = counts.map(\.count).max()
    return counts.first { $0.count == most }?.language
  }

  /// ISO 8601, or day, month and year with points or slashes between them.
  static func date(_ text: String) -> IssueDate? {
    if let date = IssueDate(text) { return date }
    let parts = text.split { $0 == "." || $0 == "/" }
    guard parts.count == 3, parts[2].count == 4, let day = Int(parts[0]), let month = Int(parts[1]),
      let year = Int(parts[2])
    else { return nil }
    return IssueDate(year: year, month: month, day: day)
  }

  private static func startsWithDigit(_ text: String) -> Bool {
    text.unicodeScalars.first.map { ("0"..."9").contains($0) } ?? false
  }

  /// The title in a label such as `The Daily Bee, 1887-03-03`; without a date a label may be anything.
  private static func title(inLabel label: String) -> String? {
    guard IssueName(label).date != nil, let digit = label.firstIndex(where: { ("0"..."9").contains($0) }) else {
      return nil
    }
    var title = String(label[..<digit])
    while let last = title.last, " ,;:–-([".contains(last) { title.removeLast() }
    return title.isEmpty ? nil : title
  }
}
