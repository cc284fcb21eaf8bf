import Foundation

/// A folder of documents that the command is run on.
struct Corpus {
  let folder: String
  let files: [String]
  let bytes: Int

  init(folder: String, ending: String) throws {
    self.folder = folder
    guard let walk = FileManager.default.enumerator(atPath: folder) else {
      throw BenchmarkError("'\(folder)' is not there")
    }
    files = walk.compactMap { $0 as? String }.filter { $0.lowercased().hasSuffix(ending) }.sorted()
      .map { folder + "/" + $0 }
    guard !files.isEmpty else { throw BenchmarkError("'\(folder)' has no file that ends in \(ending)") }
    bytes = try files.reduce(0) { sum, file in
      sum + ((try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int) ?? 0)
    }
  }

  /// The bundled METS/ALTO delivery so many times, each as an issue of its own, with pages as long as those of a
  /// newspaper are.
  static func deliveries(_ count: Int, below folder: String) throws -> Corpus {
    let sample = "pipelines/samples/mets/petit-lac-journal_1903-02-11"
    let name = (sample as NSString).lastPathComponent
    let mets = try String(contentsOfFile: "\(sample)/\(name)-METS.xml", encoding: .utf8)
    let pages = try FileManager.default.contentsOfDirectory(atPath: "\(sample)/ALTO").map { page in
      (page, LongPage.text(of: try String(contentsOfFile: "\(sample)/ALTO/\(page)", encoding: .utf8), times: 8))
    }
    for number in 1...count {
      let copy = "\(folder)/\(number)"
      try FileManager.default.createDirectory(atPath: "\(copy)/ALTO", withIntermediateDirectories: true)
      // An issue is called as its METS file.
      try mets.write(toFile: "\(copy)/\(name)-\(number)-METS.xml", atomically: false, encoding: .utf8)
      for (page, text) in pages {
        try text.write(toFile: "\(copy)/ALTO/\(page)", atomically: false, encoding: .utf8)
      }
    }
    return try Corpus(folder: folder, ending: ".xml")
  }

  /// The bundled text pages so many times. Each page holds its text eight times, to be as long as a page of a
  /// newspaper is.
  static func textPages(_ count: Int, below folder: String) throws -> Corpus {
    let samples = "pipelines/samples/text"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in try FileManager.default.contentsOfDirectory(atPath: samples) where name.hasSuffix(".txt") {
      let text = try String(contentsOfFile: "\(samples)/\(name)", encoding: .utf8)
      let page = Array(repeating: text, count: 8).joined(separator: "\n")
      for number in 1...count {
        // A name is TITLE_DATE_PAGE: each copy is of a newspaper of its own.
        let own = name.replacing("_", with: "-\(number)_", maxReplacements: 1)
        try page.write(toFile: "\(folder)/\(own)", atomically: false, encoding: .utf8)
      }
    }
    return try Corpus(folder: folder, ending: ".txt")
  }
}
