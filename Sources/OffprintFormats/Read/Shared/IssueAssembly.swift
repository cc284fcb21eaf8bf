import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintXML

extension Issue {
  /// Adds the pages of an ALTO file as the next ones, with what its Description says of its making.
  mutating func append(_ file: ALTOFile) {
    for var page in file.pages.map(\.page) {
      page.number = pages.count + 1
      pages.append(page)
    }
    ocrSoftware = ocrSoftware ?? file.description.software
  }

  /// Flags what had to be replaced in the file of a page, and warns of it.
  mutating func flag(
    _ scrubbing: XMLScrubbing, onPage page: Int, of path: String, _ context: inout ReadContext
  ) {
    if scrubbing.controlCharacters > 0 {
      flags.append(
        Flag(code: "control-characters-replaced", subject: .page(page), count: scrubbing.controlCharacters))
      context.warn(ReplacementMessages.controls(path, scrubbing.controlCharacters))
    }
    if scrubbing.invalidUTF8 > 0 {
      flags.append(Flag(code: "invalid-utf8-replaced", subject: .page(page), count: scrubbing.invalidUTF8))
      context.warn(ReplacementMessages.invalid(path, scrubbing.invalidUTF8))
    }
    if scrubbing.undefinedBytes > 0 {
      flags.append(Flag(code: "undefined-bytes-replaced", subject: .page(page), count: scrubbing.undefinedBytes))
      context.warn(ReplacementMessages.undefined(path, scrubbing.undefinedBytes))
    }
  }
}

extension Issue {
  /// Flags in which encoding the text of a page was, and what had to be replaced in it.
  mutating func flag(_ file: TextPageBytes, onPage page: Int, of path: String, _ context: inout ReadContext) {
    if file.encoding != .utf8 {
      flags.append(Flag(code: "converted-from-\(file.encoding.rawValue)", subject: .page(page)))
      if !file.isSure { context.warn(ReplacementMessages.unsure(path, file.encoding)) }
    }
    flag(replaced: file.replaced, from: file.encoding, onPage: page, of: path, &context)
    flag(controls: file.controlCharacters, hasEscapes: file.hasEscapes, onPage: page, of: path, &context)
  }

  /// Flags how many control characters of a text became spaces, and warns of them with the setting that may mend it.
  mutating func flag(
    controls count: Int, hasEscapes: Bool, onPage page: Int, of path: String, _ context: inout ReadContext
  ) {
    guard count > 0 else { return }
    flags.append(Flag(code: "control-characters-replaced", subject: .page(page), count: count))
    var message = ReplacementMessages.controls(path, count, hasEscapes: hasEscapes)
    message.fix = ReplacementMessages.setting
    context.warn(message)
  }

  /// Flags how many bytes of a text meant nothing in its encoding, and warns of them with the setting that mends it.
  mutating func flag(
    replaced count: Int, from encoding: TextEncoding, onPage page: Int, of path: String, _ context: inout ReadContext
  ) {
    guard count > 0 else { return }
    let isUTF8 = encoding == .utf8
    flags.append(
      Flag(code: isUTF8 ? "invalid-utf8-replaced" : "undefined-bytes-replaced", subject: .page(page), count: count))
    var message =
      isUTF8
      ? ReplacementMessages.invalid(path, count)
      : ReplacementMessages.undefined(path, count, in: encoding.rawValue)
    message.fix = ReplacementMessages.setting
    context.warn(message)
  }
}

enum ReplacementMessages {
  /// What helps where the reader has the setting.
  static let setting = "look at the text; 'encoding:' under 'read: { with: … }' says in which encoding it really is"

  static func unsure(_ path: String, _ encoding: TextEncoding) -> Diagnostic {
    Diagnostic(
      .textReplaced, "'\(path)' seems to be in \(encoding.rawValue), and may be in another encoding",
      severity: .warning, at: SourcePlace(file: path),
      fix: setting)
  }

  /// - Parameter hasEscapes: true if some of them seem to lead to other sets of characters.
  static func controls(_ path: String, _ count: Int, hasEscapes: Bool = false) -> Diagnostic {
    let what = count == 1 ? "1 control character" : "\(count) control characters"
    let more = hasEscapes ? "; it seems to be in an encoding of ISO 2022" : ""
    return Diagnostic(
      .textReplaced, "\(what) in '\(path)' replaced by \(count == 1 ? "a space" : "spaces")\(more)",
      severity: .warning, at: SourcePlace(file: path), fix: "look at the text: the file may be damaged there")
  }

  static func invalid(_ path: String, _ count: Int) -> Diagnostic {
    let what = count == 1 ? "1 byte sequence that is" : "\(count) byte sequences that are"
    return Diagnostic(
      .textReplaced, "\(what) not UTF-8 in '\(path)' replaced by U+FFFD", severity: .warning,
      at: SourcePlace(file: path), fix: "if the file is in another encoding, convert it, as with 'iconv -t UTF-8'")
  }

  static func undefined(_ path: String, _ count: Int, in encoding: String = "windows-1252") -> Diagnostic {
    let what = count == 1 ? "1 byte that stands" : "\(count) bytes that stand"
    return Diagnostic(
      .textReplaced, "\(what) for nothing in \(encoding) in '\(path)' replaced by U+FFFD", severity: .warning,
      at: SourcePlace(file: path))
  }
}
