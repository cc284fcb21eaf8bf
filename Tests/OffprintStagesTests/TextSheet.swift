/// A text page printed for a test: each line of type at its row and cell, pushed aside where the one before it in the
/// row is too long, as the programs that print such pages do.
struct TextSheet {
  private var rows: [Int: [(cell: Int, text: String)]] = [:]

  /// Puts a line at a row, counted from 1, and a cell, counted from 0.
  mutating func put(_ text: String, row: Int, cell: Int) {
    rows[row, default: []].append((cell, text))
  }

  /// Puts lines under each other, leaning by so many cells a row.
  mutating func put(_ lines: [String], row: Int, cell: Int, lean: Double = 0) {
    for (rank, line) in lines.enumerated() {
      put(line, row: row + rank, cell: cell + Int((lean * Double(row + rank)).rounded()))
    }
  }

  var text: String {
    (1...(rows.keys.max() ?? 1)).map { row in
      var printed = ""
      for line in rows[row, default: []].sorted(by: { $0.cell < $1.cell }) {
        let start = max(line.cell, printed.isEmpty ? 0 : printed.unicodeScalars.count + 2)
        printed += String(repeating: " ", count: start - printed.unicodeScalars.count) + line.text
      }
      return printed
    }.joined(separator: "\n")
  }

  /// A text broken to a measure, words at line ends broken too.
  static func set(_ text: String, measure: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      let last = lines[lines.count - 1]
      let room = measure - last.count - (last.isEmpty ? 0 : 1)
      if word.count <= room {
        lines[lines.count - 1] += (last.isEmpty ? "" : " ") + word
      } else if room >= 4, word.count >= 7 {
        lines[lines.count - 1] += (last.isEmpty ? "" : " ") + word.prefix(room - 1) + "-"
        lines.append(String(word.dropFirst(room - 1)))
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  static let harbour = """
    The harbour master has let it be known that no vessel is to lie at the north quay before the new piles are driven, \
    and that the masters of the coasting vessels must find room at the south quay or in the river. Several of the \
    masters have answered that there is no room in the river, and that the south quay belongs to the timber merchants, \
    who have covered it with their planks from end to end. The harbour master is said to have replied that planks can \
    be carried away by men as well as by the sea, and that the sea will not ask the merchants first.
    """

  static let school = """
    At the village school the children were examined on Thursday in reading, writing and the use of the globes. The \
    globe having been lost in the fire of last winter, a pumpkin was made to serve, on which the schoolmaster had \
    painted the continents with great care. The youngest class found every capital but one. The examiner declared \
    himself content, and remarked that he had seen worse globes in better schools; afterwards the children ate the \
    southern hemisphere, and the northern one was kept for the following day.
    """

  static let theatre = """
    The company of players that arrived on Monday gave its first evening in the great barn behind the inn, before a \
    house so full that the hayloft had to be opened to the public. The piece was received with the warmest applause, \
    although the moon refused to rise in the third act and had to be held up by the prompter. On Saturday they will \
    give the same piece with a new moon, for which the carpenter has been paid beforehand; whoever has a lantern to \
    lend is asked to bring it to the stage door.
    """
}
