// The page reads without this. With it: filters, sorting, keys, and notes on the line that calls them.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("script");
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const wide = matchMedia("(min-width: 62rem)");

  // Above the report a long table of contents hides the result; beside it there is room.
  if (!matchMedia("(min-width: 88rem)").matches) all("nav.contents details").forEach((contents) => (contents.open = false));

  // Notes and cards stand beside their line; one that would cover the one above is pushed down. Where the margin falls
  // further behind the text than this (pixels), the text waits until half of that is made up.
  const FURTHEST_BEHIND = 320;
  const GAP = 12;

  function measure(article) {
    return all(".row", article).map((row) => ({
      row,
      top: row.getBoundingClientRect().top,
      items: all(":scope > .margin > section.note, :scope > .margin > .finding", row).map((item) => {
        const beside = item.dataset.at && document.getElementById(item.dataset.at);
        const line = (beside || row).getBoundingClientRect();
        return { item, top: beside ? line.top - 4 : line.top, height: item.offsetHeight };
      }),
    }));
  }

  function place(article, rows) {
    let bottom = -Infinity;
    let shift = 0;
    for (const { row, top, items } of rows) {
      const rowTop = top + shift;
      const behind = items.length ? bottom + GAP - (items[0].top + shift) : 0;
      const wait = behind > FURTHEST_BEHIND ? Math.round(behind - FURTHEST_BEHIND / 2) : 0;
      shift += wait;
      row.style.setProperty("--wait", `${wait}px`);
      for (const { item, top: line, height } of items) {
        const at = Math.max(line + shift, bottom + GAP);
        item.style.setProperty("--top", `${Math.round(at - rowTop)}px`);
        bottom = at + height;
      }
    }
    const end = article.getBoundingClientRect();
    const text = article.querySelector(".text");
    text.style.setProperty("--tail", `${Math.max(0, Math.round(bottom - end.bottom))}px`);
  }

  function align() {
    root.classList.toggle("aligned", wide.matches);
    if (!wide.matches) return;
    for (const article of all("article.document")) {
      all(".row", article).forEach((row) => row.style.removeProperty("--wait"));
      article.querySelector(".text").style.removeProperty("--tail");
      place(article, measure(article));
    }
  }

  // Long notes beside the text show their first lines, so that the notes below stay near their sentences. One with a
  // diagnostic in it is always whole; so is every note on paper, on a narrow screen and without this script.
  const LONGEST = 176;
  function shorten() {
    root.classList.add("aligned");
    const long = all(".margin > section.note").filter((note) => {
      const text = note.querySelector(".note-text");
      return text.offsetHeight > LONGEST * 1.25 && !text.querySelector("mark");
    });
    for (const note of long) {
      const more = document.createElement("button");
      more.type = "button";
      more.className = "more";
      more.textContent = "Whole note";
      more.addEventListener("click", () => whole(note));
      note.classList.add("long");
      note.querySelector(".note-text").after(more);
    }
  }
  function whole(note) {
    note.classList.remove("long");
    const more = note.querySelector(".more");
    if (more) more.remove();
    alignSoon();
  }

  let ready = false;
  let pending = 0;
  function alignSoon() {
    if (!ready) return;
    cancelAnimationFrame(pending);
    pending = requestAnimationFrame(align);
  }

  // On a narrow screen margins fold below their text, but those with a diagnostic stay open.
  function fold() {
    for (const margin of all("details.margin")) {
      margin.open = wide.matches || margin.querySelector(".finding") !== null;
    }
    alignSoon();
  }

  wide.addEventListener("change", fold);
  addEventListener("resize", alignSoon);
  document.addEventListener("toggle", (event) => {
    if (event.target.matches("details.parsed, details.apart, details.metadata")) alignSoon();
  }, true);
  addEventListener("beforeprint", () => all("details.margin, details.group").forEach((part) => { part.open = true; }));

  // A link into something folded opens it.
  function reveal() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let part = target; part; part = part.parentElement) {
      if (part.tagName === "DETAILS") part.open = true;
    }
    if (target.closest(".long")) {
      whole(target.closest(".long"));
      align();
    }
    target.scrollIntoView({ block: target.matches("main > *") ? "start" : "center" });
  }
  addEventListener("hashchange", reveal);

  // The sentence of a note, while the note is pointed at or has the focus.
  function light(event) {
    const note = event.target.closest && event.target.closest("section.note");
    all(".s.lit").forEach((sentence) => sentence.classList.remove("lit"));
    const sentence = note && note.dataset.sentence && document.getElementById(note.dataset.sentence);
    if (sentence) sentence.classList.add("lit");
  }
  document.addEventListener("mouseover", light);
  document.addEventListener("focusin", light);

  // Filters.
  const boxes = all("input[data-filter]");
  const filter = document.querySelector(".filter");
  function applyFilter() {
    const off = new Set(boxes.filter((box) => !box.checked).map((box) => `${box.dataset.filter}:${box.value}`));
    const hidden = new Set();
    const entries = all("li.diagnostic");
    for (const entry of entries) {
      if (off.has(`severity:${entry.dataset.severity}`) || off.has(`code:${entry.dataset.code}`)) hidden.add(entry.dataset.x);
    }
    for (const part of all("[data-x]")) {
      part.classList.toggle("off", part.dataset.x.split(" ").every((number) => hidden.has(number)));
    }
    for (const group of all("details.group")) {
      group.classList.toggle("off", !group.querySelector("li.diagnostic:not(.off)"));
    }
    const none = document.querySelector(".filtered-out");
    if (none) none.hidden = hidden.size < entries.length;
    alignSoon();
  }
  if (filter) {
    filter.hidden = false;
    boxes.forEach((box) => box.addEventListener("change", applyFilter));
    applyFilter();
  }

  // Sorting: a click on a column's name, a second one turns the order round.
  const compare = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" }).compare;
  function sort(table, header, column) {
    const up = header.getAttribute("aria-sort") !== "ascending";
    const value = (row) => row.cells[column].textContent.trim();
    const order = (one, other) => {
      const [a, b] = [value(one), value(other)];
      if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1);
      return (up ? 1 : -1) * compare(a, b);
    };
    all("th[aria-sort]", table).forEach((other) => other.removeAttribute("aria-sort"));
    header.setAttribute("aria-sort", up ? "ascending" : "descending");
    table.tBodies[0].append(...[...table.tBodies[0].rows].sort(order));
  }
  for (const table of all("table.works")) {
    all("th[data-sort]", table).forEach((header) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...header.childNodes);
      header.append(button);
      button.addEventListener("click", () => sort(table, header, header.cellIndex));
    });
  }

  // Keys: j and k walk through the diagnostics in the text, u goes to the list.
  let current = null;
  function step(by) {
    const badges = all("article .badge[id]").filter((badge) => badge.getClientRects().length > 0);
    if (!badges.length) return;
    const focused = document.activeElement && document.activeElement.closest(".badge[id]");
    const at = badges.indexOf(focused || current);
    const next = at < 0 ? (by > 0 ? 0 : badges.length - 1) : (at + by + badges.length) % badges.length;
    current = badges[next];
    current.focus({ preventScroll: true });
    current.scrollIntoView({ block: "center" });
  }
  const keys = document.querySelector(".keys");
  if (keys) keys.hidden = false;
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "u" && current) location.hash = current.getAttribute("href");
    else return;
    event.preventDefault();
  });

  fold();
  if (wide.matches) shorten();
  ready = true;
  align();
  if (location.hash) reveal();
})();
