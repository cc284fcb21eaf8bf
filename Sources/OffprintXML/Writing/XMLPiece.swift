/// Elements that libxml2 gets in one piece: the words of a line, say.
///
/// libxml2's writer takes four allocations for an element and a copy for each part of its tags, which is more than
/// all that a page of some thousand words needs besides. Elements open and close in pairs here as they do there, since
/// only `XMLWriter` calls this.
struct XMLPiece {
  let value: XMLValue
  /// Elements that are open.
  private var names: [StaticString] = []
  /// True if the last start tag has no `>` yet.
  private var isTagOpen = false

  init(isASCII: Bool) { value = XMLValue(buffer: XMLBuffer(), isASCII: isASCII) }

  /// Begins an element, up to where its attributes stand.
  mutating func start(_ name: StaticString, _ prefixes: XMLPrefixes) {
    endTag()
    names.append(name)
    value.add("<")
    prefixes.withName(name) { value.buffer.append($0) }
    isTagOpen = true
  }

  mutating func end(_ prefixes: XMLPrefixes) {
    guard let name = names.popLast() else { return }
    if isTagOpen {
      value.add("/>")
    } else {
      value.add("</")
      prefixes.withName(name) { value.buffer.append($0) }
      value.add(">")
    }
    isTagOpen = false
  }

  /// Adds a text; an element with an empty one is as one without any.
  mutating func add(_ text: some Sequence<UInt8>) {
    let start = value.buffer.count
    let wasOpen = isTagOpen
    endTag()
    let contentStart = value.buffer.count
    value.add(text, in: .content)
    guard value.buffer.count == contentStart else { return }
    value.buffer.remove(from: start)
    isTagOpen = wasOpen
  }

  /// Ends the start tag, where content follows.
  mutating func endTag() {
    if isTagOpen { value.add(">") }
    isTagOpen = false
  }
}
