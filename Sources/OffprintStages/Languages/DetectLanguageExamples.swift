import OffprintKit

extension DetectLanguage {
  static let examples: [Example] = [
    Example(
      "A text of a few lines is enough, in old spelling too.",
      .text(
        """
        Die Verwaltung der Eisenbahn giebt bekannt, daß die Züge von
        morgen an wieder täglich um sieben Uhr von hier abgehen werden.
        """),
      expect: .languages("de")),
    Example(
      "A block that is long enough is believed by itself; a short one is compared with the languages of the long ones.",
      .blocks([
        [
          .init("Der Gemeinderath hat in seiner gestrigen Sitzung beschlossen,", x: 0, y: 0, width: 600, height: 20),
          .init("daß die neue Brücke über den Fluß noch in diesem Jahre gebaut", x: 0, y: 20, width: 600, height: 20),
          .init("werden soll, wenn die Kammer die nöthigen Gelder bewilligt.", x: 0, y: 40, width: 600, height: 20),
        ],
        [
          .init("Le conseil communal a décidé dans sa séance d'hier que le pont", x: 0, y: 80, width: 600, height: 20),
          .init("sur la rivière sera construit encore cette année, pourvu que", x: 0, y: 100, width: 600, height: 20),
          .init("la Chambre accorde les fonds qui sont nécessaires aux travaux.", x: 0, y: 120, width: 600, height: 20),
        ],
        [.init("Nouvelles des journaux de la capitale.", x: 0, y: 160, width: 400, height: 20)],
      ]),
      settings: ["min_letters": "120"], expect: .languages("de", "fr", "fr")),
    Example(
      "A few letters say nothing; the block is in the language of most of its page.",
      .blocks([
        [.init("No. 7.", x: 0, y: 0, width: 80, height: 20)],
        [
          .init("The tide rose over the harbour wall in the night, and the boats", x: 0, y: 40, width: 600, height: 20),
          .init("that were lying there were carried up into the market street,", x: 0, y: 60, width: 600, height: 20),
          .init("where the people found them on the following morning.", x: 0, y: 80, width: 600, height: 20),
        ],
      ]),
      settings: ["min_letters": "120"], expect: .languages("en", "en")),
    Example(
      "A block is in its own language, whatever the delivery says of the issue as a whole.",
      .text("Le conseil communal a décidé dans sa séance d'hier que le pont sur la rivière sera construit."),
      language: "de", expect: .languages("fr")),
    Example(
      "Chinese is known by its script.", .text("柳叶湾镇中心小学图书馆新馆今天上午正式开放，共有藏书两万册。"),
      expect: .languages("zh")),
  ]
}
