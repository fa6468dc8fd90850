/* Showing: the answer, the card of a partner, the table. Every text is set as text, never as markup. */
const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== ""));
  return element;
};

const shower = (data, book, say) => {
  const label = (group, word) => data.labels[group][word][say.at()];
  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
  /* A text of the data, marked as Dutch where there is no English. */
  const said = (number, place = "") => {
    const text = book.text(number, say.lang()).replaceAll(data.place, place);
    return make("bdi", { lang: say.lang() === "en" && book.onlyDutch(number) ? "nl" : null }, text);
  };
  const named = (partner) => said(data.partners[partner][1]);
  const name = (partner) => book.text(data.partners[partner][1], say.lang());
  const party = (partner) => {
    const id = data.partners[partner][0];
    return make("a", { class: "party", href: say.address({ partner: id }), "data-partner": id }, named(partner));
  };
  const topic = (theme) => {
    const id = data.themes[theme][0];
    return make("a", { class: "party", href: say.address({ thema: id, partner: "" }), "data-theme": id }, said(data.themes[theme][1]));
  };
  const joined = (nodes, between = ", ") => nodes.flatMap((node, at) => (at ? [between, node] : [node]));
  const link = (url, ...children) => make("a", { href: url, rel: "noreferrer" }, ...children);
  const place = (each) => [each.url ? link(each.url, make("bdi", {}, each.title)) : make("bdi", {}, each.title), ", ", make("bdi", {}, each.place)];
  const mark = (text, kind = "") => make("span", { class: `mark ${kind}` }, text);
  const does = (referral) => {
    const scope = referral.scope ? ` ${label("scope", referral.scope)}` : "";
    return `${label("capacity", referral.capacity)}${scope}`;
  };
  const about = (referral) => (referral.aspect ? [" (", said(referral.aspect), ")"] : []);
  const sources = (places) =>
    places.length
      ? make("details", { class: "sources" }, make("summary", {}, `${say("explorer.sources")} (${places.length})`), make("ul", {}, places.map((each) => make("li", {}, place(each)))))
      : null;
  const articles = (list) =>
    make(
      "p",
      { class: "articles" },
      `${say("word.legal-basis")}: `,
      joined(
        list.map((each) =>
          make("span", {}, link(each.url, make("bdi", {}, each.name)), each.checked ? "" : ` (${say("word.unchecked")})`),
        ),
        "; ",
      ),
    );

  /* The referrals of which the same is said, of one role by one responsibility, stand together. */
  const alike = (referrals) => {
    const together = new Map();
    for (const each of referrals) {
      const key = [each.row, each.seat?.standing, each.verified, each.doubt].join(" ");
      together.set(key, [...(together.get(key) ?? []), each]);
    }
    return [...together.values()];
  };
  const referred = (list, answer, settles) => {
    const [first] = list;
    const marks = [];
    if (list.some((each) => settles.has(each.row))) marks.push(mark(say("legend.settles"), "settles"));
    if (first.seat && answer.community !== null) {
      const table = make("bdi", {}, book.text(data.communities[answer.community][1], say.lang()));
      marks.push(mark([`${say("word.at-table")} `, table, `: ${label("standing", first.seat.standing)}`]));
    }
    if (first.general) marks.push(mark(label("basis", "general"), "general"));
    if (!first.verified) marks.push(mark(say("word.unverified"), "unverified"));
    return make(
      "li",
      {},
      make(
        "p",
        { class: "who" },
        joined(list.map((each) => party(each.partner))),
        first.partner === first.role && list.length === 1 ? "" : [" (", named(first.role), ")"],
        make("span", { class: "does" }, ` ${does(first)}`, about(first)),
      ),
      marks.length ? make("p", { class: "marks" }, joined(marks, " ")) : null,
      make("p", {}, said(first.why)),
      first.doubt ? make("p", { class: "doubt" }, "(", said(first.doubt), ")") : null,
      first.articles.length ? articles(first.articles) : null,
      sources(first.places),
    );
  };
  const step = (found, number, answer, settles) =>
    make(
      "section",
      { class: `step rung-${number}`, "aria-labelledby": `step-${number}` },
      make("h3", { id: `step-${number}` }, make("span", { class: "number", "aria-hidden": "true" }, String(number)), make("span", {}, `${say("word.rung")} ${number}: ${say(`rung.${number}`)}`)),
      make("p", { class: "guiding" }, say(`guiding.${number}`)),
      make("ol", { class: "referrals" }, alike(found.referrals).map((list) => referred(list, answer, settles))),
      found.background.length
        ? make(
            "div",
            { class: "background" },
            make("h4", {}, say("word.background")),
            make(
              "ul",
              {},
              found.background.map((each) =>
                make(
                  "li",
                  {},
                  party(each.partner),
                  each.verified ? "" : [" ", mark(say("word.unverified"), "unverified")],
                  ": ",
                  said(each.why),
                  each.doubt ? [" (", said(each.doubt), ")"] : [],
                  sources(each.places),
                ),
              ),
            ),
          )
        : null,
      found.tips.length
        ? make(
            "div",
            { class: "tips" },
            make("h4", {}, say("word.tips")),
            make(
              "ul",
              {},
              found.tips.map((tip) =>
                make(
                  "li",
                  {},
                  said(tip.said),
                  tip.doubt ? [" (", said(tip.doubt), ")"] : [],
                  tip.verified ? "" : [" ", mark(say("word.unverified"), "unverified")],
                  make("span", { class: "from" }, ` ${say("word.source")}: `, joined(tip.places.map((each) => make("span", {}, place(each))), "; ")),
                ),
              ),
            ),
          )
        : null,
      make("p", { class: "before" }, make("strong", {}, `${say("word.before-next")}: `), say(`before.${number}`)),
    );

  const competent = (answer) =>
    make(
      "section",
      { class: "competent", "aria-labelledby": "competent" },
      make("h3", { id: "competent" }, say("word.competent")),
      make(
        "ul",
        {},
        answer.competent.map((each) =>
          make(
            "li",
            {},
            party(each.partner),
            ` (${say("explorer.on-rung", { rung: each.rung })}): ${does(each)}`,
            about(each),
            each.via === null ? "" : [`, ${say("word.via")} `, named(each.via)],
            each.verified ? "" : [" ", mark(say("word.unverified"), "unverified")],
          ),
        ),
      ),
    );
  const warned = (warnings) =>
    warnings.length
      ? make("section", { class: "warnings", "aria-labelledby": "warnings" }, make("h3", { id: "warnings" }, say("word.warnings")), make("ul", {}, warnings.map((each) => make("li", {}, each))))
      : null;
  const community = (answer) => {
    if (answer.community === null) return null;
    const [, title, page] = data.communities[answer.community];
    const { url } = book.source(page);
    const how = answer.coverage ? ` (${label("coverage", answer.coverage)})` : "";
    return make("p", { class: "community" }, make("strong", {}, `${say("word.community")}: `), url ? link(url, said(title)) : said(title), how);
  };
  /* The warnings of an answer in order; on a gemeente of the past, its own stands before those on the place. */
  const warnings = (answer, chosen) => {
    const place = chosen?.name ?? "";
    const told = answer.warnings.map((number) => said(number, place));
    if (chosen?.former) {
      const day = book.text(chosen.former.day, say.lang());
      told.splice(answer.before, 0, say("warning.former", { former: chosen.former.name, day, municipality: place }));
    }
    return told;
  };
  const answered = (theme, answer, chosen) => {
    const settles = new Set(answer.competent.map((each) => each.row));
    return [
      make("h2", { id: "answer-title", tabindex: "-1" }, said(data.themes[theme][1]), ", ", chosen ? make("bdi", {}, chosen.name) : say("explorer.for-every")),
      make("p", { class: "definition" }, said(data.themes[theme][2])),
      community(answer),
      competent(answer),
      warned(warnings(answer, chosen)),
      answer.steps.map((each, at) => step(each, at + 1, answer, settles)),
    ].flat().filter(Boolean);
  };

  /* What the box of a role does in the answer, as words. */
  const parts = (answer, box) => {
    const told = [];
    const settles = new Set(answer.competent.map((each) => each.row));
    for (const each of answer.steps.flatMap((found) => found.referrals)) {
      if (each.role !== box && !data.partners[each.partner][4].includes(box)) continue;
      const ends = settles.has(each.row) ? ` (${say("legend.settles")})` : "";
      told.push(`${say("explorer.on-rung", { rung: each.rung })}: ${does(each)}${ends}`);
    }
    return [...new Set(told)];
  };

  const neighbours = (partner) => {
    const own = new Set([partner]);
    const gives = data.relations.filter(([from]) => own.has(from));
    const receives = data.relations.filter(([, to]) => own.has(to));
    return { gives, receives };
  };
  const flow = (relation, way) => {
    const [, , kind, what, system = 0, unverified = 0, doubt = 0] = relation;
    return make(
      "li",
      {},
      `${way}: ${label("relation-kind", kind)}: `,
      said(what),
      system ? [" (", say("explorer.through", { system }), ")"] : "",
      unverified ? [" ", mark(say("word.unverified"), "unverified")] : "",
      doubt ? [" (", said(doubt), ")"] : "",
    );
  };
  /* What goes to and comes from each neighbour, folded: those with most first. */
  const folded = ({ gives, receives }) => {
    const sides = new Map();
    const side = (other) => sides.get(other) ?? sides.set(other, { to: [], from: [] }).get(other);
    for (const each of gives) side(each[1]).to.push(each);
    for (const each of receives) side(each[0]).from.push(each);
    const size = ([, { to, from }]) => to.length + from.length;
    const order = [...sides].sort((one, other) => size(other) - size(one) || name(one[0]).localeCompare(name(other[0]), say.lang()));
    return order.map(([other, { to, from }]) => {
      const times = [
        to.length ? say("explorer.times-to", { count: to.length }) : null,
        from.length ? say("explorer.times-from", { count: from.length }) : null,
      ].filter(Boolean);
      return make(
        "details",
        { class: "flows" },
        make("summary", {}, named(other), ` (${times.join(", ")})`),
        make("p", {}, party(other)),
        make("ul", {}, to.map((each) => flow(each, say("explorer.gives"))), from.map((each) => flow(each, say("explorer.receives")))),
      );
    });
  };
  const listed = (title, items) => (items.length ? [make("h3", {}, title), make("ul", {}, items)] : []);
  const card = (partner, group) => {
    const row = data.partners[partner];
    const [, title, type, rung, , about = 0, website = 0, uri = 0, doubt = 0, unverified = 0, part = 0, themes = 0, , others = 0] = row;
    const { gives, receives } = neighbours(partner);
    const here = new Map(data.groups[group]).get(partner) ?? [];
    const roles = row[4].filter((box) => box !== partner);
    const links = [
      website ? make("li", {}, link(website, say("explorer.website"))) : null,
      uri ? make("li", {}, link(uri, say("explorer.tooi"))) : null,
    ].filter(Boolean);
    const byTheme = new Map();
    for (const [theme, capacity] of themes || []) {
      byTheme.set(theme, [...(byTheme.get(theme) ?? []), label("capacity", data.capacities[capacity])]);
    }
    return [
      make("h2", { id: "card-title", tabindex: "-1" }, said(title)),
      make("p", { class: "kind" }, `${capital(label("partner-type", data.types[type]))}, ${say("explorer.on-rung", { rung })}`, unverified ? [" ", mark(say("word.unverified"), "unverified")] : []),
      others && others.length ? make("p", { class: "others" }, `${say("word.other-names")}: `, joined(others.map((each) => make("bdi", {}, each)))) : null,
      make("p", {}, about ? said(about) : say("explorer.no-description")),
      doubt ? make("p", { class: "doubt" }, "(", said(doubt), ")") : null,
      part ? make("p", {}, `${say("explorer.part-of")}: `, party(part - 1)) : null,
      roles.length ? make("p", {}, `${say("explorer.fills")}: `, joined(roles.map(party))) : null,
      links.length ? make("ul", { class: "links" }, links) : null,
      listed(say("explorer.here"), here.map((each) => make("li", {}, party(each)))),
      gives.length + receives.length ? [make("h3", {}, say("explorer.exchanges")), folded({ gives, receives })] : [],
      gives.length + receives.length ? [] : make("p", {}, say("explorer.nothing-flows")),
      byTheme.size
        ? make(
            "details",
            { class: "topics" },
            make("summary", {}, `${say("explorer.answers-for")} (${byTheme.size})`),
            make("ul", {}, [...byTheme].map(([theme, capacities]) => make("li", {}, topic(theme), `: ${capacities.join(", ")}`))),
          )
        : make("p", {}, say("explorer.no-themes")),
    ].flat(2).filter(Boolean);
  };

  const exchanges = (box, boxesOf) => {
    const { gives, receives } = neighbours(box);
    const ids = new Set([...gives.map((each) => each[1]), ...receives.map((each) => each[0])].flatMap(boxesOf));
    ids.delete(box);
    return [...ids].map(name).sort((one, other) => one.localeCompare(other, say.lang()));
  };
  const row = (box, answer, boxesOf) => {
    const [, title, type, rung] = data.partners[box];
    const cell = (key, ...children) => make("td", { role: "cell", "data-label": say(key) }, ...children);
    return make(
      "tr",
      { role: "row", "data-box": data.partners[box][0] },
      make("th", { role: "rowheader", scope: "row" }, make("bdi", {}, said(title))),
      cell("explorer.rung", String(rung)),
      cell("explorer.type", label("partner-type", data.types[type])),
      cell("explorer.in-answer", answer ? parts(answer, box).join("; ") || "-" : "-"),
      cell("explorer.exchanges", exchanges(box, boxesOf).join(", ") || "-"),
    );
  };
  return { answered, card, name, parts, row, topic };
};
