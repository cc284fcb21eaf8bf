import OffprintKit

enum ReflowColumnsExamples {
  static let all: [Example] = [
    Example(
      "An empty line in the middle of a sentence is the end of a column, not of a paragraph.",
      .text(
        """
        The keeper climbed the stair and lit
        the lamp at nine o’clock, as he had

        done every night for forty years.

        Nobody thanked him.
        """),
      language: "en",
      expect: .text(
        """
        The keeper climbed the stair and lit the lamp at nine o’clock, as he had done every night for forty years.

        Nobody thanked him.
        """)),
    Example(
      "A short line that ends a sentence ends its paragraph, with or without an empty line.",
      .text(
        """
        The council met on Monday evening and
        voted the money.
        The mayor was not there, and nobody
        could say where he was.
        """),
      language: "en",
      expect: .text(
        """
        The council met on Monday evening and voted the money.

        The mayor was not there, and nobody could say where he was.
        """)),
    Example(
      "A name of a writer stands alone, also directly under the headline.",
      .text(
        """
        桃源镇举行划船比赛
        ■本报记者 田小雨
        本报讯 六月五日，桃源镇在镜湖上
        举行划船比赛。
        """),
      language: "zh",
      expect: .text("桃源镇举行划船比赛\n\n■本报记者 田小雨\n\n本报讯 六月五日，桃源镇在镜湖上 举行划船比赛。")),
    Example(
      "Columns that stand side by side are read one after the other.",
      .text(
        """
        The ferry was late        owner was asked to
        again on Tuesday,         mend it. He said
        because a cow stood       that the cow did
        in the wheelhouse         not read notices,
        and could not be          and that he could
        moved by day. The         not read either.
        """),
      language: "en",
      expect: .text(
        """
        The ferry was late again on Tuesday, because a cow stood in the wheelhouse and could not be moved by day. The \
        owner was asked to mend it. He said that the cow did not read notices, and that he could not read either.
        """)),
    Example(
      "A line that is too long for its column pushes the next column aside, and two lines of one may share a row.",
      .text(
        """
        The goat of the toll        his garden, which was
        keeper ate the great toll-house ledger  large and had been the
        on Tuesday, with all        pride of the parish. A
        the figures in it.          new one was bought and
                                    chained to the desk in
        He was, he says, just look-  ing, as he always is,  the presence of the
        for a quiet place, and      council. The goat came
        found one. He has since     too, and looked at the
        been asked to keep it in    chain for a long time.
        """),
      language: "en",
      expect: .text(
        """
        The goat of the toll keeper ate the great toll-house ledger on Tuesday, with all the figures in it.

        He was, he says, just look- ing, as he always is, for a quiet place, and found one. He has since been asked to keep it in his garden, \
        which was large and had been the pride of the parish. A new one was bought and chained to the desk in the \
        presence of the council. The goat came too, and looked at the chain for a long time.
        """)),
    Example(
      "A row that is far too long for a page with one column holds several of its lines.",
      .text(
        """
        The lamp on the pier is
        out again. The keeper
        blames the wind, and the  wind has not been asked.  The council will hear
        the keeper on Friday, if
        he can find the hall in
        the dark; it is only lit
        by the lamp on the pier.
        """),
      language: "en",
      expect: .text(
        """
        The lamp on the pier is out again. The keeper blames the wind, and the wind has not been asked. The council \
        will hear the keeper on Friday, if he can find the hall in the dark; it is only lit by the lamp on the pier.
        """)),
    Example(
      "The order of the file does not matter: a headline over two columns comes before both, the left one first.",
      .blocks([
        [.init("second column of the text", x: 620, y: 200, width: 480, height: 40)],
        [.init("A HEADLINE OVER TWO COLUMNS", x: 100, y: 80, width: 1000, height: 80)],
        [.init("The first column of the text and the", x: 100, y: 200, width: 480, height: 40)],
      ]),
      language: "en",
      expect: .text("A HEADLINE OVER TWO COLUMNS\n\nThe first column of the text and the second column of the text")),
    Example(
      "A line that is set in begins a paragraph.",
      .blocks([
        [
          .init("The water rose all night and the", x: 100, y: 100, width: 500, height: 40),
          .init("bridge went at five in the morning.", x: 100, y: 150, width: 500, height: 40),
          .init("Two boats were lost, and a hat", x: 140, y: 200, width: 460, height: 40),
          .init("was found.", x: 100, y: 250, width: 160, height: 40),
        ]
      ]),
      language: "en",
      expect: .text(
        """
        The water rose all night and the bridge went at five in the morning.

        Two boats were lost, and a hat was found.
        """)),
    Example(
      "A serial runs across the foot of the page: white space over all three columns parts it from what is above.",
      .blocks([
        [.init("The harbour was closed", x: 100, y: 100, width: 400, height: 40)],
        [.init("A serial: chapter nine,", x: 100, y: 220, width: 400, height: 40)],
        [.init("on Monday, the gate", x: 550, y: 100, width: 400, height: 40)],
        [.init("in which the goat sails", x: 550, y: 220, width: 400, height: 40)],
        [.init("being broken.", x: 1000, y: 100, width: 240, height: 40)],
        [.init("for Saint Olave.", x: 1000, y: 220, width: 300, height: 40)],
      ]),
      language: "en",
      expect: .text(
        """
        The harbour was closed on Monday, the gate being broken.

        A serial: chapter nine, in which the goat sails for Saint Olave.
        """)),
    Example(
      "Lines too short for a column of text are cells of a table, read row by row.",
      .blocks([
        [
          .init("Wheat", x: 100, y: 100, width: 120, height: 40), .init("Rye", x: 100, y: 150, width: 90, height: 40),
          .init("Oats", x: 100, y: 200, width: 100, height: 40), .init("31 s.", x: 500, y: 100, width: 90, height: 40),
          .init("22 s.", x: 500, y: 150, width: 90, height: 40), .init("19 s.", x: 500, y: 200, width: 90, height: 40),
        ]
      ]),
      language: "en", settings: ["paragraphs": "blocks"], expect: .text("Wheat 31 s. Rye 22 s. Oats 19 s.")),
    Example(
      "Whoever knows that a text page has one column can say so, and no line is cut.",
      .text(
        """
        Flour      4 d. the pound, at the mill
        Butter     1 s. the pound, at the dairy
        Candles    6 d. the dozen, at the quay
        Lamp oil   9 d. the quart, at the quay
        Soap       3 d. the bar, at the dairy
        Rope       2 d. the fathom, at the quay
        """),
      language: "en", settings: ["columns": "1"],
      expect: .text(
        """
        Flour      4 d. the pound, at the mill Butter     1 s. the pound, at the dairy Candles    6 d. the dozen, at \
        the quay Lamp oil   9 d. the quart, at the quay Soap       3 d. the bar, at the dairy Rope       2 d. the \
        fathom, at the quay
        """)),
  ]
}
