/// How likely articles begin with each of the units in a row, when the answer depends on whether the article so far has
/// text: a Markov chain of two states, gone through once (the forward pass of a maximum-entropy Markov model; McCallum,
/// Freitag and Pereira, ICML 2000).
struct BeginChain {
  /// For each unit the probability that an article begins with it.
  private(set) var chances = LikelyArticles.Chances()
  /// For each unit the probability that the article before it has text by then.
  private(set) var hasText: [Double] = []

  /// - Parameter answer: how likely an article begins with a unit, given whether the article before it has text.
  init(_ units: [MeasuredUnit], answer: (_ unit: Int, _ hasText: Bool) -> Double) {
    var text = 1.0
    for index in units.indices {
      hasText.append(text)
      let afterText = text > Self.least ? answer(index, true) : 0
      let afterHeading = 1 - text > Self.least ? answer(index, false) : 0
      chances.afterText.append(afterText)
      chances.afterHeading.append(afterHeading)
      let newAfterText = text * afterText
      chances.begins.append(newAfterText + (1 - text) * afterHeading)
      // What goes on after text has text; all else has it if the unit is text.
      text = units[index].isText ? 1 : text - newAfterText
    }
  }

  /// States that are less likely are not asked about.
  private static let least = 0.002
}
