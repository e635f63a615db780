/**
 * Returns a Markdown table of medians; ratios are of the first run to each other one.
 *
 * @param rows Each with the `name` of a run, and its `wall`, `processor` and `memory`.
 */
export function table(rows) {
  const [ours] = rows;
  const lines = rows.map(({ name, wall, processor, memory }) => {
    const ratios = [ours.wall / wall, ours.processor / processor].map((one) => one.toFixed(2));
    return `| ${[name, wall.toFixed(2), processor.toFixed(2), memory.toFixed(0), ...ratios].join(" | ")} |`;
  });
  return [
    "| run | wall, s | processor, s | memory, MB | gopherwood's wall / its | processor / its |",
    "| --- | ---: | ---: | ---: | ---: | ---: |",
    ...lines,
  ].join("\n");
}

const BAR = 16;
const LEFT = 220;
const WIDTH = 480;

/** Returns an SVG of the wall times of some tables, a group of bars each. */
export function plot(groups) {
  const most = Math.max(...groups.flatMap(({ rows }) => rows.map(({ wall }) => wall)));
  let y = 0;
  const parts = groups.flatMap(({ title, rows }) => {
    y += BAR * 2;
    const head = `<text x="0" y="${y}" font-weight="bold">${title}</text>`;
    const bars = rows.map(({ name, wall }, at) => {
      y += BAR;
      const width = Math.max(1, (wall / most) * WIDTH).toFixed(0);
      const fill = at === 0 ? "#0a7" : "#999";
      return (
        `<text x="0" y="${y}">${name}</text>` +
        `<rect x="${LEFT}" y="${y - 10}" width="${width}" height="11" fill="${fill}"/>` +
        `<text x="${LEFT + Number(width) + 4}" y="${y}">${wall.toFixed(2)} s</text>`
      );
    });
    return [head, ...bars];
  });
  const size = `width="${LEFT + WIDTH + 80}" height="${y + BAR}"`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="sans-serif" font-size="12">\n` +
    `${parts.join("\n")}\n</svg>\n`
  );
}
