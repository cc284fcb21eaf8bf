import Foundation

/// Makes a long page of a short one: the bundled ALTO pages hold a tenth of the text that a page of a newspaper has.
///
/// The page becomes so many times as high, and every block of four lines or more has its lines so many times, one
/// below the other. Ids of blocks stay, so that the METS file still fits. An ALTO file with each tag on a line of its
/// own is taken for granted, as the samples are.
struct LongPage {
  private let times: Int
  private var out: [String] = []
  /// The open block, and its lines as they stand.
  private var block: (top: Int, height: Int)?
  private var lines: [String] = []

  static func text(of page: String, times: Int) -> String {
    var long = LongPage(times: times)
    for tag in page.split(separator: "\n", omittingEmptySubsequences: false) { long.take(String(tag)) }
    return long.out.joined(separator: "\n")
  }

  private init(times: Int) { self.times = times }

  private mutating func take(_ tag: String) {
    if tag.contains("</TextBlock>") { endBlock() }
    if block != nil {
      lines.append(tag)
    } else {
      out.append(scaled(tag))
      guard tag.contains("<TextBlock "), let top = Self.figure("VPOS", of: tag),
        let height = Self.figure("HEIGHT", of: tag)
      else { return }
      block = (top, height)
    }
  }

  private mutating func endBlock() {
    guard let ended = block else { return }
    let isText = lines.count { $0.contains("<TextLine ") } >= 4
    for copy in 0..<(isText ? times : 1) {
      let down = ended.top * (times - 1) + ended.height * copy
      for tag in lines { out.append(Self.replacing("VPOS", of: tag) { $0 + down }) }
    }
    block = nil
    lines = []
  }

  /// What stands around lines grows with the page.
  private func scaled(_ tag: String) -> String {
    Self.replacing("HEIGHT", of: Self.replacing("VPOS", of: tag) { $0 * times }) { $0 * times }
  }

  private static func range(_ name: String, of tag: String) -> Range<String.Index>? {
    guard let start = tag.firstRange(of: " \(name)=\"")?.upperBound, let end = tag[start...].firstIndex(of: "\"") else {
      return nil
    }
    return start..<end
  }

  private static func figure(_ name: String, of tag: String) -> Int? { range(name, of: tag).flatMap { Int(tag[$0]) } }

  private static func replacing(_ name: String, of tag: String, _ change: (Int) -> Int) -> String {
    guard let range = range(name, of: tag), let old = Int(tag[range]) else { return tag }
    return tag.replacingCharacters(in: range, with: String(change(old)))
  }
}
