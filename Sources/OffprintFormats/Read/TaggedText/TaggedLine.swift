import OffprintModel

/// What a row says of its line: column 1 page, 2 article, 3 function, 4 paragraph, 5 jump, 6 advertisement, 7 text.
struct TaggedLine {
  /// The number of columns of a whole row.
  static let columns = 8

  /// The page's number as it is written; empty or 0 if it is not known.
  var page: String
  /// The numbers of the article, of the paragraph in it and of the advertisement; nil for none (empty or 0).
  var article: String?
  var paragraph: String?
  var advertisement: String?
  /// HL headline, TXT text, AT text of an advertisement, NP name of the paper, PI page and issue, MH masthead, BL byline,
  /// JL and JH jump line and jump head, B blank; others are text.
  var function: String

  init(_ record: CSVRecords.Record) {
    func number(_ column: Int) -> String? {
      let written = record[column]
      return written.isEmpty || written == "0" ? nil : written
    }
    page = record[1]
    article = number(2)
    function = record[3]
    paragraph = number(4)
    advertisement = number(6)
  }

  /// True for a row that is of a line at all: it begins with its number.
  static func isLine(_ record: CSVRecords.Record) -> Bool { isNumber(record[0]) }

  /// True if the row can only be one of a tagged text: line, page and article are numbers, the function is a short
  /// word, and hardly a column is missing.
  static func isUnmistakable(_ record: CSVRecords.Record) -> Bool {
    let function = record[3].unicodeScalars
    return record.fields.count >= columns - 1 && isLine(record)
      && [1, 2].allSatisfy { record[$0].isEmpty || isNumber(record[$0]) } && function.count <= 4
      && function.allSatisfy { $0.properties.isAlphabetic }
  }

  private static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// The unit that the line is part of; nil if it is part of none.
  var unit: (id: String, type: ArticleType)? {
    if let article { return ("a\(article)", .article) }
    if let advertisement, function == "AT" { return ("ad\(page).\(advertisement)", .advertisement) }
    return ["NP", "PI", "MH"].contains(function) ? ("masthead", .masthead) : nil
  }
}
