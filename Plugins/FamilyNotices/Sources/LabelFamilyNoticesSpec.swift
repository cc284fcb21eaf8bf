import OffprintKit

extension LabelFamilyNotices {
  public static let spec = StageSpec(
    name: "label-family-notices",
    summary: "Labels births, marriages, deaths, anniversaries and thanks",
    discussion: """
      Looks for headings and formulas that newspapers used in English, German, French and Dutch. A heading is a \
      component, the first line of one, or a section's name that has nothing but heading words in it. An article may \
      get several labels, since many papers print such notices as one column.

      Births get the IPTC genre Birth_Announcement and deaths Obituary, the nearest genre there is; marriages, \
      anniversaries and thanks, for which IPTC has none, get labels of the kind 'notice'.

      A heading of one kind counts 0.8, one of several kinds 0.5 for each, a formula 0.6 and a common word 0.25; they \
      add up as independent signs. In texts with fewer than one phrase in 100 words, phrases count in proportion less, \
      so that a long report of a death is not taken for a notice. Nothing but labels is changed.
      """,
    needs: [.articles], gives: [.labels],
    choices: NoticeKind.allCases.map { .init($0.rawValue, $0.meaning) } + [
      .init("left", "something speaks for a notice, but too little")
    ],
    examples: examples)

  private static let examples = [
    Example(
      "A heading of one kind is enough",
      .articles([(.notice, [(.headline, "BIRTHS."), (.paragraph, "Smith, a girl.")])]),
      expect: .labels("genre=Birth_Announcement")),
    Example(
      "The formula tells a birth without a heading, names and titles between its words",
      .articles([
        (.notice, [(.paragraph, "On the 3d inst. at Bath, the wife of the\nRev. John Hall, vicar of Wells, of a son.")])
      ]),
      language: "en", expect: .labels("genre=Birth_Announcement")),
    Example(
      "A column of births, marriages and deaths is labelled with each kind that it has",
      .articles([
        (
          .notice,
          [
            (.headline, "BIRTHS, MARRIAGES, AND DEATHS"),
            (.paragraph, "At York, Mrs. Brown, of a daughter."),
            (.paragraph, "At Hull, Mr. Reed to Miss Ann Pole, eldest\ndaughter of Mr. Pole."),
            (.paragraph, "At Leeds, aged 63 years, Mr. Green."),
          ]
        )
      ]), expect: .labels("genre=Birth_Announcement\nnotice=marriage\ngenre=Obituary")),
    Example(
      "A death notice begins with its formula, hyphens and case do not matter",
      .articles([
        (
          .notice,
          [
            (.headline, "Todes-Anzeige."),
            (.paragraph, "Gott dem Allmächtigen hat es gefallen, unsern Vater\nzu rufen."),
          ]
        )
      ]), language: "de", expect: .labels("genre=Obituary")),
    Example(
      "The long s of Fraktur type is an s",
      .articles([
        (.notice, [(.paragraph, "Statt beſonderer Anzeige. Nach langem Leiden iſt ſanft entſchlafen Frau Weber.")])
      ]),
      language: "de", expect: .labels("genre=Obituary")),
    Example(
      "Families tell a death with sorrow",
      .articles([
        (.notice, [(.paragraph, "M. et Mme Roche ont la douleur de vous faire part de la mort de leur père.")])
      ]), language: "fr", expect: .labels("genre=Obituary")),
    Example(
      "A register's heading with its parts stands for each of them",
      .articles([
        (
          .notice,
          [
            (.headline, "ÉTAT CIVIL"), (.crosshead, "Naissances"), (.paragraph, "Marie Petit."), (.crosshead, "Décès"),
            (.paragraph, "Jean Blanc, 60 ans."),
          ]
        )
      ]), language: "fr", expect: .labels("genre=Birth_Announcement\ngenre=Obituary")),
    Example(
      "Mothers announced their own deliveries",
      .articles([
        (.notice, [(.paragraph, "Heden beviel van een zoon, J. de Vries,\ngeliefde echtgenoote van P. Bakker.")])
      ]),
      language: "nl", expect: .labels("genre=Birth_Announcement")),
    Example(
      "Thanks for sympathy have a label of our own, since IPTC has no genre for them",
      .articles([
        (
          .notice,
          [(.headline, "Danksagung"), (.paragraph, "Für die vielen Beweise herzlicher Theilnahme unsern Dank.")]
        )
      ]), language: "de", expect: .labels("notice=thanks")),
    Example(
      "In columns the headings often stand as lines among the notices",
      .articles([
        (
          .notice,
          [(.paragraph, "MARRIED."), (.paragraph, "Mr. Reed."), (.paragraph, "DIED.\nOn Monday Mr. Green.")]
        )
      ]), expect: .labels("notice=marriage\ngenre=Obituary")),
    Example(
      "A headline that goes on after a heading word on its first line is a headline",
      .articles([(.article, [(.headline, "Le mariage\net la nationalité"), (.paragraph, "Le Sénat.")])]),
      language: "fr", expect: .labels("")),
    Example(
      "News that has a word of a notice in it is no notice",
      .articles([
        (.article, [(.headline, "Births decline in France"), (.paragraph, "The minister, who was married, spoke.")])
      ]), expect: .labels("")),
    Example(
      "With fewer languages less is looked for",
      .articles([(.notice, [(.headline, "Overleden"), (.paragraph, "P. Bakker.")])]), settings: ["languages": "en"],
      expect: .labels("")),
  ]
}
