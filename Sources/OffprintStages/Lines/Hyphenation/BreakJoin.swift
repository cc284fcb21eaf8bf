import OffprintModel

extension LineBreak {
  /// The join that a verdict asks for; nil if the line end stays as it is.
  func join(_ verdict: Verdict) -> Join? {
    guard let seam = verdict.seam else { return nil }
    return Join(
      first: first, second: second, seam: seam, markLength: seam == .closed ? 0 : mark.count,
      replacement: replacement(verdict), repeatedMarkLength: repeatedMarkLength, confidence: verdict.confidence)
  }

  /// The word as it should read where the halves and the mark as printed do not make it: `ck` for `k-k`, and a plain
  /// hyphen for a mark that is none, such as `¬`, and no quotation mark within the word.
  private func replacement(_ verdict: Verdict) -> String? {
    if verdict.restoresCk {
      let isCapital = word.last == 0x4B
      return String(decoding: word.dropLast() + [isCapital ? 0x43 : 0x63] + next, as: UTF8.self)
    }
    if verdict.seam == .joined, repeatsQuotationMark, BreakMark.length(atEndOf: next) == 0 {
      return String(decoding: word + next.dropFirst(flaw), as: UTF8.self)
    }
    guard verdict.seam == .hyphenKept || verdict.seam == .suspended, !mark.isEmpty, !hasPrintedHyphen else {
      return nil
    }
    let middle: [UInt8] = verdict.seam == .suspended ? [0x2D, 0x20] : [0x2D]
    return String(decoding: word + middle + next, as: UTF8.self)
  }

  /// True if the second half comes after a quotation mark: old prints set one at the start of each line of a
  /// quotation, and within a word it has no place.
  private var repeatsQuotationMark: Bool {
    guard flaw > 0, let mark = Letters.first(next) else { return false }
    return Self.quotationMarks.contains(mark)
  }

  /// True if the mark is a hyphen as the page has it: `-` and its kin, or the oblique one of Fraktur.
  private var hasPrintedHyphen: Bool {
    if mark.count == 1 { return mark.first == 0x2D }
    return Letters.first(mark).map { Letters.isHyphen($0) && $0 != 0x2D } ?? false && mark.count == 3
  }
}
