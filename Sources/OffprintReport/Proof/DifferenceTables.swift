import OffprintEvaluation
import OffprintKit

/// What differs between the found and the marked articles of a document, as tables of HTML that open on a click.
struct DifferenceTables {
  private let places: ArticlePlaces
  private let colours: ProofColours

  init(_ places: ArticlePlaces, _ colours: ProofColours) {
    self.places = places
    self.colours = colours
  }

  var html: String {
    let missed = places.marked.indices.filter { places.marked[$0].twin == nil }
    let wrong = places.found.indices.filter { places.found[$0].twin == nil }
    return section(
      "Marked articles that were not found", missed,
      ["marked", "type", "title", "pages", "lines", "its lines are in"]
    ) { row(places.marked[$0], badge(marked: $0), others: badge(found:), alone: "no article") }
      + section(
        "Found articles that are no marked one", wrong, ["found", "type", "title", "pages", "lines", "holds lines of"]
      ) { row(places.found[$0], badge(found: $0), others: badge(marked:), alone: "nothing marked") }
  }

  private func section(_ title: String, _ numbers: [Int], _ head: [String], row: (Int) -> [String]) -> String {
    guard !numbers.isEmpty else { return "" }
    return
      "<details><summary>\(title): \(numbers.count)</summary>\n\(HTMLText.table([head] + numbers.map(row)))</details>\n"
  }

  private func row(
    _ unit: ArticlePlaces.Unit, _ name: String, others: (Int) -> String, alone: String
  ) -> [String] {
    let shared = unit.shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\(others($0.key)) \($0.value)" }
    let rest = unit.alone > 0 ? ["\(alone) \(unit.alone)"] : []
    let pages = Set(unit.lines.map(\.page)).sorted().map { page in
      "<a href=\"#p\(page + 1)\">\(places.issue.pages[page].number)</a>"
    }
    return [
      name, unit.type.rawValue, HTMLText.escaped(PlainText.cut(unit.title, to: 60)), pages.joined(separator: ", "),
      String(unit.lines.count), (shared + rest).joined(separator: ", "),
    ]
  }

  private func badge(found number: Int) -> String {
    HTMLText.element("span", class: "b \(colours.found[number])", "\(number + 1)")
  }

  private func badge(marked number: Int) -> String {
    HTMLText.element("span", class: "b \(colours.marked[number])", "m\(number + 1)")
  }
}
