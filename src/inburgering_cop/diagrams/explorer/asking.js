/* From a text to a choice: the one it names, or what to ask back with the names to choose from. */
const MOST_ASKED = 12;
const asker = (names) => {
  const today = (found) => [...new Set(found.flatMap(({ codes }) => codes))].map((code) => names.byCode.get(code));
  const asked = (key, candidates, count = candidates.length) => ({ key, candidates, count });
  const places = [...names.municipalities, ...names.former];
  const place = (typed) => {
    const exact = names.place(typed);
    const found = exact.length || !plain(typed) ? exact : names.matching(places, typed).map(({ each }) => each);
    const now = today(found);
    if (found.length === 1 && now.length === 1) return { code: found[0].code };
    if (found.length === 1) return asked("explorer.split", now);
    if (now.length > MOST_ASKED) return asked("explorer.too-many", [], now.length);
    if (now.length) return asked("explorer.ambiguous", now);
    const near = today(names.near(places, typed)).slice(0, MOST_ASKED);
    return asked(near.length ? "explorer.near-municipality" : "explorer.unknown-municipality", near);
  };
  const theme = (typed) => {
    const exact = names.theme(typed);
    const found = exact.length || !plain(typed) ? exact : names.matching(names.themes, typed).map(({ each }) => each);
    if (found.length === 1) return { code: found[0].code };
    if (found.length > MOST_ASKED) return asked("explorer.too-many", [], found.length);
    if (found.length) return asked("explorer.ambiguous", found);
    const near = names.near(names.themes, typed).slice(0, MOST_ASKED);
    return asked(near.length ? "explorer.near-theme" : "explorer.unknown-theme", near);
  };
  return { gemeente: place, thema: theme };
};
