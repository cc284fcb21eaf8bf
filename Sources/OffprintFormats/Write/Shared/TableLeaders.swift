import OffprintModel

extension Page {
  /// For each block of a table that is several blocks the first of them, under which all are written as one table. A
  /// block in another part of the page stands by itself.
  var tableLeaders: [Int: Int] {
    var leaders: [Int: Int] = [:]
    for table in tables {
      let own = table.filter { blocks[$0].kind == .table }.sorted()
      for block in own {
        leaders[block] = leaders[block] ?? own.first { blocks[$0].region == blocks[block].region }
      }
    }
    return leaders
  }
}
