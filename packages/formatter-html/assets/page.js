"use strict";
{
  /** So many findings are added to the list at once. */
  const STEP = 100;
  const data = JSON.parse(document.getElementById("data").textContent);
  const form = document.getElementById("filters");
  const list = document.getElementById("findings");
  const more = document.getElementById("more");
  let found = [];

  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  const option = (value, text) => {
    const made = element("option", text);
    made.value = value;
    return made;
  };

  const fill = (name, all, names) => {
    const options = names.map((text, index) => option(String(index), text));
    form.elements[name].replaceChildren(option("", all), ...options);
  };

  fill("system", "All systems", data.systems);
  fill(
    "rule",
    "All rules",
    data.rules.map(({ id }) => id),
  );
  fill("verdict", "All verdicts", data.verdicts);
  const wanted = new URLSearchParams(location.hash.slice(1));
  for (const [name, value] of wanted)
    if (form.elements[name]) form.elements[name].value = value;
  if (!wanted.size && data.sites.some(([verdict]) => verdict === 0)) {
    form.elements.verdict.value = "0";
  }

  function matches([verdict, rule, file]) {
    const { system, rule: ofRule, verdict: ofVerdict, file: part } = form.elements;
    const { path, system: ofFile } = data.files[file];
    return (
      (ofVerdict.value === "" || verdict === Number(ofVerdict.value)) &&
      (ofRule.value === "" || rule === Number(ofRule.value)) &&
      (system.value === "" || ofFile === Number(system.value)) &&
      path.includes(part.value.trim())
    );
  }

  function codeOf([, , , , , , , code, start, end]) {
    const pre = element("pre");
    pre.append(code.slice(0, start), element("mark", code.slice(start, end)), code.slice(end));
    return pre;
  }

  function itemOf(site) {
    const [verdict, rule, file, line, text, symbol, isOld, code] = site;
    const details = element("details");
    const summary = element("summary");
    const { path } = data.files[file];
    const name = data.verdicts[verdict] + (isOld ? " (baseline)" : "");
    summary.append(
      element("b", name, data.verdicts[verdict]),
      ` ${text} `,
      element("span", `${path}:${line}${symbol ? ` in ${symbol}` : ""}`, "where"),
    );
    details.append(summary);
    details.addEventListener("toggle", () => {
      if (!details.open || details.childElementCount > 1) return;
      const { id, url } = data.rules[rule];
      const link = element(url ? "a" : "span", id);
      if (url) link.href = url;
      const paragraph = element("p");
      paragraph.append("Rule: ", link);
      details.append(...(code === undefined ? [] : [codeOf(site)]), paragraph);
    });
    const item = element("li");
    item.append(details);
    return item;
  }

  function showMore() {
    const shown = list.childElementCount;
    list.append(...found.slice(shown, shown + STEP).map(itemOf));
    more.hidden = list.childElementCount >= found.length;
  }

  function update() {
    found = data.sites.filter(matches);
    list.replaceChildren();
    const count = document.getElementById("count");
    const all = data.sites.length.toLocaleString("en-US");
    count.textContent = `${found.length.toLocaleString("en-US")} of ${all} judged sites`;
    showMore();
    const set = [...new FormData(form)].filter(([, value]) => value !== "");
    history.replaceState(null, "", `#${new URLSearchParams(set)}`);
  }

  /** Moves the focus to the finding a number of places after the one that has it. */
  function move(by) {
    const items = [...list.querySelectorAll("summary")];
    const at = items.indexOf(document.activeElement);
    const next = at === -1 ? 0 : at + by;
    if (next >= items.length && !more.hidden) {
      showMore();
      move(by);
      return;
    }
    items[Math.max(0, Math.min(next, items.length - 1))]?.focus();
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      form.reset();
      document.activeElement.blur();
      update();
      return;
    }
    if (/^(?:INPUT|SELECT)$/u.test(event.target.tagName)) return;
    const actions = {
      j: () => move(1),
      k: () => move(-1),
      "/": () => form.elements.file.focus(),
    };
    if (!Object.hasOwn(actions, event.key)) return;
    event.preventDefault();
    actions[event.key]();
  });
  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  more.addEventListener("click", showMore);
  update();
}
