/* Looking up: what escalate answered when the page was written. Nothing is decided here. */
const lookup = (data) => {
  const { nl, en } = data.texts;
  const text = (number, lang) => {
    const dutch = nl[number];
    if (typeof dutch !== "string") return dutch.slice(1).map((part) => text(part, lang)).join(dutch[0]);
    return lang === "nl" ? dutch : en[number] ?? `${dutch} [nl]`;
  };
  const onlyDutch = (number) => {
    const dutch = nl[number];
    return typeof dutch === "string" ? en[number] === null : dutch.slice(1).some(onlyDutch);
  };
  const article = (number) => {
    const [name, law, part, unchecked = 0] = data.articles[number];
    return { name, url: `https://wetten.overheid.nl/${data.laws[law]}&${part}`, checked: !unchecked };
  };
  const source = (number) => {
    const [title, url] = data.sources[number];
    return { title, url: url || null };
  };
  const place = (number) => ({ ...source(data.places[number][0]), place: data.places[number][1] });
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
