"""What is said when communities are looked at together: who is missing, what to learn, bridges, products."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "across.caveat": ("onder voorbehoud", "with a caveat"),
    "across.prepares": ("bereidt het besluit van de gemeente voor", "prepares the decision of the gemeente"),
    "across.side": ("{theme} ({side})", "{theme} ({side})"),
    "missing.title": ("Wie ontbreekt aan tafel: {community}", "Who is missing at the table: {community}"),
    "missing.order": (
        "Bovenaan staat wie in het individuele geval beslist, dan wie zo'n besluit voorbereidt, wie uitvoert, wie over "
        "de kaders beslist, wie adviseert of informeert en wie betaalt, toeziet of geïnformeerd wordt. Die volgorde is "
        "onze keuze.",
        "First stands who decides the individual case, then who prepares such a decision, who executes, who decides on "
        "the framework, who advises or informs, and who pays, supervises or is informed. That order is our choice.",
    ),
    "missing.roles": ("Niet aan tafel genoemd", "Not named at the table"),
    "missing.none": (
        "Niemand: elke verantwoordelijke rol zit aan tafel.",
        "No one: every responsible role sits there.",
    ),
    "missing.not-told": (
        "Niet te zeggen: de gemeente doet mee, maar de pagina zegt niet wie zij stuurt",
        "Cannot be told: the gemeente takes part, but the page does not say whom it sends",
    ),
    "missing.present": ("Wel aan tafel", "At the table"),
    "missing.unanswered": (
        "Voor deze thema's noemen de gegevens niemand; vraag naar wat eronder valt",
        "On these themes the data name no one; ask for what falls under them",
    ),
    "missing.here": ("Aan deze tafel: {standing}.", "At this table: {standing}."),
    "missing.elsewhere": ("Elders", "Elsewhere"),
    "missing.nowhere": ("in geen andere community genoemd.", "named in no other community."),
    "learn.title": ("Leren van anderen: {community}", "Learning from others: {community}"),
    "learn.kin": ("Communities met verwante thema's", "Communities with kin themes"),
    "learn.shared": ("dezelfde thema's: {themes}", "the same themes: {themes}"),
    "learn.same-cluster": ("uit dezelfde groep: {themes}", "from the same group: {themes}"),
    "learn.tip": ("Tips om over te nemen", "Tips worth taking over"),
    "learn.product": ("Producten om over te nemen", "Products worth taking over"),
    "learn.next-step": ("Vervolgstappen om te volgen", "Next steps worth following"),
    "learn.nothing": (
        "Geen andere community of bijeenkomst heeft iets over deze thema's.",
        "No other community or meeting has anything on these themes.",
    ),
    "learn.about": ("Gaat over {themes}.", "Is about {themes}."),
    "learn.here": ("{theme} (hier: {here})", "{theme} (here: {here})"),
    "learn.both": ("{theme} (hier: {here}; daar: {there})", "{theme} (here: {here}; there: {there})"),
    "learn.reviewed": ("Getoetst door inburgeraars.", "Tested by inburgeraars."),
    "learn.not-reviewed": ("Niet getoetst door inburgeraars.", "Not tested by inburgeraars."),
    "learn.not-said": (
        "De pagina zegt niet of inburgeraars het toetsten.",
        "The page does not say whether inburgeraars tested it.",
    ),
    "learn.why": ("Waarom", "Why"),
    "bridges.title": ("Bruggen en zwakke plekken", "Bridges and weak spots"),
    "bridges.limits": (
        "Dit gaat over het netwerk zoals de bronnen het tekenen; wat zij niet noemen, telt niet mee. Wat hier een "
        "zwakke plek heet, is onze keuze.",
        "This is about the network as the sources draw it; what they do not name does not count. What is called a weak "
        "spot here is our choice.",
    ),
    "bridges.organisations": (
        "Partners die communities verbinden: aan meer dan één tafel",
        "Partners that connect communities: at more than one table",
    ),
    "bridges.roles": (
        "Rollen aan meer dan één tafel: telkens een andere partij",
        "Roles at more than one table: a different party each time",
    ),
    "bridges.only-link": (
        "Valt deze partner weg, dan raakt los van de rest: {communities}.",
        "Without this partner these come loose from the rest: {communities}.",
    ),
    "bridges.apart": (
        "Communities die met geen enkele andere een organisatie delen",
        "Communities that share no organisation with any other",
    ),
    "bridges.cut-points": (
        "Schakels van de keten die niemand kan missen: zonder hen raken anderen los",
        "Links of the keten that cannot be missed: without them others come loose",
    ),
    "bridges.loose-ends": ("Alleen via één ander te bereiken", "Reachable through one other only"),
    "bridges.through": ("{partner}: via {through}", "{partner}: through {through}"),
    "bridges.none": ("Geen.", "None."),
    "products.title": ("Producten en wie ze toetste", "Products and who tested them"),
    "products.tested": ("Getoetst door inburgeraars", "Tested by inburgeraars"),
    "products.untested": ("Niet getoetst door inburgeraars", "Not tested by inburgeraars"),
    "products.unsaid": ("De pagina zegt niet of het is getoetst", "The page does not say whether it was tested"),
    "products.panel": (
        "Aan deze tafel zit een groep die producten toetst: {reviewers}.",
        "A panel that tests products sits at this table: {reviewers}.",
    ),
    "products.panel-unsaid": (
        "Aan deze tafel zit een groep die producten toetst: {reviewers}. Of zij dit product toetste, is niet gezegd.",
        "A panel that tests products sits at this table: {reviewers}. Whether it tested this one is not said.",
    ),
}
