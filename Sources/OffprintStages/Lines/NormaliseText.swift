import Foundation
import OffprintKit

/// `normalise-text`: Unicode normal form, stray characters, and the spaces that a typesetter put between Chinese
/// characters to fill a line.
///
/// A line that needs nothing is not touched, and most lines need nothing: one pass over the bytes finds out.
public struct NormaliseText: LineNormalising {
  /// What becomes of spaces that the typesetting put in.
  public enum Spaces: String, SettingChoice { case close, keep }
  /// The normal form of the text.
  public enum Form: String, SettingChoice { case nfc, keep }

  public struct Settings: StageSettings {
    @Setting("Spaces inside Chinese or Japanese lines that were spaced out to fill the column.")
    public var letterSpaced = Spaces.close
    @Setting("Spaces between a Chinese or Japanese character and a digit or Latin letter.")
    public var cjkDigitSpaces = Spaces.close
    @Setting("Unicode normal form of the text.")
    public var form = Form.nfc
    public init() {}
  }

  public static let spec = StageSpec(
    name: "normalise-text",
    summary: "Puts text into Unicode NFC and takes out what typesetting and OCR left in it",
    discussion: """
      Control characters, characters without width and odd spaces go; a soft hyphen at the end of a line stays, since it \
      marks a broken word. A Chinese or Japanese line that was spaced out to fill its column is closed up; so are spaces \
      between its characters and digits. A single space in a line that was not spaced out carries meaning (it parts \
      names, or the halves of a headline) and stays. Wide gaps on text pages stay too: columns may stand there.
      """,
    needs: [.lines],
    gives: [.normalisedText],
    choices: [
      .init("composed", "letters and their accents became one character each"),
      .init("closed-letter-spacing", "spaces between the characters of a line that was spaced out went"),
      .init("closed-digit-spaces", "spaces between characters and digits or Latin letters went"),
    ],
    examples: NormaliseTextExamples.all)

  private let settings: Settings

  public init(_ settings: Settings) { self.settings = settings }

  public func normalise(_ page: inout Page, _ context: inout StageContext) throws {
    let composesLines = settings.form == .nfc && !Self.isComposed(page.buffer[...])
    let rules = CJKSpacing(
      closesLetterSpacing: settings.letterSpaced == .close, closesDigitSpaces: settings.cjkDigitSpaces == .close,
      keepsGaps: page.unit == .character)
    var scalars: [Unicode.Scalar] = []
    var controls = 0
    for index in page.lines.indices {
      let bytes = page.lines[index].utf8
      let need = LineNeeds(of: bytes)
      let composes = composesLines && need.hasNonASCII && !Self.isComposed(bytes)
      guard need.isAny || composes else { continue }
      let line = LineRef(page: context.page, line: index)
      var isChanged = false
      if composes {
        let composed = String(decoding: bytes, as: UTF8.self).precomposedStringWithCanonicalMapping
        StrayCharacters.decode(ArraySlice(composed.utf8), into: &scalars)
        isChanged = true
        context.decide("composed", at: .line(line), because: Self.composedReason)
      } else {
        StrayCharacters.decode(bytes, into: &scalars)
      }
      if need.hasStrays {
        let found = StrayCharacters.clear(&scalars, keepsGaps: page.unit == .character)
        controls += found.controls
        isChanged = isChanged || found.isChanged
      }
      if need.hasUnspacedScript {
        let closed = rules.close(&scalars)
        isChanged = isChanged || closed.count > 0
        tell(closed, at: .line(line), &context)
      }
      if isChanged { page.rewriteLine(index, text: StrayCharacters.encode(scalars)) }
    }
    if controls > 0 {
      context.flag("control-characters-replaced", at: .page(context.page), count: controls)
    }
  }

  private func tell(_ closed: CJKSpacing.Closed, at subject: Subject, _ context: inout StageContext) {
    if closed.letterSpaces > 0 {
      context.decide("closed-letter-spacing", at: subject, because: Self.letterReason(closed))
    }
    if closed.digitSpaces > 0 {
      context.decide("closed-digit-spaces", at: subject, because: Self.digitReason(closed))
    }
  }

  /// True if the bytes are surely in NFC already.
  private static func isComposed(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.allSatisfy({ $0 < 0x80 }) { return true }
    guard #available(macOS 26, *) else { return false }
    guard var text = try? UTF8Span(validating: bytes.span) else { return false }
    return text.checkForNFC(quickCheck: true)
  }

  fileprivate static let composedReason = "letters and their accents were separate characters"

  fileprivate static func letterReason(_ closed: CJKSpacing.Closed) -> String {
    "\(closed.alone) of \(closed.han) characters stood alone between spaces, as in a line spaced out to fill its column"
  }

  fileprivate static func digitReason(_ closed: CJKSpacing.Closed) -> String {
    "\(closed.digitSpaces) spaces between characters and digits or Latin letters come from the typesetting"
  }
}
