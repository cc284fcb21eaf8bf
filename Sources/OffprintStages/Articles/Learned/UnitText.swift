import OffprintKit

/// What the text of a unit tells by its signs, counted in one pass over its bytes.
struct UnitText {
  /// How a text ends.
  enum End: Int {
    case nothing, fullStop, mark, colon, open, plain
  }

  /// Signs that are no space.
  var signs = 0
  var letters = 0
  var capitals = 0
  var figures = 0
  var words = 0
  /// Words that begin with a capital.
  var capitalWords = 0
  /// Full stops, commas, colons and semicolons.
  var stops = 0
  /// Its first letter or figure, past quotes, dashes and marks of lists, is a small letter.
  var startsSmall = false
  var startsWithFigure = false
  var startsWithQuote = false
  var startsWithDash = false
  /// It begins with three signs that are neither letters nor figures, as items of old papers do: `***`.
  var startsWithStar = false
  var end = End.nothing
  /// It ends with a mark that breaks a word.
  var endsBroken = false
  /// It begins with a place and a date: `Lille, 18 novembre.`, `Köln, 7. Juli.`, `LONDON, May 12.`
  var startsWithDate = false
  /// All of it stands in brackets.
  var isBracketed = false
  /// Long words, cut to their first six letters, each once, in the order of their keys.
  private(set) var stems: [WordKey] = []
  var signals = WordSignals()

  /// Of the lines of a unit, in reading order.
  init(_ lines: [Line]) {
    var state = State()
    for line in lines {
      line.utf8.withUnsafeBufferPointer { read($0, &state) }
      close(&state)
      state.last = 0x20
    }
    end = Self.end(state.telling)
    isBracketed = state.first == 0x28 && state.final == 0x29
    endsBroken = lines.last.map { BreakMark.length(atEndOf: $0.utf8) > 0 } ?? false
    signals.settle()
    settleStems()
  }

  private mutating func settleStems() {
    guard stems.count > 1 else { return }
    stems.sort { $0.hash < $1.hash }
    var kept = 1
    for index in 1..<stems.count where stems[index] != stems[kept - 1] {
      stems[kept] = stems[index]
      kept += 1
    }
    stems.removeLast(stems.count - kept)
  }

  /// Letters and figures that are no word signs of their own, of all signs.
  var oddShare: Double { signs == 0 ? 0 : 1 - Double(letters + figures) / Double(signs) }
  var capitalShare: Double { letters == 0 ? 0 : Double(capitals) / Double(letters) }

  private struct State {
    var key = WordKey()
    var length = 0
    var startsCapital = false
    var began = false
    var opening = 0
    /// The first sign, the last one, and the last that is no closing quote or bracket.
    var first: UInt32 = 0
    var final: UInt32 = 0
    var telling: UInt32 = 0
    var last: UInt32 = 0x20
    /// The word before was a number, or the name of a month.
    var afterFigure = false
    var afterMonth = false
    var inFigure = false
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ state: inout State) {
    var index = 0
    while index < bytes.count {
      let (value, length) = Letters.scalar(bytes, index)
      index += length
      guard value != 0x20 else {
        close(&state)
        state.last = value
        continue
      }
      signs += 1
      if state.first == 0 { state.first = value }
      state.final = value
      if !Self.closes(value) { state.telling = value }
      if Letters.isLetter(value) {
        letter(value, &state)
      } else if Letters.isDigit(value) {
        figures += 1
        if !state.began {
          state.began = true
          startsWithFigure = state.opening == 0
        }
        close(&state)
        // In English the month, which has a capital of its own, stands first.
        if state.afterMonth { noteDate(capitals: 2) }
        state.inFigure = true
        if state.last == 0x20 { words += 1 }
      } else {
        if !state.began { opening(value, &state) }
        if value == 0x2E || value == 0x2C || value == 0x3A || value == 0x3B { stops += 1 }
        close(&state)
      }
      state.last = value
    }
  }

  private mutating func letter(_ value: UInt32, _ state: inout State) {
    letters += 1
    let isCapital = Letters.isCapital(value)
    if isCapital { capitals += 1 }
    if !state.began {
      state.began = true
      startsSmall = Letters.isSmall(value)
    }
    if state.length == 0 {
      state.startsCapital = isCapital
      if state.last == 0x20 || state.last == 0x27 || state.last == 0x2019 {
        words += 1
        if isCapital { capitalWords += 1 }
      }
    }
    state.key.add(value)
    state.length += 1
    if state.length == Self.stem { signals.stem = state.key }
  }

  private mutating func opening(_ value: UInt32, _ state: inout State) {
    if state.opening == 0 {
      startsWithDash = value == 0x2D || value == 0x2014 || value == 0x2013 || value == 0x5F
      startsWithQuote = value == 0xAB || value == 0xBB || value == 0x22 || value == 0x201C || value == 0x201E
    }
    state.opening += 1
    startsWithStar = state.opening >= 3
  }

  private mutating func close(_ state: inout State) {
    if state.length > 0 {
      if state.length >= 4 { stems.append(state.length >= Self.stem ? signals.stem : state.key) }
      let months = signals.months
      signals.add(state.key, afterFigure: state.afterFigure)
      state.afterMonth = signals.months > months
      if state.afterMonth, state.afterFigure { noteDate(capitals: 1) }
      state.key = WordKey()
      state.length = 0
      state.afterFigure = false
    } else if state.inFigure {
      state.afterFigure = true
    }
    state.inFigure = false
  }

  /// A day and a month were read: with a place before them they open a report.
  private mutating func noteDate(capitals: Int) {
    guard signs <= Self.dateline, words <= Self.datelineWords, capitalWords >= capitals else { return }
    if !startsSmall, !startsWithFigure { startsWithDate = true }
  }

  private static let stem = 6
  /// A place and a date take no more signs and words than this.
  private static let dateline = 40
  private static let datelineWords = 6

  private static func closes(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0x29, 0x5D, 0xBB, 0x201D, 0x2019, 0x203A: true
    default: false
    }
  }

  private static func end(_ value: UInt32) -> End {
    switch value {
    case 0: .nothing
    case 0x2E: .fullStop
    case 0x21, 0x3F, 0x2026: .mark
    case 0x3A: .colon
    case 0x2C, 0x3B, 0x2D, 0x2014, 0x2013, 0xAD, 0xAC, 0x2E17, 0x3D: .open
    default: .plain
    }
  }
}
