/// The pipeline file that `offprint new pipeline` writes.
struct PipelineTemplate {
  var name: String
  /// The name of the reader.
  var reader: String

  private var words: String {
    switch reader {
    case "text-pages": "Text pages"
    case "alto": "ALTO pages"
    case "mets-alto": "METS/ALTO issues"
    default: "What '\(reader)' reads"
    }
  }

  var text: String {
    """
    # \(name): what to read, what to do with it, what to write.
    #   offprint check FILE               finds mistakes in this file
    #   offprint test FILE                runs the tests at its end
    #   offprint explain dehyphenate      tells what a stage does and what can be set
    offprint: 1
    name: \(name)
    about: "\(words), to one NewsML-G2 item and one record for each article."

    vars:
      input: { type: path, help: "The delivery as it came: a folder, or one file." }
      out: { type: output, help: Where the articles and the record of the run go. }

    # Who hands the articles on, and under which terms: no source says so, and 'offprint check' asks for it.
    #   offprint explain publication      has all that can be stated
    # publication:
    #   provider: NAME OF YOUR INSTITUTION
    #   authority: "YOUR-DOMAIN,YEAR"
    #   rights: { statement: URI }

    # A file, a folder (with all below it), or a pattern such as "${input}/**/*.xml".
    read: { format: \(reader), from: "${input}" }

    # on_error: stop, skip or quarantine. What fails is never written.
    run: { on_error: quarantine, folder: "${out}" }

    # In this order. Settings stand under `with:`, as in
    #   - { stage: dehyphenate, with: { … } }
    stages:
      - normalise-text
      - reflow-columns
      - segment-articles
      - dehyphenate

    checks:
      - { check: lines-accounted-for, limit: 0 lost, else: quarantine }

    write:
      articles: { format: newsml-g2, to: "${out}/${issue.id}/${article.id}.xml" }
      records: { format: jsonl, to: "${out}/articles.jsonl" }

    tests:
      - name: a suspended hyphen stays
        stages: [dehyphenate]
        language: de
        text: "Reichs-\\nund Staatsanzeiger"
        expect: { text: "Reichs- und Staatsanzeiger" }

    """
  }
}
