/* Names: what people type, compared as the library compares it, and what it leads to. */
const plain = (typed) =>
  (typed.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").match(/[\p{L}\p{N}_]+/gu) ?? []).join(" ");

/* Typed text is told back only when it is short and holds no long number; what turns its direction is told as a number. */
const tellable = (typed) => {
  if (/\d(?:\D?\d){7}/.test(typed) || typed.length > 60) return "…";
  const code = (mark) => `[U+${mark.charCodeAt(0).toString(16).toUpperCase()}]`;
  return typed.replace(/[\u202a-\u202e\u2066-\u2069]/g, code);
};

/* How many letters two words differ, a swap of neighbours counted once; null where it is more than `most`. */
const apart = (one, other, most) => {
  if (Math.abs(one.length - other.length) > most) return null;
  let [before, above] = [[], [...Array(other.length + 1).keys()]];
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const same = one[row - 1] === other[at - 1];
      line[at] = Math.min(above[at] + 1, line[at - 1] + 1, above[at - 1] + (same ? 0 : 1));
      const swapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      if (swapped) line[at] = Math.min(line[at], before[at - 2] + 1);
    }
    [before, above] = [above, line];
  }
  return above[other.length] <= most ? above[other.length] : null;
};

const namesOf = (data, book) => {
  const municipalities = data.municipalities.map(([code, name, group, others = 0]) => {
    const bare = name.replace(/\s*\(.*\)$/, "");
    return { code, name, group, codes: [code], names: [name, bare, ...(others || [])], exact: [code, code.slice(2)] };
  });
  const byCode = new Map(municipalities.map((each) => [each.code, each]));
  const former = data.former.map(([code, name, day, became]) => ({
    code,
    name,
    former: { name, day },
    codes: became,
    names: [name],
    exact: [code, code.slice(2)],
  }));
  const themes = data.themes.map(([id, label, , others], number) => ({
    code: id,
    number,
    name: null,
    label,
    names: [book.text(label, "nl"), book.text(label, "en"), ...others],
    exact: [id],
  }));
  for (const each of [...municipalities, ...former, ...themes]) {
    each.plain = each.names.map((name) => [name, plain(name)]);
    each.exact = each.exact.map(plain);
  }
  /* Those that answer to exactly this name; one of the past only where none of today does. */
  const called = (list, typed) => {
    const wanted = plain(typed);
    return list.filter((each) => each.exact.includes(wanted) || each.plain.some(([, name]) => name === wanted));
  };
  const place = (typed) => {
    const now = called(municipalities, typed);
    return now.length ? now : called(former, typed);
  };
  /* How well a name fits what is typed so far: lower is better; null where it does not fit. */
  const fits = (each, wanted) => {
    if (each.exact.includes(wanted)) return [0, null];
    let best = null;
    for (const [name, compared] of each.plain) {
      const at = ` ${compared}`.indexOf(` ${wanted}`);
      const score = compared === wanted ? 0 : at === 0 ? 1 : at > 0 ? 2 : compared.includes(wanted) ? 3 : null;
      if (score !== null && (best === null || score < best[0])) best = [score, name];
    }
    return best;
  };
  const matching = (list, typed) => {
    const wanted = plain(typed);
    return list
      .map((each, order) => ({ each, order, fit: fits(each, wanted) }))
      .filter(({ fit }) => fit !== null)
      .sort((one, other) => one.fit[0] - other.fit[0] || one.order - other.order)
      .map(({ each, fit }) => ({ each, through: fit[1] }));
  };
  /* Those whose name, or a long word of it, is one or two letters away, and those named within what is typed. */
  const near = (list, typed) => {
    const wanted = plain(typed);
    const found = [];
    list.forEach((each, order) => {
      let best = null;
      for (const [, name] of each.plain) {
        const within = name.length > 2 && ` ${wanted} `.includes(` ${name} `) ? -name.length / 100 : null;
        const whole = apart(wanted, name, wanted.length < 5 ? 1 : 2);
        const word = wanted.length < 5 ? [] : name.split(" ").filter((part) => part.length > 3).map((part) => apart(wanted, part, 1));
        for (const far of [within, whole, ...word.map((each) => (each === null ? null : each + 2))]) {
          if (far !== null && (best === null || far < best)) best = far;
        }
      }
      if (best !== null) found.push([best, order, each]);
    });
    return found.sort((one, other) => one[0] - other[0] || one[1] - other[1]).map(([, , each]) => each);
  };
  return { municipalities, former, themes, byCode, place, theme: (typed) => called(themes, typed), matching, near };
};
