/// How many lines of a column to expect in a row of a text page.
///
/// Rows are not as high as lines: those that stand a little higher or lower in their columns fall into one row or into
/// two. What a column has got in the rows above tells what is due: after a row without a line of it two may come at
/// once, after a row with one hardly ever.
enum TextRhythm {
  /// What it costs that so many lines stand in a row, when so many are due. The tables are in quarters of a line.
  static func cost(_ count: Int, due: Double) -> Double {
    switch count {
    case 0: return value(none, due)
    case 1: return value(one, due)
    default:
      let surplus = Double(count) - due
      return surplus >= 0 ? min(6, 1 + 3 * max(0, surplus - 0.1)) : 1 - 0.5 * surplus
    }
  }

  /// No column has more than this due besides what the row's own height brings: the rest was white space.
  static let mostOverdue = 1.2

  private static let none = [0.2, 0.4, 0.8, 1.6, 3, 2.2, 2, 2.2, 2.5, 3]
  private static let one = [2, 1.2, 0.6, 0.3, 0.05, 0.3, 0.4, 0.5, 0.8]

  private static func value(_ table: [Double], _ due: Double) -> Double {
    let place = max(0, min(Double(table.count - 1) - 0.001, due * 4))
    let index = Int(place)
    return table[index] + (table[index + 1] - table[index]) * (place - Double(index))
  }
}
