import OffprintKit

/// A notice that an article goes on elsewhere, or comes from elsewhere.
struct JumpNotice: Hashable {
  enum Direction: Hashable { case to, from }
  var direction: Direction
  /// The page named, if it is.
  var page: Int?
}

/// Tells jump lines: `Continued on page 4`, `Suite à la page 2`, `Fortsetzung auf Seite 3`, `下转第四版`.
enum JumpSigns {
  private static let to = Openings([
    "continued on ", "continued in ", "turn to page", "see page", "to be continued on", "suite à la ", "suite page",
    "la suite à la", "voir la suite", "suite en ", "fortsetzung auf ", "fortsetzung siehe", "schluß auf", "schluss auf",
    "vervolg op ", "zie verder", "continúa en ", "pasa a la ", "continua a pag", "segue a pag", "fortsættes ",
    "fortsetter ", "forts. på", "下转", "转第", "下轉", "轉第", "続きは",
  ])
  private static let from = Openings([
    "continued from ", "concluded from", "suite de la ", "suite de ", "fortsetzung von ", "fortsetzung aus ",
    "vervolg van ", "viene de la ", "continua da", "segue da", "fortsat fra", "fortsatt fra", "forts. från", "上接", "接第",
  ])

  /// The notice that a whole line or paragraph consists of; nil for any other text.
  static func notice(in scalars: [Unicode.Scalar]) -> JumpNotice? {
    guard scalars.count >= 3, scalars.count <= 60 else { return nil }
    let bare = scalars.drop {
      $0 == "(" || $0 == "（" || $0 == "[" || $0 == "【" || $0 == "—" || $0 == " " || $0 == "\u{3000}"
    }
    guard from.mayOpen(bare) || to.mayOpen(bare) else { return nil }
    let text = Phrase.lowercased(bare)
    if from.first(of: text) != nil { return JumpNotice(direction: .from, page: page(in: text)) }
    if to.first(of: text) != nil { return JumpNotice(direction: .to, page: page(in: text)) }
    return nil
  }

  /// The first number: digits, a Chinese numeral up to 99, or a Roman one after a word for page.
  static func page(in text: String) -> Int? {
    let digits = text.drop { !$0.isASCII || !$0.isNumber }.prefix { $0.isASCII && $0.isNumber }
    if let number = Int(digits) { return number }
    return chineseNumber(text)
  }

  private static let chineseDigits: [Character: Int] = [
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  private static func chineseNumber(_ text: String) -> Int? {
    let run = text.drop { chineseDigits[$0] == nil && $0 != "十" }.prefix { chineseDigits[$0] != nil || $0 == "十" }
    guard !run.isEmpty else { return nil }
    guard let ten = run.firstIndex(of: "十") else { return run.first.flatMap { chineseDigits[$0] } }
    let tens = run[..<ten].last.flatMap { chineseDigits[$0] } ?? 1
    let ones = run[run.index(after: ten)...].first.flatMap { chineseDigits[$0] } ?? 0
    return tens * 10 + ones
  }
}
