/* Looking up: what escalate answered when the page was written. Nothing is decided here. */
const lookup = (data) => {
  const words = new Map();
  const spelt = data.words.split("\n");
  for (const [first, last] of data.letters) {
    for (let code = first; code <= last; code += 1) words.set(String.fromCharCode(code), spelt[words.size]);
  }
  const spell = (text) =>
    text.replace(/[\u00a1-\u07ff\ue000-\uf8ff]/g, (letter) => (words.has(letter) ? spell(words.get(letter)) : letter));
  const text = (number, lang) => {
    const entry = data.texts[number];
    if (typeof entry === "string") return spell(entry);
    if (typeof entry.at(-1) === "number") return entry.slice(1).map((part) => text(part, lang)).join(entry[0]);
    if (lang === "nl") return spell(entry[0]);
    return entry.length > 1 ? spell(entry[1]) : `${spell(entry[0])} [nl]`;
  };
  const onlyDutch = (number) => {
    const entry = data.texts[number];
    if (typeof entry === "string") return false;
    return typeof entry.at(-1) === "number" ? entry.slice(1).some(onlyDutch) : entry.length === 1;
  };
  const article = (number) => {
    const [name, law, part, unchecked = 0] = data.articles[number];
    const jci = `${data.laws[law]}&${text(part, "nl")}`;
    return { name: text(name, "nl"), url: `https://wetten.overheid.nl/${jci}`, checked: !unchecked };
  };
  const source = (number) => {
    const [title, url] = data.sources[number];
    return { title: text(title, "nl"), url: url ? text(url, "nl") : null };
  };
  const place = (number) => ({ ...source(data.places[number][0]), place: text(data.places[number][1], "nl") });
  const tip = (number) => {
    const [id, said, places, doubt = 0, unverified = 0] = data.tips[number];
    return { id, said, places: places.map(place), doubt, verified: !unverified };
  };
  const referral = (number, seats) => {
    const [row = 0, doubt = 0, unverified = 0, other = 0] = data.referrals[number];
    const [role, rung, capacity, why, articles = 0, places = 0, aspect = 0, scope = 0, via = 0, general = 0] = data.rows[row];
    const partner = other ? other - 1 : role;
    return {
      row,
      partner,
      role,
      rung,
      capacity: data.capacities[capacity],
      scope: data.scopes[scope],
      aspect,
      why,
      articles: (articles || []).map(article),
      places: (places || []).map(place),
      via: via ? via - 1 : null,
      general: general === 1,
      seat: seats.get(partner) ?? null,
      doubt,
      verified: !unverified,
    };
  };
  const answer = (theme, group) => {
    const parts = data.themes[theme][4].map(([values, pattern]) => values[data.patterns[pattern][group]]);
    const [community, coverage, nearest] = data.heads[parts[0]];
    const [competent, ...steps] = [...data.ladders[parts[1]]].reverse();
    const seats = new Map();
    const table = data.tables[group].find(([key]) => key === community);
    for (const [partner, by, standing] of table ? data.seats[table[1]] : []) {
      seats.set(partner, { partner: by, standing: data.standings[standing] });
    }
    const referrals = (list) => data.lists[list].map((number) => referral(number, seats));
    return {
      community: community < 0 ? null : community,
      coverage: data.coverages[coverage],
      nearest: nearest < 0 ? null : nearest,
      competent: referrals(competent),
      before: data.warnings[parts[2]].length,
      warnings: parts.slice(2).flatMap((list) => data.warnings[list]),
      steps: steps.reverse().map((step) => {
        const [asked = 0, told = 0, tips = 0] = data.steps[step];
        return { referrals: referrals(asked), background: referrals(told), tips: (tips || []).map(tip) };
      }),
    };
  };
  return { text, onlyDutch, source, answer };
};
