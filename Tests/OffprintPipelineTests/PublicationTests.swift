import OffprintKit
import OffprintModel
import Testing

@testable import OffprintPipeline

/// A writer that wants to know who issues its files.
private struct FakeIssued: Writer {
  static let spec = WriterSpec(
    name: "issued", summary: "Issued items", fileExtension: "xml", needs: [], layout: .files,
    asks: [
      AskedFact(.provider, settings: ["provider"], otherwise: "it says so"),
      AskedFact(.authority, otherwise: "ids are nobody's"), AskedFact(.rights, otherwise: "nothing is said"),
    ])

  struct Settings: StageSettings {
    @Setting("Who.") var provider: String? = nil
  }

  init(_ settings: Settings) {}
  func products(for issue: Issue) throws -> [Product] { [] }
}

@Suite("The block publication:")
struct PublicationTests {
  private static var registry: Registry {
    var registry = Registry.fake
    registry.register(FakeIssued.self)
    return registry
  }

  private func load(
    _ files: [String: String], _ variables: [String: String] = [:]
  ) throws -> (pipeline: Pipeline, notes: [String]) {
    let folder = PipelineFolder(files)
    let loaded = try PipelineLoader.load("\(folder.path)/p.yaml", variables: variables, registry: Self.registry)
    return (loaded.pipeline, loaded.notes.map { "\($0.summary); \($0.fix ?? "")" })
  }

  private let head = "offprint: 1\nread: { format: pages, from: . }\n"

  @Test("Every key has its type, and reaches the declaration")
  func keys() throws {
    let pipeline = try load(
      [
        "p.yaml": head + #"""
          vars: { who: Stadtbibliothek }
          publication:
            title: Tagblatt
            issn: 0317-8471
            identifier: "0012"
            publisher: Verlag
            place: Ulm
            language: no
            edition: Morgenblatt
            overrule: [title, language]
            provider: { name: "${who}", uri: "https://ulm.example/" }
            authority: ulm.example,2020
            rights: { notice: "© Ulm", terms: Free., statement: "http://rightsstatements.org/vocab/NoC-NC/1.0/" }
            licence: https://creativecommons.org/publicdomain/mark/1.0/
            schemes: https://ulm.example/codes/
            media: negative-film
          """#
      ]
    ).pipeline
    let declared = pipeline.read.publication
    #expect(
      declared.publication
        == Publication(
          title: "Tagblatt", issn: "0317-8471", identifier: "0012", publisher: "Verlag", place: "Ulm"))
    #expect(declared.language == "no" && declared.edition == "Morgenblatt")
    #expect(declared.overrule == [.title, .language])
    let issuance = declared.issuance
    #expect(issuance.provider == "Stadtbibliothek" && issuance.providerURI == "https://ulm.example/")
    #expect(issuance.authority == "ulm.example,2020" && issuance.schemes == "https://ulm.example/codes/")
    #expect(issuance.rights == "© Ulm" && issuance.usageTerms == "Free.")
    #expect(issuance.rightsURI == "http://rightsstatements.org/vocab/NoC-NC/1.0/")
    #expect(issuance.termsURI == "https://creativecommons.org/publicdomain/mark/1.0/")
    #expect(issuance.medium == .negativeFilm)
    let meaning = pipeline.read.publicationMeaning.settings
    #expect(meaning["provider.name"] == "Stadtbibliothek" && meaning["overrule"] == "title, language")
  }

  @Test("A single value is the provider's name, or the notice")
  func short() throws {
    let issuance = try load(["p.yaml": head + "publication: { provider: Ulm, rights: No copyright. }"]).pipeline
      .read.publication.issuance
    #expect(issuance.provider == "Ulm" && issuance.rights == "No copyright.")
  }

  @Test("What the source says stands, gaps are filled, and overrule overrules")
  func completing() throws {
    let declared = try load(
      [
        "p.yaml": head
          + "publication: { title: Ours, issn: 0317-8471, place: Ulm, language: de, edition: A, overrule: [place] }"
      ]
    ).pipeline.read.publication
    var issue = Issue(id: "x")
    issue.publication = Publication(title: "Theirs", place: "Neu-Ulm")
    issue.edition = ""
    declared.complete(&issue)
    #expect(issue.publication == Publication(title: "Theirs", issn: "0317-8471", place: "Ulm"))
    #expect(issue.language == "de" && issue.edition == "A")
    #expect(declared.contradiction(in: issue, file: nil) == nil)
    issue.publication.issn = "1234-5679"
    #expect(declared.contradiction(in: issue, file: "m.xml")?.code == .publicationContradicted)
  }

  @Test("Keys of a file replace those of the one that it extends, one by one")
  func extending() throws {
    let base =
      head
      + "publication: { title: Base, provider: { name: A, uri: 'https://a.example/' }, authority: 'a.example,2020' }"
    let declared = try load([
      "p.yaml": "extends: b.yaml\npublication: { title: Child, provider: { name: B } }", "b.yaml": base,
    ]).pipeline.read.publication
    #expect(declared.publication.title == "Child")
    #expect(declared.issuance.provider == "B" && declared.issuance.providerURI == "https://a.example/")
    #expect(declared.issuance.authority == "a.example,2020")
  }

  @Test("Mistakes have their place, what is allowed and the nearest word")
  func mistakes() {
    expect(
      messages(of: head + "publication: { tittle: Tagblatt, provider: { nmae: Ulm } }\n"),
      #"""
      error[OP103]: 'publication' has no setting 'tittle'
        --> DIR/p.yaml:3:16
         |
       3 | publication: { tittle: Tagblatt, provider: { nmae: Ulm } }
         |                ^^^^^^ did you mean 'title'?
         |
         = settings: authority, edition, identifier, issn, language, licence, media, overrule, place, provider, publisher, rights, schemes, title
         = more: offprint explain publication

      error[OP103]: 'provider' has no setting 'nmae'
        --> DIR/p.yaml:3:46
         |
       3 | publication: { tittle: Tagblatt, provider: { nmae: Ulm } }
         |                                              ^^^^ did you mean 'name'?
         |
         = settings: name, uri
         = more: offprint explain publication
      """#)
  }

  @Test(
    "A value of the wrong form has its place",
    arguments: [
      ("issn: 0317-8472", "'issn' is an ISSN with its check digit, not '0317-8472'", "did you mean '0317-8471'?"),
      ("issn: '03178471'", "'issn' is an ISSN such as 0317-8471, not '03178471'", ""),
      ("language: not a tag", "'language' is a language tag such as de or zh-Hans (BCP 47), not 'not a tag'", ""),
      (
        "authority: ulm.example",
        "'authority' is a domain and a year in which you held it, such as example.org,2026, not 'ulm.example'", ""
      ),
      ("rights: { statement: mine }", "'statement' is an absolute URI without spaces, not 'mine'", ""),
      ("media: film", "'media' is one of print, negative-film, positive-film, not 'film'", ""),
      (
        "overrule: [titel]",
        "'overrule' is a list, each one of title, issn, identifier, publisher, place, language, edition",
        "did you mean 'title'?"
      ),
    ])
  func forms(_ written: String, _ summary: String, _ fix: String) throws {
    let text = messages(of: head + "publication:\n  \(written)\n")
    #expect(text.contains("error[OP104]: \(summary)"), "\(text)")
    #expect(text.contains("DIR/p.yaml:4:"))
    #expect(fix.isEmpty || text.contains(fix), "\(text)")
  }

  @Test("What a format wants and nobody states is asked for, at its writer")
  func asking() throws {
    let write = "write: { items: { format: issued, to: '${article.id}.xml' } }\n"
    #expect(
      try load(["p.yaml": head + write]).notes == [
        "'issued' asks for a provider, an authority and a rights statement, and nobody states them; "
          + "add publication: { provider: NAME, authority: \"DOMAIN,YEAR\", rights: { statement: URI } }"
      ])
    let some = "publication: { authority: 'a.example,2020', licence: 'https://l.example/' }\n"
    #expect(
      try load(["p.yaml": head + some + write]).notes
        == ["'issued' asks for a provider, and nobody states it; add publication: { provider: NAME }"])
    let own = "write: { items: { format: issued, to: '${article.id}.xml', with: { provider: A } } }\n"
    #expect(try load(["p.yaml": head + some + own]).notes.isEmpty)
  }

  @Test("An empty variable states nothing, and the message names it")
  func emptyVariables() throws {
    let text =
      head + #"""
        vars: { who: { default: "" }, by: { default: "" }, terms: { default: "" } }
        publication: { provider: "${who}", authority: "${by}", rights: { statement: "${terms}" } }
        write: { items: { format: issued, to: "${article.id}.xml" } }
        """#
    let notes = try load(["p.yaml": text]).notes
    #expect(notes.count == 1 && notes[0].hasSuffix("; give --var who=… --var by=… --var terms=…"), "\(notes)")
    let all = ["who": "A", "by": "a.example,2020", "terms": "https://t.example/"]
    #expect(try load(["p.yaml": text], all).notes.isEmpty)
  }
}
