/// Which column of a table of words has what, by the names in its first row.
struct TSVColumns {
  enum Name: String, CaseIterable {
    case level, page = "page_num", block = "block_num", paragraph = "par_num", line = "line_num", left, top, width
    case height, confidence = "conf", text
  }

  private var places: [Name: Int] = [:]
  /// How many columns there are.
  let count: Int
  /// True if the columns were named by a row.
  let areNamed: Bool

  /// Takes the names from the first row; those of Tesseract, if it has none.
  init(_ row: [ArraySlice<UInt8>]) {
    let names = row.map { String(decoding: $0, as: UTF8.self) }
    areNamed = names.contains("level") && names.contains("left")
    let known =
      areNamed
      ? names
      : [
        "level", "page_num", "block_num", "par_num", "line_num", "word_num", "left", "top", "width", "height", "conf",
        "text",
      ]
    count = known.count
    for (place, name) in known.enumerated() {
      if let name = Name(rawValue: name), places[name] == nil { places[name] = place }
    }
  }

  /// The field of a row; nil if the table or the row has no such column.
  func field(_ name: Name, _ row: [ArraySlice<UInt8>]) -> ArraySlice<UInt8>? {
    guard let place = places[name], place < row.count else { return nil }
    return row[place]
  }
}
