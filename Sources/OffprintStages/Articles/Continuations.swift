import OffprintKit

/// Joins the parts of articles that stand on several pages: by jump lines, and by texts that break off at the end of a
/// page and go on without a headline at the top of the next.
enum Continuations {
  static func joined<Piece: JoinablePiece>(
    _ drafts: [Piece], _ issue: Issue, _ context: inout StageContext
  ) -> [Piece] {
    var result = drafts
    var moved: Set<Int> = []
    for index in drafts.indices {
      guard let origin = origin(of: index, in: result, moved, issue) else { continue }
      result[origin.index].append(result[index])
      moved.insert(index)
      if let line = drafts[index].firstLine {
        context.decide("continued", at: .line(line), because: origin.reason)
      }
    }
    return result.indices.filter { !moved.contains($0) }.map { result[$0] }
  }

  private static func origin<Piece: JoinablePiece>(
    of index: Int, in drafts: [Piece], _ moved: Set<Int>, _ issue: Issue
  ) -> (index: Int, reason: String)? {
    let draft = drafts[index]
    let page = draft.firstPage
    let earlier = drafts.indices.filter { $0 < index && !moved.contains($0) && drafts[$0].firstPage < page }
    if let from = draft.notice(.from) {
      let named = earlier.filter { from.page == nil || issue.pages[drafts[$0].lastPage].number == from.page }
      guard let best = best(among: named, drafts, draft) else { return nil }
      return (best, "its jump line says so, and it shares most words with the article it is joined to")
    }
    let pointing = earlier.filter { candidate in
      guard let to = drafts[candidate].notice(.to), drafts[candidate].lastPage < page else { return false }
      return to.page.map { $0 == issue.pages[page].number } ?? (drafts[candidate].lastPage == page - 1)
    }
    if let best = best(among: pointing, drafts, draft), draft.likeness(to: drafts[best]) >= 0.5, draft.hasHeadline {
      return (best, "a jump line points to this page, and its headline shares words with the article")
    }
    // No headline at the top of the page, and the page before ends in the middle of a sentence.
    guard draft.startsWithText, !draft.hasHeadline, index > 0, drafts[index - 1].firstPage < page,
      let before = drafts.indices.last(where: { $0 < index && !moved.contains($0) && drafts[$0].lastPage == page - 1 }),
      drafts[before].endsMidSentence, drafts[before].notice(.to) == nil
    else { return nil }
    return (before, "the page before ends in the middle of a sentence, and this page begins without a headline")
  }

  private static func best<Piece: JoinablePiece>(
    among candidates: [Int], _ drafts: [Piece], _ draft: Piece
  ) -> Int? {
    func rank(_ index: Int) -> Double {
      draft.likeness(to: drafts[index]) + (drafts[index].notice(.to) == nil ? 0 : 1)
    }
    return candidates.map { (index: $0, rank: rank($0)) }.max { ($0.rank, $1.index) < ($1.rank, $0.index) }?.index
  }
}
