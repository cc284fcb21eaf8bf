import OffprintModel

extension Page {
  /// Tables of several blocks, of what stands in each element of the source that is one: pictures and rules in them,
  /// which are blocks of their own, are none of the table.
  func tables(of elements: [[Int]]) -> [[Int]] {
    elements.map { $0.filter { blocks[$0].kind == .table } }.filter { $0.count > 1 }
  }
}
