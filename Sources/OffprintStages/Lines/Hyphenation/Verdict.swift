import OffprintModel

/// What is to become of a line end, and why.
struct Verdict {
  /// Nil if the line end stays as it is: a space follows.
  var seam: Seam?
  var reason: Reason
  /// 0...1. Figures of the rules, put in order by how often each was right; not probabilities.
  var confidence: Double
  /// True if `k-k` stands for `ck`.
  var restoresCk = false

  init(_ seam: Seam?, _ reason: Reason, _ confidence: Double, restoresCk: Bool = false) {
    self.seam = seam
    self.reason = reason
    self.confidence = confidence
    self.restoresCk = restoresCk
  }

  static func joined(_ reason: Reason, _ confidence: Double) -> Verdict { Verdict(.joined, reason, confidence) }
  static func kept(_ reason: Reason, _ confidence: Double) -> Verdict { Verdict(.hyphenKept, reason, confidence) }
  static func left(_ reason: Reason, _ confidence: Double) -> Verdict { Verdict(nil, reason, confidence) }

  /// The stage's word for the choice.
  var choice: String { seam?.rawValue ?? "left" }

  enum Reason {
    case alone, punctuationBefore, punctuationAfter, noWordAfter, numbers, numberBefore, numberCut
    case elsewhere, dashLike
    case unspaced, unspacedNumber
    case suspended
    case joinedForm(Int), hyphenatedForm(Int), joinedInBatch(Int), hyphenatedInBatch(Int), inWordList, inDictionary
    case link, clitic, prefix, compound, numeral, words, plainAmongSoft, compoundPart
    case capitals, capitalAfter, noCompound, syllable, ck, flaw
    case source, sourceKeepsHyphen, marked, common
    case lostHyphen(Int), lostHyphenInBatch(Int)
  }
}

extension LineBreak {
  /// The reason in words, for a person who asks.
  func sentence(_ reason: Verdict.Reason) -> String {
    let head = String(decoding: head, as: UTF8.self)
    let tail = String(decoding: tail, as: UTF8.self)
    let next = String(decoding: next, as: UTF8.self)
    switch reason {
    case .alone: return "the mark stands alone, so it is a dash"
    case .punctuationBefore: return "the mark follows punctuation, so it is a dash"
    case .punctuationAfter: return "punctuation follows the mark, so the hyphen is the word's own"
    case .noWordAfter: return "'\(next)' does not begin with a letter, so no word goes on"
    case .numbers: return "the mark stands between numbers"
    case .numberBefore: return "the mark follows a number, so no word was broken"
    case .numberCut: return "a number was cut after its separator"
    case .elsewhere: return "the source says that the word goes on, but not with '\(next)'"
    case .dashLike: return "the mark may be a dash, and '\(head)' or '\(tail)' is a word of its own"
    case .unspaced: return "this writing has no spaces between words"
    case .unspacedNumber: return "a number was cut in writing without spaces"
    case .suspended: return "'\(tail)' follows a suspended hyphen"
    case .joinedForm(let count): return "'\(head)\(tail)' occurs \(Self.times(count)) in the issue"
    case .hyphenatedForm(let count): return "'\(head)-\(tail)' occurs \(Self.times(count)) in the issue"
    case .joinedInBatch(let count): return "'\(head)\(tail)' occurs \(Self.times(count)) in the batch"
    case .hyphenatedInBatch(let count): return "'\(head)-\(tail)' occurs \(Self.times(count)) in the batch"
    case .inWordList: return "the word list has it so"
    case .inDictionary: return "the dictionary has '\(head)\(tail)'"
    case .link: return "a short word between hyphens joins a compound"
    case .clitic: return "'\(tail)' is joined to '\(head)' by a hyphen"
    case .prefix: return "'\(head)' keeps its hyphen as a first part"
    case .compound: return "'\(head)-\(tail)' is always written with a hyphen"
    case .plainAmongSoft: return "broken words have a mark of their own here, so a plain hyphen is the word's own"
    case .compoundPart: return "'\(head)\(tail)' is the last part of a compound"
    case .words: return "'\(head)' and '\(tail)' are words of the issue, '\(head)\(tail)' is none"
    case .numeral: return "numerals are compounded with a hyphen"
    case .capitals: return "both halves are in capitals"
    case .capitalAfter: return "'\(tail)' begins with a capital, so the parts are words of their own"
    case .noCompound:
      return "'\(tail)' begins with a capital and '\(head)' is no word of the issue, so the halves do not meet here"
    case .flaw: return "a character at the mark is taken for a flaw, since a word is broken there"
    case .syllable: return "'\(head)' is a first syllable and no word"
    case .ck: return "'ck' is broken as 'k-k'"
    case .source: return "the source has the halves as one word"
    case .sourceKeepsHyphen: return "the source has the hyphen, and both parts are words of the issue"
    case .marked: return "the source marks a broken word"
    case .common: return "a hyphen between small letters at a line's end breaks a word"
    case .lostHyphen(let count):
      return "'\(head)\(tail)' occurs \(Self.times(count)) in the issue, its halves never inside a line"
    case .lostHyphenInBatch(let count):
      return "'\(head)\(tail)' occurs \(Self.times(count)) in the batch, its halves never inside a line"
    }
  }

  private static func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }
}
