import OffprintKit
import OffprintModel

/// What the name of a file or folder says of an issue: `luxzeit_1858-12-07` is a title and a date.
struct IssueName: Hashable {
  var title: String?
  var date: IssueDate?

  /// Takes `{title}_{date}` apart; else only looks for a date, `YYYY-MM-DD` or `YYYYMMDD`, anywhere in the name.
  init(_ name: String) {
    let name = SourceTree.plainName(name)
    if let mark = name.lastIndex(of: "_"), mark > name.startIndex {
      let date = String(name[name.index(after: mark)...])
      if Self.isWholeDate(date[...]), let date = IssueDate(date) {
        self.title = String(name[..<mark])
        self.date = date
        return
      }
    }
    date = Self.dates(in: name).first
  }

  /// Calendar dates with day in a name, from the left; a longer run of digits is not one.
  private static func dates(in name: String) -> [IssueDate] {
    let runs = name.split { !($0 == "-" || ("0"..."9").contains($0)) }
    return runs.flatMap { run in
      let parts = run.split(separator: "-", omittingEmptySubsequences: true)
      // Eight digits between letters are a part of an identifier, `bpt6k18991231x`.
      let isInWord = isLetter(before: run.startIndex, in: name) && isLetter(at: run.endIndex, in: name)
      var found = isInWord ? [] : parts.filter { isWholeDate($0) }.compactMap { IssueDate(String($0)) }
      for index in parts.indices.dropLast(2) {
        let date = parts[index...(index + 2)].joined(separator: "-")
        if isWholeDate(date[...]), let date = IssueDate(date) { found.append(date) }
      }
      return found
    }
  }

  private static func isLetter(before index: String.Index, in name: String) -> Bool {
    index > name.startIndex && name[name.index(before: index)].isLetter
  }

  private static func isLetter(at index: String.Index, in name: String) -> Bool {
    index < name.endIndex && name[index].isLetter
  }

  /// True for the shapes `YYYY-MM-DD` and `YYYYMMDD`, with a year that newspapers can have.
  static func isWholeDate(_ text: Substring) -> Bool {
    let shape = text.map { ("0"..."9").contains($0) ? "0" : $0 }
    guard shape == Array("0000-00-00") || shape == Array("00000000") else { return false }
    return (1500...2199).contains(Int(text.prefix(4)) ?? 0)
  }

  /// What the name of a folder says, however the way to it is written.
  init(ofFolder path: String) { self.init(FilePath.last(FilePath.absolute(path))) }

  /// An id for the issue in a folder, the same however the way to it is written.
  static func id(ofFolder path: String) -> String { id(fromEndOf: FilePath.absolute(path)) }

  /// An id for an issue that is one file: its name, with its folder's in front if it is a date or a page's number and
  /// no more, as every folder beside it may have one.
  ///
  /// - Parameter name: of the file, without endings.
  static func id(ofFile name: String, in folder: String) -> String {
    saysLittle(name) ? "\(id(ofFolder: folder))-\(name)" : name
  }

  /// `0001`, `p12`, `page_3`, `1888-04-12`.
  private static func saysLittle(_ name: String) -> Bool {
    if isWholeDate(name[...]) { return true }
    let digits: ClosedRange<Character> = "0"..."9"
    let number = name.drop { !digits.contains($0) }
    guard !number.isEmpty, number.allSatisfy({ digits.contains($0) }), number.count < 6 || number.first == "0" else {
      return false
    }
    let word = name.dropLast(number.count).lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    return word.isEmpty || pageWords.contains(word)
  }

  private static let pageWords: Set<String> = ["p", "pg", "page", "s", "seite", "img", "image", "scan", "f", "folio"]

  /// An id from the end of a path: names that say nothing by themselves, such as `ALTO`, are left out, and short ones
  /// such as `0217`, and those that are no more than a date, get the name of the folder above put in front.
  static func id(fromEndOf path: String) -> String {
    var id = ""
    for part in path.split(separator: "/").reversed().map({ SourceTree.plainName(String($0)) })
    where part != "." && part != ".." {
      if id.isEmpty, layers.contains(part.lowercased()) { continue }
      id = id.isEmpty ? part : "\(part)-\(id)"
      if id.utf8.count >= 6, !isWholeDate(id[...]) { break }
    }
    return id.isEmpty ? "issue" : id
  }

  /// Folders that hold one kind of file of an issue and do not name it.
  private static let layers: Set<String> = [
    "alto", "altos", "xml", "ocr", "text", "fulltext", "page", "pages", "data", "toc", "mets", "content",
  ]
}
