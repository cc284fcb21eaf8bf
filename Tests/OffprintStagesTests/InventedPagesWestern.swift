/// Pages in English, German and French. Every place, person and event is invented.
enum InventedPagesWestern {
  struct Source: Sendable {
    var language: String
    var text: String
  }

  static let morning = Source(
    language: "en",
    text: """
      1h| LIGHTSHIP ADRIFT FOR / TWO NIGHTS
      1s| Crew Saved by the Coble “Patience”
      1b| From Our Own Correspondent.
      1p| SANDHOLME, March 3.—The lightship that marks the outer bank broke from her moorings on Sunday night and was driven, with seven men on board, some eleven miles to the southward before anything could be done for her.
      1p| The coble “Patience,” with four fishermen, put out at daybreak on Tuesday and came up with her off the Ness. A line was passed at the third attempt, and by noon all the men were ashore and before a fire.
      2h| THE NEW WATERWORKS
      2p| At the meeting of the Town Council last evening the Surveyor laid on the table the plans of the new waterworks, which are to supply the upper part of the town from springs at Harrow Beck.
      2p| Alderman Pike asked what the whole would cost. The Surveyor said that he would rather not name a sum before the ground had been opened, and the subject then dropped.
      3h| A LONG WALK
      3p| Mr. Josiah Crane, who is in his eighty-first year, walked from Sandholme to the county town on Friday to settle a wager with his nephew, and walked back on the Saturday because, he said, the trains are not to be trusted.
      """)

  static let evening = Source(
    language: "en",
    text: """
      1h| Mayor Promises Bridge by Summer
      1b| By Ellen Marsh
      1p| The mayor told a crowded hall on Thursday night that the footbridge over the Lode would be open before the summer holidays, two years after the old one was closed by engineers.
      1p| Several speakers doubted it. A shopkeeper who has lost half her trade since the closure said she had heard the same promise at the last meeting, and at the one before that.
      2h| School Wins Chess Cup Again
      2b| By Tom Okoro
      2p| For the third year running the cup has gone to the smallest school in the league, whose team of five has only one board to practise on and shares it with the Latin class.
      3h| Weather
      3p| A fine day is expected tomorrow, with a light wind from the west and a little cloud in the afternoon, and the night will be clear and cold.
      """)

  static let german = Source(
    language: "de",
    text: """
      1h| Die neue Brücke über die Aue
      1b| Von Klara Steinhuber
      1p| Am gestrigen Nachmittag wurde die neue Brücke über die Aue dem Verkehr übergeben. Der Bürgermeister dankte in seiner Ansprache den Arbeitern, die auch im strengen Winter nicht geruht hatten, und schnitt sodann das Band entzwei.
      1p| Als erster fuhr der Milchwagen des Bauern Ohlsen hinüber, der, wie er versicherte, von der Feier nichts gewußt hatte.
      2h| Feuer in der Mühle
      2p| Lindau, 4. März. — In der Nacht zum Mittwoch brach in der oberen Mühle ein Feuer aus, das erst gegen Morgen gelöscht werden konnte. Der Schaden ist beträchtlich, doch kamen Menschen nicht zu Schaden.
      """)

  static let french = Source(
    language: "fr",
    text: """
      1h| LE PHARE DE KERVANEC
      1b| Par Jeanne Le Goff
      1p| Le phare de Kervanec, éteint depuis la tempête de janvier, a été rallumé dimanche soir en présence des gardiens et de quelques familles de pêcheurs, que le mauvais temps n’avait pas découragés.
      1p| On a beaucoup remarqué que le préfet, retenu à la gare par un retard, n’est arrivé qu’à la fin du banquet.
      2h| UN VOL DE CLOCHES
      2p| Saint-Aubray, 12 mai. — Les deux cloches de la chapelle ont disparu dans la nuit de lundi à mardi sans que personne ait rien entendu, ce qui étonne d’autant plus que l’une des deux pesait près de trois cents kilos.
      """)

  /// No dateline; crossheads in capitals; initials at the end; a headline of three lines.
  static let inquest = Source(
    language: "en",
    text: """
      1h| A NIGHT ON / THE MARSHES / THE CARRIER’S STORY
      1p| The inquest on the loss of the carrier’s cart was held at the Plough yesterday before a full bench, and the carrier, who had not slept, told his story with a good deal of spirit, although he was twice asked to be brief.
      1p| He had left the mill at six, he said, and the fog came down upon him before he had reached the second dyke, so that he could see neither the horse nor the road under it.
      2h| A PARROT IN COURT
      2p| A parrot was produced before the magistrates on Monday to prove the ownership of itself. It was asked to say the name of its mistress, and said that of the clerk, whereupon the case was put off for a week.
      """)

  /// The signature after the text, a rubric's place and date, German without bylines.
  static let bote = Source(
    language: "de",
    text: """
      1h| Politische Umschau
      1p| Im Landtag wurde gestern über die Kosten der Wasserleitung verhandelt, wobei der Abgeordnete Huber daran erinnerte, daß schon vor zehn Jahren von derselben Leitung die Rede gewesen sei und noch immer kein Tropfen laufe.
      1p| Der Minister erwiderte, man möge sich gedulden.
      2h| EIN SELTENER GAST
      2p| Am Weiher bei Oberndorf zeigte sich in voriger Woche ein Reiher, wie man ihn hier seit Menschengedenken nicht gesehen hat, und blieb drei Tage lang unbehelligt zwischen den Enten stehen.
      """)

  static let all = [morning, evening, german, french, inquest, bote]
}
