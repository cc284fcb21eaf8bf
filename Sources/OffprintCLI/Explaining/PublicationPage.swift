import OffprintKit

/// The page about the block `publication:` of a pipeline file.
enum PublicationPage {
  static let name = "publication"

  static var lines: [String] {
    var lines = ["publication (a block of pipeline files)"]
    lines += TextLayout.wrapped(
      "What an operator declares of the newspaper and of who hands its articles on", indent: 2)
    lines += PartPage.discussion(discussion)
    for section in PublicationForm.sections {
      let heading = section.name.isEmpty ? "Keys" : "Keys of \(section.name)"
      lines += TextLayout.section(heading, keys(section.settings))
    }
    return lines + TextLayout.section("Sample", TextLayout.quoted(sample))
  }

  private static func keys(_ settings: [SettingDescription]) -> [String] {
    settings.flatMap { setting in
      ["  \(setting.name): \(setting.type.words)"] + TextLayout.wrapped(setting.help, indent: 4)
    }
  }

  private static let discussion = """
    Every writer takes these facts from here, so they are stated once. There are two kinds.

    What the source says of the newspaper stands: title, issn, identifier, publisher, place, language and edition fill \
    in only where the METS, the names of the files or the reader's settings say nothing. 'overrule' lists those that \
    are taken from here even so, as in overrule: [title]. An ISSN that differs from that of the source is warned of \
    (OP213). The ids of issues and articles are made by the reader of what it finds, and do not change.

    Who issues the outputs, and under which terms, no source says: provider, authority, rights, licence, schemes and \
    media come from here alone. A setting of a writer (with: { provider: … }) says otherwise for that writer. What is \
    not stated is never made up: 'offprint check' and 'offprint run' ask for it (OP119), and the files say openly that \
    it is not stated.

    Values may hold ${variables}; one that is empty states nothing. With extends:, keys replace those of the base. A \
    change here does all issues again, since their files say other things.
    """

  private static let sample = """
    publication:
      title: Luxemburger Zeitung
      issn: 0317-8471
      overrule: [title]
      provider: { name: Stadtbibliothek, uri: "https://stadtbibliothek.example/" }
      authority: stadtbibliothek.example,2026
      rights:
        notice: No copyright is known.
        statement: http://rightsstatements.org/vocab/NoC-OKLR/1.0/
      media: negative-film
    """
}
