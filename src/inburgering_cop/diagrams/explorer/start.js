/* The page at work: what is chosen stands in its address, and everything shown follows from that. */
const start = (data) => {
  const book = lookup(data);
  const names = namesOf(data, book);
  const $ = (id) => document.getElementById(id);
  const EMPTY = { gemeente: "", thema: "", lang: data.lang, partner: "", trede: "", soort: "", fase: "", route: "" };
  let state = { ...EMPTY };
  let shownHash = null;
  let shownAnswer = null;
  let opener = null;
  let faults = [];
  let doubles = [];
  const open = { gemeente: null, thema: null };
  const ask = asker(names);

  const at = () => (state.lang === "nl" ? 0 : 1);
  const say = (key, facts = {}) =>
    data.phrases[key][at()].replace(/\{(\w+)\}/g, (whole, fact) => (fact in facts ? String(facts[fact]) : whole));
  say.at = at;
  say.lang = () => state.lang;
  say.address = (change) => written({ ...state, ...change });
  const show = shower(data, book, say);
  const partnerOf = new Map(data.partners.map(([id], number) => [id, number]));
  const themeOf = new Map(data.themes.map(([id], number) => [id, number]));
  const phaseOf = new Map(data.phases.map(([id], number) => [id, number]));
  const boxesOf = (partner) => data.partners[partner][4];
  const boxes = new Map([...document.querySelectorAll("a.box")].map((box) => [box.getAttribute("href").slice(9), box]));
  const arrange = arranger(document.querySelector("svg"), data.grid);
  const order = [...boxes.keys()].map((id) => partnerOf.get(id));

  /* The gemeente that is chosen, with the one of the past it was chosen by. */
  const chosenPlace = () => {
    const now = names.byCode.get(state.gemeente);
    if (now) return now;
    const past = names.former.find(({ code }) => code === state.gemeente);
    return past ? { ...names.byCode.get(past.codes[0]), former: past.former } : null;
  };
  const themeName = (number) => book.text(data.themes[number][1], state.lang);

  /* The address, both ways. */
  const written = (choice) => {
    const parts = new URLSearchParams();
    for (const [key, value] of Object.entries(choice)) if (value) parts.set(key, value);
    return `#${parts}`;
  };
  const reading = {
    lang: (value) => ["nl", "en"].includes(value),
    partner: (value) => partnerOf.has(value),
    trede: (value) => ["1", "2", "3"].includes(value),
    soort: (value) => data.types.includes(value),
    fase: (value) => phaseOf.has(value),
    route: (value) => value === "0" || value === "1",
  };
  const readAddress = () => {
    const read = { found: { ...EMPTY }, wrong: [], twice: [], questions: {} };
    const parts = new URLSearchParams(location.hash.slice(1));
    const told = new Set();
    for (const [key, value] of parts) {
      const known = Object.hasOwn(EMPTY, key);
      if (known && told.has(key)) continue;
      told.add(key);
      if (known && parts.getAll(key).length > 1) read.twice.push(key);
      const named = Object.hasOwn(open, key) && value ? ask[key](value) : null;
      if (named?.code) read.found[key] = named.code;
      else if (named?.candidates.length) read.questions[key] = { ...named, typed: value };
      else if (Object.hasOwn(reading, key) && reading[key](value)) read.found[key] = key === "route" && value === "1" ? "" : value;
      else read.wrong.push(tellable(value ? `${key}=${value}` : key));
    }
    return read;
  };
  const go = (change, { replace = false } = {}) => {
    const next = written({ ...state, ...change });
    if (next === location.hash) return apply();
    if (replace) location.replace(next);
    else location.hash = next;
    apply();
  };

  /* One clear line for whatever is wrong or still open, with what to choose from where there is something. */
  const tell = () => {
    const lines = [];
    if (faults.length === 1) lines.push(make("p", {}, say("explorer.wrong-address", { part: faults[0] })));
    if (faults.length > 1) lines.push(make("p", {}, say("explorer.wrong-parts", { parts: faults.map((each) => `'${each}'`).join(", ") })));
    if (doubles.length) lines.push(make("p", {}, say("explorer.twice", { parts: doubles.map((each) => `'${each}'`).join(", ") })));
    for (const [field, question] of Object.entries(open)) {
      if (question === null) continue;
      const buttons = question.candidates.map((each) => {
        const label = field === "thema" ? themeName(each.number) : each.name;
        return make("button", { type: "button", [`data-${field === "thema" ? "theme" : "place"}`]: each.code }, make("bdi", {}, label));
      });
      const line = say(question.key, { given: tellable(question.typed), count: question.count });
      lines.push(make("p", {}, line, buttons.flatMap((each) => [" ", each])));
    }
    $("wrong").replaceChildren(...lines);
    $("wrong").hidden = lines.length === 0;
  };
  /* A text that is not a choice yet stays in its field, and takes the place of what was chosen there. */
  const refuse = (field, typed) => {
    const found = ask[field](typed);
    if (found.code) return go({ [field]: found.code });
    open[field] = { ...found, typed };
    return go({ [field]: "" });
  };
  const count = (number) => {
    const key = number === 0 ? "explorer.count-none" : number === 1 ? "explorer.count-one" : "explorer.count";
    $("said").textContent = say(key, { count: number });
  };
  const placeChoices = (typed) => {
    if (!plain(typed)) return names.municipalities.map((each) => ({ key: each.code, label: each.name })).sort((one, other) => one.label.localeCompare(other.label, "nl"));
    return names.matching([...names.municipalities, ...names.former], typed).slice(0, 60).map(({ each, through }) => {
      const now = each.codes.length > 1 ? say("explorer.was-split") : each.former ? say("explorer.now", { name: names.byCode.get(each.codes[0]).name }) : null;
      const hint = now ?? (through && through !== each.name && !each.name.startsWith(through) ? through : null);
      return { key: each.code, label: each.name, hint };
    });
  };
  const themeChoices = (typed) => {
    const listed = plain(typed) ? names.matching(names.themes, typed) : names.themes.map((each) => ({ each, through: null }));
    const choices = listed.map(({ each, through }) => {
      const label = themeName(each.number);
      return { key: each.code, label, hint: through && !plain(label).includes(plain(through)) ? through : null };
    });
    return plain(typed) ? choices.slice(0, 60) : choices.sort((one, other) => one.label.localeCompare(other.label, state.lang));
  };
  const fields = [
    combobox({
      input: $("gemeente"),
      list: $("gemeente-list"),
      clear: $("gemeente-clear"),
      choices: placeChoices,
      chosen: () => chosenPlace()?.former?.name ?? chosenPlace()?.name ?? "",
      choose: (code) => {
        const past = names.former.find((each) => each.code === code);
        if (past && past.codes.length > 1) return refuse("gemeente", past.name);
        open.gemeente = null;
        return go({ gemeente: code ?? "" });
      },
      kept: () => open.gemeente?.typed ?? null,
      refuse: (typed) => refuse("gemeente", typed),
      count,
    }),
    combobox({
      input: $("thema"),
      list: $("thema-list"),
      clear: $("thema-clear"),
      choices: themeChoices,
      chosen: () => (state.thema ? themeName(themeOf.get(state.thema)) : ""),
      choose: (id) => {
        open.thema = null;
        go({ thema: id ?? "" });
      },
      kept: () => open.thema?.typed ?? null,
      refuse: (typed) => refuse("thema", typed),
      count,
    }),
  ];

  /* What is shown follows from what is chosen. */
  const answerNow = () => {
    if (!state.thema) return null;
    const place = chosenPlace();
    return book.answer(themeOf.get(state.thema), place ? place.group : 0);
  };
  const speak = () => {
    document.documentElement.lang = state.lang;
    for (const each of document.querySelectorAll("[data-say]")) each.textContent = say(each.dataset.say);
    for (const each of document.querySelectorAll("[data-label-say]")) {
      const field = each.dataset.of ? say(each.dataset.of) : "";
      each.setAttribute("aria-label", say(each.dataset.labelSay, { field }));
    }
    for (const each of document.querySelectorAll("[data-lang]")) {
      each.setAttribute("aria-pressed", String(each.dataset.lang === state.lang));
    }
    for (const each of document.querySelectorAll("option[data-label-group]")) {
      const [group, word] = each.dataset.labelGroup.split(" ");
      each.textContent = data.labels[group][word][at()];
    }
    for (const each of document.querySelectorAll("option[data-text]")) each.textContent = book.text(Number(each.dataset.text), state.lang);
  };
  const title = () => {
    const theme = state.thema ? themeName(themeOf.get(state.thema)) : "";
    const parts = [theme, chosenPlace()?.name ?? "", say("explorer.title")].filter(Boolean);
    document.title = parts.join(" · ");
  };
  const matches = (box, lit) => {
    const [, , type, rung, , , , , , , , , phases = 0] = data.partners[box];
    const rungs = new Set([String(rung), ...(lit.get(box) ?? []).map(String)]);
    return (
      (!state.trede || rungs.has(state.trede)) &&
      (!state.soort || data.types[type] === state.soort) &&
      (!state.fase || (phases || []).includes(phaseOf.get(state.fase))) &&
      (state.route === "0" || lit.size === 0 || lit.has(box))
    );
  };
  /* For every box in the answer, the rungs it stands on there. */
  const litBy = (answer) => {
    const lit = new Map();
    for (const each of answer ? answer.steps.flatMap((step) => step.referrals) : []) {
      for (const box of new Set([each.role, ...boxesOf(each.partner)])) {
        if (!boxes.has(data.partners[box][0])) continue;
        lit.set(box, [...new Set([...(lit.get(box) ?? []), each.rung])].sort());
      }
    }
    return lit;
  };
  const badge = (box, rungs) => {
    box.querySelector(".badge")?.remove();
    if (!rungs) return;
    const SVG = "http://www.w3.org/2000/svg";
    const rect = box.querySelector("rect");
    const group = document.createElementNS(SVG, "g");
    group.setAttribute("class", "badge");
    rungs.forEach((rung, place) => {
      const circle = document.createElementNS(SVG, "circle");
      const text = document.createElementNS(SVG, "text");
      const [x, y] = [Number(rect.getAttribute("x")) + place * 16, Number(rect.getAttribute("y")) - 2];
      circle.setAttribute("cx", x);
      circle.setAttribute("cy", y);
      circle.setAttribute("r", 8);
      circle.setAttribute("class", `rung-${rung}`);
      text.setAttribute("x", x);
      text.setAttribute("y", y + 4);
      text.textContent = String(rung);
      group.append(circle, text);
    });
    box.append(group);
  };
  /* The line from the open boxes to each box they exchange something with, and who of the two gives. */
  const linesOf = (open) => {
    const lines = new Map();
    const add = (from, to, way) => {
      if (!open.has(from) || open.has(to)) return;
      const key = `${from} ${to}`;
      lines.set(key, { from: data.partners[from][0], to: data.partners[to][0], ...lines.get(key), [way]: true });
    };
    for (const [from, to] of data.relations) {
      for (const tail of boxesOf(from)) {
        for (const head of boxesOf(to)) {
          add(tail, head, "receives");
          add(head, tail, "gives");
        }
      }
    }
    return [...lines.values()];
  };
  const paint = (answer) => {
    const lit = litBy(answer);
    const settles = new Set(answer ? answer.competent.flatMap((each) => [each.role, ...boxesOf(each.partner)]) : []);
    const open = state.partner ? boxesOf(partnerOf.get(state.partner)).map((box) => data.partners[box][0]) : [];
    const lines = linesOf(new Set(open.map((id) => partnerOf.get(id))));
    const near = new Set(lines.map(({ to }) => to));
    const seen = new Set();
    for (const [id, box] of boxes) {
      const number = partnerOf.get(id);
      const rungs = lit.get(number);
      const passes = matches(number, lit) || open.includes(id) || near.has(id);
      if (passes) seen.add(id);
      box.classList.toggle("lit", Boolean(rungs));
      for (const rung of [1, 2, 3]) box.classList.toggle(`lit-${rung}`, rungs?.[0] === rung);
      box.classList.toggle("settles", Boolean(rungs) && settles.has(number));
      box.classList.toggle("open", open.includes(id));
      box.classList.toggle("near", near.has(id) && !open.includes(id));
      badge(box, rungs);
      const told = rungs ? show.parts(answer, number) : [];
      box.setAttribute("aria-label", [show.name(number), ...told].join(", "));
      box.setAttribute("href", written({ ...state, partner: id }));
    }
    arrange(seen, lines);
    $("none").hidden = seen.size > 0;
    $("scroller").hidden = seen.size === 0;
    $("shown").textContent = say("explorer.shown", { count: seen.size, total: boxes.size });
    const listed = order.filter((box) => matches(box, lit));
    const rows = listed.map((box) => show.row(box, answer, boxesOf));
    rows.forEach((row, place) => row.classList.toggle("aside", lit.size > 0 && !lit.has(listed[place])));
    $("rows").replaceChildren(...rows);
  };
  const answerShown = (answer) => {
    const key = [state.thema, state.gemeente, state.lang].join(" ");
    if (key === shownAnswer) return;
    const first = shownAnswer === null;
    shownAnswer = key;
    const place = chosenPlace();
    if (!answer) {
      $("answer").replaceChildren(
        make("h2", { id: "answer-title", tabindex: "-1" }, say("explorer.answer")),
        make("p", {}, say("explorer.nothing-yet")),
        data.often.length ? make("h3", {}, say("explorer.examples")) : "",
        make("ul", { class: "often" }, data.often.map((theme) => make("li", {}, show.topic(theme)))),
      );
      return;
    }
    const theme = themeOf.get(state.thema);
    $("answer").replaceChildren(...show.answered(theme, answer, place));
    if (!first) $("said").textContent = say("explorer.changed", { theme: themeName(theme), place: place?.name ?? say("explorer.for-any") });
  };
  const cardShown = (before) => {
    const card = $("card");
    const box = state.partner ? boxes.get(data.partners[boxesOf(partnerOf.get(state.partner))[0]][0]) : null;
    card.hidden = !state.partner;
    if (state.partner) {
      $("card-body").replaceChildren(...show.card(partnerOf.get(state.partner), chosenPlace()?.group ?? 0));
      if (before.partner !== state.partner) {
        card.scrollTop = 0;
        const scroller = $("scroller");
        const seen = box.getBoundingClientRect();
        const room = scroller.getBoundingClientRect();
        if (seen.top < room.top || seen.bottom > room.bottom) scroller.scrollTop += seen.top - room.top - room.height / 3;
        $("card-title").focus();
      }
    } else if (before.partner) {
      const own = boxes.get(data.partners[boxesOf(partnerOf.get(before.partner))[0]][0]);
      const back = [opener, own, $("scroller")].find((each) => each?.isConnected && each.getClientRects().length);
      if (card.contains(document.activeElement) || document.activeElement === document.body) back?.focus();
      opener = null;
    }
  };
  const asked = () => {
    tell();
    fields.forEach((field) => field.show());
  };
  const apply = () => {
    if (location.hash === shownHash) return asked();
    shownHash = location.hash;
    const before = state;
    const { found, wrong, twice, questions } = readAddress();
    state = found;
    faults = wrong;
    doubles = twice;
    for (const field of Object.keys(open)) if (state[field]) open[field] = null;
    Object.assign(open, questions);
    asked();
    if (before.lang !== state.lang || shownAnswer === null) speak();
    const answer = answerNow();
    title();
    for (const key of ["trede", "soort", "fase"]) $(key).value = state[key];
    $("extent").hidden = !state.thema;
    for (const each of document.querySelectorAll("[data-route]")) {
      each.setAttribute("aria-pressed", String(each.dataset.route === state.route));
    }
    answerShown(answer);
    paint(answer);
    cardShown(before);
  };

  const close = () => go({ partner: "" });
  document.addEventListener("click", (event) => {
    const target = event.target.closest("button, a");
    if (!target) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { partner, theme, place, lang, route } = target.dataset;
    if (target.classList.contains("box")) {
      event.preventDefault();
      opener = target;
      const id = [...boxes].find(([, box]) => box === target)[0];
      go({ partner: id });
    } else if (partner) {
      event.preventDefault();
      if (!$("card").contains(target)) opener = target;
      go({ partner });
    } else if (theme) {
      event.preventDefault();
      opener = null;
      go({ thema: theme, partner: "" });
      $("answer-title").focus();
    } else if (place) {
      go({ gemeente: place });
      $("gemeente").focus();
    } else if (lang) {
      go({ lang });
    } else if (route !== undefined) {
      go({ route }, { replace: true });
    } else if (target.classList.contains("skip")) {
      event.preventDefault();
      document.querySelector(target.getAttribute("href")).focus();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && state.partner) close();
  });
  $("card-close").addEventListener("click", close);
  for (const key of ["trede", "soort", "fase"]) {
    $(key).addEventListener("change", () => go({ [key]: $(key).value }, { replace: true }));
  }
  $("print").addEventListener("click", () => print());
  const unfold = (folded) => {
    for (const each of document.querySelectorAll("details")) each.open = folded;
  };
  addEventListener("beforeprint", () => unfold(true));
  addEventListener("afterprint", () => unfold(false));
  addEventListener("hashchange", apply);
  document.documentElement.classList.add("works");
  apply();
};
