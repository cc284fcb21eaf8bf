import OffprintModel

/// What `pdfinfo` says of a file.
struct PDFInfo {
  /// ISO 8601.
  var created: String?
  /// The program that did the OCR, if the names in the file are those of one.
  var software: String?
  /// Width and height of pages by their numbers, as they are before they are turned, in points.
  private var sizes: [Int: (width: Double, height: Double)] = [:]
  /// Pages that are shown lying on a side.
  private var turned: Set<Int> = []

  /// - Parameter text: with `-f` and `-l` it says something of each page.
  init(_ text: String) {
    var values: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let value = parts[1].split { $0.isWhitespace }.joined(separator: " ")
      if !value.isEmpty { values[String(parts[0])] = value }
      // `Page    2 size:  612 x 792 pts (letter)`, `Page    2 rot:   90`
      let key = parts[0].split { $0.isWhitespace }
      guard key.count == 3, key[0] == "Page", let number = Int(key[1]) else { continue }
      let figures = value.split(separator: " ")
      if key[2] == "size", figures.count > 2, let width = Double(figures[0]), let height = Double(figures[2]) {
        sizes[number] = (width, height)
      }
      if key[2] == "rot", let degrees = Int(value), degrees % 180 != 0 { turned.insert(number) }
    }
    created = values["CreationDate"].flatMap(Self.time)
    software = ["Producer", "Creator"].lazy.compactMap { values[$0] }.first { name in
      let name = name.lowercased()
      return ["tesseract", "abbyy", "finereader", "ocr", "omnipage", "readiris", "paper capture", "luratech"]
        .contains { name.contains($0) }
    }
  }

  /// The size in which a page is shown. `pdftotext` turns the places of words with the page (ISO 32000-1, 7.7.3.3,
  /// Rotate), and gives the page's size as it was before.
  func shown(_ width: Double, _ height: Double, ofPage number: Int) -> (width: Double, height: Double) {
    guard turned.contains(number), let size = sizes[number], abs(size.width - width) < 1, abs(size.height - height) < 1
    else { return (width, height) }
    return (height, width)
  }

  /// `2019-03-05T10:11:12+01` as ISO 8601 has it; nil for what is no date.
  private static func time(_ text: String) -> String? {
    guard text.utf8.count >= 19, IssueName.isWholeDate(text.prefix(10)) else { return nil }
    let zone = text.dropFirst(19)
    return zone.count == 3 && (zone.hasPrefix("+") || zone.hasPrefix("-")) ? text + ":00" : text
  }
}
