import OffprintKit

/// Archives and packed files: the first byte says what the input is called and thereby what it is taken for, the rest
/// is the file. Everything in it is listed, looked at and read, archives in it too.
struct ArchiveTarget: FuzzTarget {
  private static let endings = [
    "zip", "tar", "tar.gz", "tar.bz2", "tar.xz", "tar.zst", "xml.gz", "xml.bz2", "xml.xz", "xml.zst",
  ]
  /// What one input may unpack to: limits of the ratio hold for each file, and an archive may have many.
  private static let mostFiles = 2000

  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  func take(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let ending = Self.endings[Int(first &- UInt8(ascii: "0")) % Self.endings.count]
    // What is known of an archive is kept by its name, size and time, and the clock of a file system is coarse.
    let sum = bytes.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    let name = "fuzzed-\(sum).\(ending)"
    folder.write(name, Array(bytes.dropFirst()))
    defer { folder.remove(name) }
    visit("\(folder.path)/\(name)")
  }

  private func visit(_ path: String) {
    guard SourceTree.isArchive(path) else { return read(path) }
    let inside = SourceTree.folder(of: path)
    do { _ = try SourceTree.names(in: inside) } catch { demandMessages(error, of: "listing the archive") }
    show(SourceTree.findings(inArchive: inside).messages)
    for file in SourceTree.files(below: inside).prefix(Self.mostFiles) {
      if file.hasPrefix("/") || file.split(separator: "/").contains("..") {
        finding("'\(file)' leads out of the archive")
      }
      visit("\(inside)/\(file)")
    }
  }

  private func read(_ path: String) {
    do {
      let head = try SourceFile.head(path, count: 64)
      let whole = try SourceFile.read(path)
      if !whole.starts(with: head) { finding("the head of '\(path)' is not its beginning") }
      if whole.count > SourceFile.largestInput { finding("'\(path)' is larger than any input may be") }
    } catch {
      demandMessages(error, of: "reading a file of the archive")
    }
  }
}
