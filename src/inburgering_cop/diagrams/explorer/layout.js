/* The picture closed up: the boxes that are shown, in the same grid, and the lines through the room between them. */
const arranger = (svg, grid) => {
  let group = "";
  const cells = [...svg.querySelectorAll("a.box, g.heading")].map((element) => {
    const rect = element.querySelector("rect");
    const texts = [...element.querySelectorAll("text")];
    const lines = Math.max(...texts.map((text) => text.querySelectorAll("tspan").length));
    const value = (name) => Number(rect ? rect.getAttribute(name) : element.dataset[name]);
    group = element.dataset.group ?? group;
    return {
      element,
      rect,
      id: rect ? element.getAttribute("href").slice(9) : null,
      group,
      rung: Number(group.split("-")[1]),
      x: rect ? value("x") : grid.margin,
      y: value("y"),
      stood: value("height"),
      least: Math.max(grid.least, lines * grid.leading + 2 * grid.pad),
    };
  });
  const bands = new Map([...svg.querySelectorAll(".band")].map((band) => [Number(band.dataset.rung), band]));
  const ways = [...svg.querySelectorAll(".way")].map((way) => ({ way, ends: way.dataset.ends.split(" "), both: "both" in way.dataset }));
  const step = grid.box + grid.gutter;

  const head = ([x, y], [, from]) => {
    const back = from < y ? y - 6 : y + 6;
    return `M${x - 4} ${back}L${x} ${y}L${x + 4} ${back}`;
  };
  const route = (tail, to) => {
    const under = (cell) => cell.top + cell.height + grid.gutter / 2;
    const over = (cell) => cell.top - grid.gutter / 2;
    const [low, end] = [tail.top + tail.height, to.top + to.height];
    if (tail.row === to.row) return [[tail.middle, low], [tail.middle, under(tail)], [to.middle, under(tail)], [to.middle, end]];
    const down = to.row > tail.row;
    const leaves = down ? under(tail) : over(tail);
    const enters = down ? over(to) : under(to);
    const start = [[tail.middle, down ? low : tail.top], [tail.middle, leaves]];
    const finish = [[to.middle, enters], [to.middle, down ? to.top : end]];
    if (leaves === enters) return [...start, ...finish];
    const left = tail.column < to.column || to.column === grid.columns - 1;
    const beside = left ? to.left - grid.gutter / 2 : to.left + grid.box + grid.gutter / 2;
    return [...start, [beside, leaves], [beside, enters], ...finish];
  };

  return (shown) => {
    const groups = new Map();
    for (const cell of cells) groups.set(cell.group, [...(groups.get(cell.group) ?? []), cell]);
    const placed = new Map();
    const spans = new Map();
    let y = grid.margin;
    let row = 0;
    let rung = 0;
    for (const [, members] of groups) {
      const present = members.filter((cell) => cell.id === null || shown.has(cell.id));
      const empty = present.length < 2;
      for (const cell of members) cell.element.classList.toggle("out", empty || !present.includes(cell));
      if (empty) continue;
      if (members[0].rung !== rung) {
        y += rung ? grid.band : 0;
        rung = members[0].rung;
        spans.set(rung, [y - grid.gutter / 2, 0]);
      }
      for (let start = 0; start < present.length; start += grid.columns) {
        const line = present.slice(start, start + grid.columns);
        const height = Math.max(...line.map((cell) => cell.least));
        line.forEach((cell, column) => {
          const left = grid.margin + column * step;
          cell.element.setAttribute("transform", `translate(${left - cell.x} ${y - cell.y})`);
          cell.rect?.setAttribute("height", height);
          for (const text of cell.element.querySelectorAll(":scope > text")) text.setAttribute("transform", `translate(0 ${(height - cell.stood) / 2})`);
          if (cell.id) placed.set(cell.id, { row, column, left, top: y, height, middle: left + grid.box / 2 });
        });
        y += height + grid.gutter;
        row += 1;
      }
      spans.get(rung)[1] = y - grid.gutter / 2 - spans.get(rung)[0];
    }
    for (const [number, band] of bands) {
      const span = spans.get(number);
      band.classList.toggle("out", !span);
      if (span) {
        band.setAttribute("y", span[0]);
        band.setAttribute("height", span[1]);
      }
    }
    for (const { way, ends, both } of ways) {
      const [tail, to] = ends.map((end) => placed.get(end));
      const points = tail && to ? route(tail, to) : [];
      const path = points.map(([x, at], number) => `${number ? "L" : "M"}${x} ${at}`).join("");
      way.setAttribute("d", points.length ? path + head(points.at(-1), points.at(-2)) + (both ? head(points[0], points[1]) : "") : "");
    }
    svg.setAttribute("viewBox", `0 0 ${grid.width} ${y + grid.gutter / 2}`);
  };
};
