import OffprintModel

/// What `pdfinfo` says of a file.
struct PDFInfo {
  /// ISO 8601.
  var created: String?
  /// The program that did the OCR, if the names in the file are those of one.
  var software: String?

  init(_ text: String) {
    var values: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let value = parts[1].split { $0.isWhitespace }.joined(separator: " ")
      if !value.isEmpty { values[String(parts[0])] = value }
    }
    created = values["CreationDate"].flatMap(Self.time)
    software = ["Producer", "Creator"].lazy.compactMap { values[$0] }.first { name in
      let name = name.lowercased()
      return ["tesseract", "abbyy", "finereader", "ocr", "omnipage", "readiris", "paper capture", "luratech"]
        .contains { name.contains($0) }
    }
  }

  /// `2019-03-05T10:11:12+01` as ISO 8601 has it; nil for what is no date.
  private static func time(_ text: String) -> String? {
    guard text.utf8.count >= 19, IssueName.isWholeDate(text.prefix(10)) else { return nil }
    let zone = text.dropFirst(19)
    return zone.count == 3 && (zone.hasPrefix("+") || zone.hasPrefix("-")) ? text + ":00" : text
  }
}
