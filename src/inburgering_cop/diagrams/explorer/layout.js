/* The picture closed up: the boxes that are shown, in the same grid, and the lines of one of them through the room between. */
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
  const ways = svg.querySelector(".ways");
  const step = grid.box + grid.gutter;

  const draw = (name, d, facts = {}) => {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("class", name);
    path.setAttribute("d", d);
    Object.assign(path.dataset, facts);
    ways.append(path);
  };
  const point = (x, tip, back) => `M${x - 5} ${back}L${x} ${tip}L${x + 5} ${back}Z`;
  /* The heads stand at the neighbour, on the stretch that is its own: towards it what it receives, away what it gives. */
  const heads = ([x, end], [, lane], { gives, receives }) => {
    const out = Math.sign(lane - end);
    const near = receives ? point(x, end, end + 6 * out) : "";
    return near + (gives ? point(x, end + 15 * out, end + 9 * out) : "");
  };
  const route = (tail, to, lane) => {
    const under = (cell) => cell.bottom + lane / 2;
    const over = (cell) => cell.top - lane / 2;
    const [low, end] = [tail.bottom, to.bottom];
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

  /* Places the boxes that are shown, and draws a line to each neighbour; rows stand further apart where there are lines. */
  return (shown, lines) => {
    const lane = lines.length ? grid.lane : grid.gutter;
    const groups = new Map();
    for (const cell of cells) groups.set(cell.group, [...(groups.get(cell.group) ?? []), cell]);
    const placed = new Map();
    const spans = new Map();
    let y = grid.margin + (lane - grid.gutter) / 2;
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
        spans.set(rung, [y - lane / 2, 0]);
      }
      for (let start = 0; start < present.length; start += grid.columns) {
        const line = present.slice(start, start + grid.columns);
        const height = Math.max(...line.map((cell) => cell.least));
        line.forEach((cell, column) => {
          const left = grid.margin + column * step;
          cell.element.setAttribute("transform", `translate(${left - cell.x} ${y - cell.y})`);
          cell.rect?.setAttribute("height", height);
          for (const text of cell.element.querySelectorAll(":scope > text")) text.setAttribute("transform", `translate(0 ${(height - cell.stood) / 2})`);
          if (cell.id) placed.set(cell.id, { row, column, left, top: y, height, bottom: y + height, middle: left + grid.box / 2 });
        });
        y += height + lane;
        row += 1;
      }
      spans.get(rung)[1] = y - lane / 2 - spans.get(rung)[0];
    }
    for (const [number, band] of bands) {
      const span = spans.get(number);
      band.classList.toggle("out", !span);
      if (span) {
        band.setAttribute("y", span[0]);
        band.setAttribute("height", span[1]);
      }
    }
    ways.replaceChildren();
    for (const line of lines) {
      const [tail, to] = [placed.get(line.from), placed.get(line.to)];
      if (!tail || !to) continue;
      const points = route(tail, to, lane);
      const ends = `${line.from} ${line.to}`;
      draw("way shown", points.map(([x, at], number) => `${number ? "L" : "M"}${x} ${at}`).join(""), { ends });
      draw("head", heads(points.at(-1), points.at(-2), line), { ends });
    }
    svg.setAttribute("viewBox", `0 0 ${grid.width} ${y - lane / 2 + grid.gutter}`);
  };
};
