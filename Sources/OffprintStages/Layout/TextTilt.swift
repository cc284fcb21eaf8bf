/// How far the columns of a text page lean: the scan was tilted, and cells keep that.
struct TextTilt {
  /// Units to the right for each row down.
  private let slope: Double
  private let middle: Double

  /// Slopes that are tried, in steps. The steepest is some seven degrees where a row is as high as two cells are wide.
  private static let step = 0.006
  private static let steps = 20

  /// The slope at which lines that were not pushed begin at the same few places most often.
  init(_ pieces: TextPieces) {
    middle = Double((pieces.all.last?.row ?? 0) / 2)
    let free = pieces.all.filter { !$0.isPushed && $0.width >= 6 }
    let margin = Int(Double(Self.steps) * Self.step * middle) + 4
    var counts = [Int](repeating: 0, count: (free.map(\.left).max() ?? 0) + 2 * margin + 2)
    var best = (quality: -1.0, slope: 0.0)
    // The upright first, so that it wins where nothing speaks against it.
    for step in (-Self.steps...Self.steps).sorted(by: { (abs($0), $0) < (abs($1), $1) }) {
      let slope = Double(step) * Self.step
      for index in counts.indices { counts[index] = 0 }
      for piece in free {
        counts[piece.left + margin - Int((slope * (Double(piece.row) - middle)).rounded())] += 1
      }
      var sum = 0
      for index in counts.indices.dropLast() where counts[index] > 0 {
        let pair = counts[index] + counts[index + 1]
        sum += pair * pair
      }
      let quality = Double(sum) * (1 - 0.002 * Double(abs(step)))
      if quality > best.quality { best = (quality, slope) }
    }
    slope = best.slope
  }

  /// How far right of its upright place everything in a row stands.
  func shift(inRow row: Int) -> Int { Int((slope * (Double(row) - middle)).rounded()) }

  /// The furthest that anything is shifted.
  var margin: Int { Int(abs(slope) * middle) + 2 }
}
