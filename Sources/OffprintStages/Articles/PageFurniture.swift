import OffprintKit

/// Finds what belongs to the page and to no article: mastheads, running heads, folios.
struct PageFurniture {
  let issue: Issue
  private let titleWords: WordSet

  init(issue: Issue) {
    self.issue = issue
    titleWords = WordSet(Array((issue.publication.title ?? "").unicodeScalars))
  }

  struct Finding {
    var role: Role
    var reason: String
  }

  /// What each unit of a page is, if it is furniture; by index.
  ///
  /// Units in the margins are furniture because the source says so. Else only the first and last few of a page are
  /// looked at: short ones that hold the paper's title, the date or nothing but the page's number.
  func findings(in units: [ReadingUnit]) -> [Int: Finding] {
    var found: [Int: Finding] = [:]
    for (index, unit) in units.enumerated() where isInMargin(unit) {
      found[index] = Finding(role: .furniture, reason: "the source has it in the page's margin")
    }
    let isFirstPage = units.first?.page == 0
    for index in units.indices where found[index] == nil {
      guard index < 5, units[..<index].indices.allSatisfy({ found[$0] != nil }) else { break }
      guard let finding = finding(for: units[index], isFirstPage: isFirstPage) else {
        // A motto or subtitle stands between the title and the date.
        let goesOn =
          index > 0 && isFirstPage && units[index].length <= 70 && index + 1 < units.count
          && units[index].emptyLinesBefore == 0 && finding(for: units[index + 1], isFirstPage: true) != nil
        guard goesOn else { break }
        found[index] = Finding(role: .masthead, reason: "it stands between the paper's title and its date")
        continue
      }
      found[index] = finding
    }
    for index in units.indices.reversed().prefix(2) where found[index] == nil {
      guard let number = isFolio(units[index]) else { break }
      found[index] = Finding(role: .furniture, reason: "it is nothing but the page's number \(number)")
    }
    return found
  }

  private func isInMargin(_ unit: ReadingUnit) -> Bool {
    guard let first = unit.lines.first else { return false }
    return issue[line: first].block.region != .printSpace
  }

  private func finding(for unit: ReadingUnit, isFirstPage: Bool) -> Finding? {
    if let number = isFolio(unit) {
      return Finding(role: .furniture, reason: "it is nothing but the page's number \(number)")
    }
    let role: Role = isFirstPage ? .masthead : .furniture
    guard unit.length <= 160, unit.lines.count <= 4 else { return nil }
    // The title may share words with a headline; it is the paper's name if there is little else in the line.
    let first = unit.lines.first.map { WordSet(Array(issue[line: $0].text.unicodeScalars)) } ?? unit.words
    let own = first.hashes.count
    if !titleWords.hashes.isEmpty, titleWords.share(in: first) >= 0.6, own <= titleWords.hashes.count + 3 {
      return Finding(role: role, reason: "it is the paper's title")
    }
    if holdsDate(unit) { return Finding(role: role, reason: "it holds the date of the paper") }
    return nil
  }

  /// The number, if the unit is a folio: digits or Roman numerals and little else.
  private func isFolio(_ unit: ReadingUnit) -> String? {
    guard unit.length <= 8 else { return nil }
    let text = Phrase.string(unit.scalars.filter { $0.isAlphabetic || ("0"..."9").contains($0) })
    for word in ["page", "seite", "blad", "pagina", "side", "sida", "第", "版", "页"] {
      let rest = text.lowercased().replacing(word, with: "")
      if !rest.isEmpty, rest.allSatisfy({ ("0"..."9").contains($0) }) { return rest }
    }
    let isRoman = !text.isEmpty && text.allSatisfy { "IVXLC".contains($0) }
    return isRoman ? text : nil
  }

  /// The year of the issue and a second number (the day, the number of the issue), or an issue's number and a price.
  private func holdsDate(_ unit: ReadingUnit) -> Bool {
    var numbers: [Int] = []
    var current: Int?
    for scalar in unit.scalars + [" "] {
      if ("0"..."9").contains(scalar) {
        current = min(1_000_000, (current ?? 0) * 10 + Int(scalar.value - 0x30))
      } else if scalar != "," || current == nil {
        if let number = current { numbers.append(number) }
        current = nil
      }
    }
    guard unit.length <= 100, unit.lines.count == 1 || !unit.opensReport else { return false }
    if let year = issue.date?.year { if numbers.contains(year) { return numbers.count >= 2 } }
    let text = Phrase.lowercased(unit.scalars.prefix(12))
    let isNumbered = ["no.", "no ", "nr.", "nr ", "n°", "n.°", "nº", "vol", "第", "jahrgang"].contains {
      text.hasPrefix($0)
    }
    return isNumbered && !numbers.isEmpty && unit.length <= 80
  }
}
