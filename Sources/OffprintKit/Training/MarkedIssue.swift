import OffprintModel

/// An issue, and what somebody marked in it, line by line: what a stage learns from.
public struct MarkedIssue: Sendable {
  /// With its reading order and paragraphs, and nothing in it of what is marked.
  public var issue: Issue
  /// By page and line; nil for lines that nobody marked.
  public var marks: [[LineMark?]]

  public init(issue: Issue, marks: [[LineMark?]]) {
    self.issue = issue
    self.marks = marks
  }

  /// What is marked of a line.
  public subscript(line ref: LineRef) -> LineMark? { marks[ref.page][ref.line] }
}

/// What somebody marked a line as.
public struct LineMark: Hashable, Sendable {
  /// The number of the article, advertisement or other unit that the line belongs to.
  public var unit: Int
  /// What kind of unit that is.
  public var type: ArticleType
  public var role: Role

  public init(unit: Int, type: ArticleType, role: Role) {
    self.unit = unit
    self.type = type
    self.role = role
  }
}
