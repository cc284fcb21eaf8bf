import OffprintEvaluation
import OffprintKit

/// The pages of an issue drawn twice: with the articles that were found, and with those that are marked.
struct ComparedPages {
  private let places: ArticlePlaces
  private let colours: ProofColours

  init(_ places: ArticlePlaces, _ colours: ProofColours) {
    self.places = places
    self.colours = colours
  }

  func found(_ page: Int) -> PageDrawing {
    let areas = places.found.enumerated().flatMap { number, unit in
      self.areas(of: unit, on: page, colours.found[number], "\(number + 1)", about(found: number))
    }
    let looks = places.lines[page].map { line in
      PageDrawing.LineLook(
        fill: line.found.map { colours.found[$0] }
          ?? (line.foundRole == nil ? ProofStyle.nothing : ProofStyle.furniture),
        outline: foundOutline(line), isHeading: isHeading(line.foundRole), about: about(line))
    }
    return PageDrawing(page: places.issue.pages[page], areas: areas, looks: looks)
  }

  func marked(_ page: Int) -> PageDrawing {
    let areas = places.marked.enumerated().flatMap { number, unit in
      self.areas(of: unit, on: page, colours.marked[number], "m\(number + 1)", about(marked: number))
    }
    let looks = places.lines[page].map { line in
      let isMasthead = line.markedRole == .masthead || line.markedRole == .furniture
      return PageDrawing.LineLook(
        fill: line.marked.map { colours.marked[$0] } ?? (isMasthead ? ProofStyle.furniture : ProofStyle.unmarked),
        isHeading: isHeading(line.markedRole), about: about(line))
    }
    return PageDrawing(page: places.issue.pages[page], areas: areas, looks: looks)
  }

  private func areas(
    of unit: ArticlePlaces.Unit, on page: Int, _ look: String, _ number: String, _ about: String
  ) -> [PageDrawing.Area] {
    ArticleRuns.runs(of: unit.lines, on: page, in: places.issue).map {
      PageDrawing.Area(run: $0, look: look, number: number, about: about)
    }
  }

  /// The colour that the marked article gives the line, where it is another than the fill.
  private func foundOutline(_ line: ArticlePlaces.Line) -> String? {
    guard let marked = line.marked else { return line.found == nil ? nil : ProofStyle.unmarked }
    let colour = colours.marked[marked]
    return colour == line.found.map { colours.found[$0] } ? nil : colour
  }

  private func isHeading(_ role: Role?) -> Bool {
    [.headline, .subheadline, .overline, .sectionLabel, .masthead].contains(role)
  }

  private func about(_ line: ArticlePlaces.Line) -> String {
    let found = line.found.map { "\($0 + 1)" } ?? (line.foundRole == nil ? "nothing" : "furniture")
    let marked = line.marked.map { "m\($0 + 1)" } ?? (line.markedRole == nil ? "unmarked" : "masthead")
    let roles = [line.foundRole, line.markedRole].map { $0?.rawValue ?? "-" }
    return "found: \(found) (\(roles[0])), marked: \(marked) (\(roles[1]))"
  }

  private func about(found number: Int) -> String {
    let unit = places.found[number]
    let twin = unit.twin.map { "the whole of m\($0 + 1)" } ?? "no marked article"
    return "found \(number + 1), \(unit.type.rawValue), \(twin)\n\(unit.title)"
  }

  private func about(marked number: Int) -> String {
    let unit = places.marked[number]
    let twin = unit.twin.map { "found whole as \($0 + 1)" } ?? "not found"
    return "marked m\(number + 1), \(unit.type.rawValue), \(twin)\n\(unit.title)"
  }
}
