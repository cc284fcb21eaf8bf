import OffprintModel

/// The broken words of an article, as the record lists them.
extension ArticleRecord {
  /// Lines that simply meet, with a space or without one, are not listed.
  func joins(_ record: inout JSONRecord) {
    let issue = index.issue
    let broken = BrokenWord.all(in: issue.articles[place], of: issue)
    record.array("joins", broken) { record, word in
      record.object { record in
        record.object("first") { record in
          record.text("line", name(of: word.join.first))
          record.text("text", word.first)
        }
        record.object("second") { record in
          record.text("line", name(of: word.join.second))
          record.text("text", word.second)
        }
        record.member("seam", word.join.seam.rawValue)
        record.text("word", word.word)
        record.share("confidence", word.join.confidence)
      }
    }
    guard lineEnds == .both else { return }
    record.array("halves", broken.flatMap { [$0.first, $0.second] }) { $0.element($1) }
  }
}
