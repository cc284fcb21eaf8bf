import OffprintDiagnostics

/// A part of a pipeline file with its place. Scalars are texts as written; their types come from what they are for.
struct PipelineNode {
  indirect enum Content {
    case scalar(String)
    case list([PipelineNode])
    case map([Entry])
  }

  struct Entry {
    var key: String
    var keyPlace: SourcePlace
    var value: PipelineNode
  }

  var content: Content
  var place: SourcePlace
  /// How far the text of a scalar stands from its place: 1 inside quotes; nil where the file
  /// writes it otherwise (escapes, several lines).
  var textOffset: Int?

  var scalar: String? { if case .scalar(let text) = content { text } else { nil } }
  var entries: [Entry]? { if case .map(let entries) = content { entries } else { nil } }
  var list: [PipelineNode]? { if case .list(let nodes) = content { nodes } else { nil } }

  /// What it is, in words for messages.
  var kindWords: String {
    switch content {
    case .scalar(let text): text.isEmpty ? "an empty value" : "a single value"
    case .list: "a list"
    case .map: "a set of keys"
    }
  }

  /// True where a key has nothing behind it, not even quotes.
  var isNothing: Bool { scalar == "" && textOffset == 0 }

  subscript(key: String) -> PipelineNode? { entries?.first { $0.key == key }?.value }

  /// The place of a part of a scalar, from its `offset`th code point on.
  func place(at offset: Int, length: Int) -> SourcePlace {
    guard let textOffset, let column = place.column else { return place }
    var part = place
    part.column = column + textOffset + offset
    part.length = max(1, length)
    return part
  }
}
