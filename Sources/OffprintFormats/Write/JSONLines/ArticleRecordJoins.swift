import OffprintModel
import OffprintXML

/// The broken words of an article, as the record lists them.
extension ArticleRecord {
  /// Lines that simply meet, with a space or without one, are not listed.
  func joins(_ record: inout JSONRecord) {
    let issue = index.issue
    let broken = issue.articles[place].components.flatMap { component in
      component.lines.compactMap { ref -> Join? in
        guard let join = issue.joins[ref], join.markLength > 0 || join.replacement != nil else { return nil }
        return join.seam == .space || join.seam == .closed ? nil : join
      }
    }
    record.array("joins", broken) { record, join in
      let first = half(issue[line: join.first].utf8, isFirst: true)
      let second = half(issue[line: join.second].utf8.dropFirst(join.repeatedMarkLength), isFirst: false)
      record.object { record in
        record.object("first") { record in
          record.member("line", issue.lineName(join.first))
          record.text("text", first)
        }
        record.object("second") { record in
          record.member("line", issue.lineName(join.second))
          record.text("text", second)
        }
        record.member("seam", join.seam.rawValue)
        record.text("word", word(of: join, first, second))
        record.share("confidence", join.confidence)
      }
    }
  }

  private func half(_ line: ArraySlice<UInt8>, isFirst: Bool) -> [UInt8] {
    let words = line.split(separator: 0x20)
    return XMLText.cleaned((isFirst ? words.last : words.first) ?? []).bytes
  }

  private func word(of join: Join, _ first: [UInt8], _ second: [UInt8]) -> [UInt8] {
    if let whole = join.replacement { return XMLText.cleaned(whole.utf8).bytes }
    return switch join.seam {
    case .joined: Array(first.dropLast(join.markLength)) + second
    case .hyphenKept, .closed: first + second
    case .suspended, .space: first + [0x20] + second
    }
  }
}
