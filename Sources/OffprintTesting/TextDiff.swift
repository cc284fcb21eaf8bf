/// The lines in which two texts differ, `-` before what was expected and `+` before what came, with up to two equal
/// lines around each place and `…` where more were left out. Empty if the texts are equal.
public func textDiff(expected: String, actual: String) -> String {
  guard expected != actual else { return "" }
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  let new = actual.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  let difference = new.difference(from: old)
  var removed: Set<Int> = []
  var inserted: Set<Int> = []
  for change in difference {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): inserted.insert(offset)
    }
  }
  var rows: [(mark: String, text: String)] = []
  var (i, j) = (0, 0)
  while i < old.count || j < new.count {
    if i < old.count, removed.contains(i) {
      rows.append(("-", old[i]))
      i += 1
    } else if j < new.count, inserted.contains(j) {
      rows.append(("+", new[j]))
      j += 1
    } else {
      rows.append((" ", new[j]))
      i += 1
      j += 1
    }
  }
  return shortened(rows)
}

private func shortened(_ rows: [(mark: String, text: String)]) -> String {
  var isNear = [Bool](repeating: false, count: rows.count)
  for (index, row) in rows.enumerated() where row.mark != " " {
    for near in max(0, index - 2)...min(rows.count - 1, index + 2) { isNear[near] = true }
  }
  var lines: [String] = []
  for (index, row) in rows.enumerated() {
    if isNear[index] {
      lines.append("\(row.mark) \(row.text)")
    } else if lines.last != "…" {
      lines.append("…")
    }
  }
  return lines.joined(separator: "\n")
}
