/// All targets by name, each with how to make it.
package func fuzzTargets() -> [String: () throws -> any FuzzTarget] {
  var all: [String: () throws -> any FuzzTarget] = [
    "pipeline": { try PipelineTarget() }, "article-model": { try ArticleModelTarget() },
    "archives": { try ArchiveTarget() },
  ]
  // The bytes of a PDF go to programs of poppler, each in a process of its own.
  for name in Parts.registry.readers.keys where name != "pdf" { all[name] = { try ReaderTarget(reader: name) } }
  return all
}
