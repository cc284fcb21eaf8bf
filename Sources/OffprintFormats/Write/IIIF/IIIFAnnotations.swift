import OffprintModel

/// The texts of a page as annotations of its canvas, in the order in which they are read.
struct IIIFAnnotations {
  let names: IIIFNames
  let page: Int
  let grain: IIIFText

  private var issue: Issue { names.issue }

  private struct Note {
    var text: String
    var box: Box
    var language: String?
  }

  /// Members of an AnnotationPage.
  func write(_ record: inout JSONRecord) {
    record.member("id", names.annotations(page))
    record.member("type", "AnnotationPage")
    record.array("items", notes.enumerated()) { record, item in
      let (number, note) = item
      record.object { record in
        record.member("id", "\(names.annotations(page))#a\(number + 1)")
        record.member("type", "Annotation")
        record.member("motivation", "supplementing")
        record.member("textGranularity", grain == .lines ? "line" : "paragraph")
        record.object("body") { record in
          record.member("type", "TextualBody")
          record.member("value", note.text)
          record.member("format", "text/plain")
          record.member("language", note.language)
        }
        record.member("target", names.target(page, note.box))
      }
    }
  }

  private var notes: [Note] {
    issue.articles.flatMap { article -> [Note] in
      let language = LanguageTag.usable(issue.language(of: article))
      return article.components.flatMap { component -> [Note] in
        let lines = component.lines.filter { $0.page == page && !issue[line: $0].isEmpty }
        let runs = grain == .lines ? lines.map { [$0] } : Self.runs(of: lines, in: issue)
        return runs.map { run in
          let text = grain == .lines ? RunningText(printed: run, in: issue) : RunningText(of: run, in: issue)
          return Note(
            text: text.string, box: run.reduce(Box.unknown) { $0.union(issue[line: $1].box) }, language: language)
        }
      }
    }
  }

  /// Lines of one block that follow each other.
  private static func runs(of lines: [LineRef], in issue: Issue) -> [[LineRef]] {
    var runs: [[LineRef]] = []
    for ref in lines {
      if let last = runs.last?.last, issue[line: last].block.index == issue[line: ref].block.index {
        runs[runs.count - 1].append(ref)
      } else {
        runs.append([ref])
      }
    }
    return runs
  }
}
