import OffprintFormats

/// What files are, for people: those that are alike in one folder on one line.
struct IdentityText {
  private let files: [IdentifiedFile]
  private let listsAll: Bool

  init(_ files: [IdentifiedFile], listsAll: Bool) {
    self.files = files
    self.listsAll = listsAll
  }

  private struct Likeness: Hashable {
    var folder: String
    var identity: FileIdentity
    var reader: String?
  }

  var lines: [String] {
    var lines: [String] = []
    for (folder, groups) in folders {
      if !lines.isEmpty { lines.append("") }
      lines.append(folder)
      let rows = groups.map { group in
        (name: name(of: group), what: Self.what(group[0]), reader: group[0].reader.map { "-> \($0)" } ?? "")
      }
      let nameWidth = min(44, rows.map(\.name.count).max() ?? 0)
      for (row, group) in zip(rows, groups) {
        var line = "  " + row.name.padded(to: nameWidth) + "  " + row.what
        if !row.reader.isEmpty { line += "  " + row.reader }
        lines.append(line)
        let more = group[0].identity.oddities.joined(separator: "; ")
        if !more.isEmpty { lines.append("      but: \(more)") }
        if let remark = group[0].remark { lines.append("      \(group[0].isUnread ? "not read" : "note"): \(remark)") }
      }
    }
    return lines
  }

  /// Folders in the order in which they were looked at, each with its groups.
  private var folders: [(folder: String, groups: [[IdentifiedFile]])] {
    var order: [String] = []
    var groups: [String: [[IdentifiedFile]]] = [:]
    var places: [Likeness: Int] = [:]
    for file in files {
      let folder = Self.split(file.path).folder
      if groups[folder] == nil { order.append(folder) }
      let likeness = Likeness(folder: folder, identity: file.identity, reader: file.reader)
      if !listsAll, let place = places[likeness] {
        groups[folder]?[place].append(file)
      } else {
        places[likeness] = groups[folder, default: []].count
        groups[folder, default: []].append([file])
      }
    }
    return order.map { ($0, groups[$0] ?? []) }
  }

  private func name(of group: [IdentifiedFile]) -> String {
    let first = Self.split(group[0].path).name
    return group.count == 1 ? first : "\(first) and \(group.count - 1) more"
  }

  private static func what(_ file: IdentifiedFile) -> String {
    ([file.identity.kind] + (file.identity.profile.isEmpty ? [] : [file.identity.profile.joined(separator: ", ")]))
      .joined(separator: ": ")
  }

  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    count < width ? self + String(repeating: " ", count: width - count) : self
  }
}
