/// The records of a text of comma-separated values (RFC 4180), as spreadsheets write it.
///
/// Fields in quotes may hold commas, line ends and quotes (doubled). Records end with LF, CR LF or CR. As programs do,
/// it takes a quote inside of a field without quotes for what it is, and what follows a closing quote as more of the
/// field. An empty line is no record.
struct CSVRecords {
  struct Record: Hashable {
    var fields: [String]
    /// The 1-based line of the file on which it begins.
    var line: Int

    /// The field without spaces around; empty if the record is too short.
    subscript(index: Int) -> String {
      guard fields.indices.contains(index) else { return "" }
      let scalars = fields[index].unicodeScalars
      guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
        let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
      else { return "" }
      return String(scalars[first...last])
    }
  }

  private(set) var records: [Record] = []
  /// The line on which a quote opens that nothing closes; what follows it is no record.
  private(set) var openQuote: Int?

  private var record = Record(fields: [], line: 1)
  private var field: [UInt8] = []
  private var line = 1

  /// - Parameter text: UTF-8 without a byte order mark.
  init(_ text: some Collection<UInt8>) {
    let text = Array(text)
    var at = 0
    while at < text.count {
      let byte = text[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\""): if field.isEmpty { quoted(text, &at) } else { field.append(byte) }
      case UInt8(ascii: ","): endField()
      case 0x0A, 0x0D:
        if byte == 0x0D, at < text.count, text[at] == 0x0A { at += 1 }
        line += 1
        endRecord()
      default: field.append(byte)
      }
      if openQuote != nil { return }
    }
    endRecord()
  }

  /// Takes what stands in quotes, from behind the opening one.
  private mutating func quoted(_ text: [UInt8], _ at: inout Int) {
    let opened = line
    while at < text.count {
      let byte = text[at]
      at += 1
      if byte == UInt8(ascii: "\"") {
        guard at < text.count, text[at] == byte else { return }
        at += 1
      } else if byte == 0x0A || (byte == 0x0D && !(at < text.count && text[at] == 0x0A)) {
        line += 1
      }
      field.append(byte)
    }
    openQuote = opened
  }

  private mutating func endField() {
    record.fields.append(String(decoding: field, as: UTF8.self))
    field.removeAll(keepingCapacity: true)
  }

  private mutating func endRecord() {
    if !field.isEmpty || !record.fields.isEmpty {
      endField()
      records.append(record)
    }
    record = Record(fields: [], line: line)
  }
}
