/* A combobox with a list of choices, after the pattern of the ARIA Authoring Practices. */
const combobox = ({ input, list, clear, choices, chosen, kept, choose, refuse, count }) => {
  let shown = [];
  let active = -1;
  let refused = null;
  const isOpen = () => input.getAttribute("aria-expanded") === "true";
  const close = () => {
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    list.hidden = true;
    active = -1;
  };
  const point = (to) => {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = to;
    const option = list.children[active];
    if (!option) return input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };
  const open = (typed) => {
    shown = choices(typed);
    list.replaceChildren(
      ...shown.map((choice, number) => {
        const option = document.createElement("li");
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.id = `${list.id}-${number}`;
        const name = document.createElement("bdi");
        name.textContent = choice.label;
        option.append(name);
        if (choice.hint) {
          const hint = document.createElement("small");
          hint.textContent = ` ${choice.hint}`;
          option.append(hint);
        }
        return option;
      }),
    );
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = shown.length === 0;
    input.setAttribute("aria-expanded", String(shown.length > 0));
    list.scrollTop = 0;
    count(shown.length);
  };
  const take = (number) => {
    const { key } = shown[number];
    close();
    choose(key);
  };
  const settle = () => {
    const typed = input.value.trim();
    close();
    if (typed === "" && (chosen() || kept() !== null)) choose(null);
    else if (typed !== chosen()) refuse((refused = typed));
  };
  input.addEventListener("input", () => {
    refused = null;
    open(input.value.trim() === chosen() ? "" : input.value);
  });
  input.addEventListener("click", () => (isOpen() ? close() : open("")));
  input.addEventListener("focus", () => input.select());
  input.addEventListener("blur", () => {
    if (input.value.trim() !== (refused ?? kept())) settle();
    else close();
  });
  input.addEventListener("keydown", (event) => {
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen()) open(input.value.trim() === chosen() ? "" : input.value);
      const last = shown.length - 1;
      if (event.altKey) return;
      if (key === "ArrowDown") point(active < last ? active + 1 : 0);
      else point(active > 0 ? active - 1 : last);
    } else if (key === "Enter") {
      event.preventDefault();
      if (isOpen() && active >= 0) take(active);
      else settle();
    } else if (key === "Escape") {
      if (isOpen()) close();
      else if (input.value !== (kept() ?? chosen())) input.value = kept() ?? chosen();
      else if (input.value) choose(null);
      event.stopPropagation();
    } else if (key === "Tab" && isOpen() && active >= 0) {
      take(active);
    }
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) take([...list.children].indexOf(option));
  });
  clear.addEventListener("click", () => {
    close();
    input.value = "";
    choose(null);
    input.focus();
    close();
  });
  return {
    show: () => {
      if (!isOpen()) input.value = kept() ?? chosen();
      if (kept() === null) input.removeAttribute("aria-invalid");
      else input.setAttribute("aria-invalid", "true");
      clear.hidden = input.value === "";
    },
  };
};
