import Foundation
import Testing

@Suite("The manual's pages about formats")
struct FormatPagesTests {
  private static let folder = Command.root.appending(path: "Documentation/Formats")
  private static let remedy = "write them anew with: swift run offprint explain --markdown Documentation/Formats"

  @Test("are those of the command, no more and no fewer")
  func current() throws {
    let scratch = try Scratch()
    let run = try Command.run(["explain", "--markdown", scratch.folder.path])
    #expect(run.status == 0, "\(run.errors)")
    let (made, committed) = (try contents(of: scratch.folder), try contents(of: Self.folder))
    #expect(made.keys.sorted() == committed.keys.sorted(), "\(Self.remedy)")
    for (path, bytes) in made { #expect(committed[path] == bytes, "\(path): \(Self.remedy)") }
  }

  @Test("have a place for each reader and writer, and links that lead to pages")
  func links() throws {
    let pages = try contents(of: Self.folder)
    for (path, bytes) in pages {
      let folder = Self.folder.appending(path: path).deletingLastPathComponent()
      for link in String(decoding: bytes, as: UTF8.self).matches(of: #/\]\(([^)]+\.md)\)/#) {
        let target = folder.appending(path: String(link.1)).standardized
        #expect(FileManager.default.fileExists(atPath: target.path), "\(path) leads to \(link.1)")
      }
    }
    for kind in ["readers", "writers"] {
      let names = try Command.run(["list", kind]).output.split(separator: "\n").compactMap {
        $0.split(separator: " ").first
      }
      for name in names { #expect(pages["\(kind)/\(name).md"] != nil, "\(kind)/\(name).md") }
    }
  }
}
