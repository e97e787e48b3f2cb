/* A drawing can be made larger, moved by its ground, and walked through by the arrow keys. Without this file it scrolls, and Tab walks through it. */

const STEP = 1.25, LEAST = 0.4, MOST = 3;

function readied() {
  const figures = [...document.querySelectorAll("figure.drawing:not([data-ready])")];
  /* All are measured before any is changed, so that the page is laid out once. */
  const measures = figures.map((figure) => measured(figure.querySelector(".canvas"), figure.querySelector(".thing")));
  figures.forEach((figure, at) => {
    figure.dataset.ready = "";
    begin(figure, figure.querySelector(".canvas"), figure.querySelector(".canvas > svg"), measures[at]);
  });
}

/* Is there more than is seen, and how far down is what is read first, where it is below what is seen? */
function measured(canvas, first) {
  const high = canvas.clientHeight, y = first?.getBBox().y ?? 0;
  return { more: canvas.scrollWidth > canvas.clientWidth + 1 || canvas.scrollHeight > high + 1, below: y > high - 80 ? y : 0 };
}

readied();
new MutationObserver(readied).observe(document.body, { childList: true, subtree: true });

function begin(figure, canvas, svg, { more, below }) {
  const { width, height } = svg.viewBox.baseVal;
  const things = [...svg.querySelectorAll(".thing")];
  const lines = [...svg.querySelectorAll("[data-joins]")].map((line) => ({ line, joins: line.dataset.joins.split(" ") }));
  const links = things.filter((thing) => thing.localName === "a");
  const byNumber = new Map(things.map((thing) => [thing.dataset.at, thing]));
  let size = 1;

  function sized(wanted) {
    const now = Math.min(MOST, Math.max(LEAST, wanted)), by = now / size;
    const middle = [canvas.scrollLeft + canvas.clientWidth / 2, canvas.scrollTop + canvas.clientHeight / 2];
    svg.setAttribute("width", width * now);
    svg.setAttribute("height", height * now);
    size = now;
    canvas.scrollTo(middle[0] * by - canvas.clientWidth / 2, middle[1] * by - canvas.clientHeight / 2);
  }

  /* What is seen whole needs no tools. */
  if (more) tools(figure, canvas, sized, () => size);
  moved(canvas);
  /* What is read first is on the first screen. */
  if (below) canvas.scrollTop = below - 60;

  /* One of the things is reached by Tab; from there the arrows lead on. */
  links.forEach((link, place) => link.setAttribute("tabindex", place ? "-1" : "0"));

  function lit(thing) {
    const number = thing?.dataset.at;
    for (const { line, joins } of lines) line.classList.toggle("near", number !== undefined && joins.includes(number));
  }

  function reached(thing) {
    for (const link of links) link.setAttribute("tabindex", link === thing ? "0" : "-1");
    thing.focus({ preventScroll: true });
    thing.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /* On the canvas: a drawing that listens for the focus itself would be reached by Tab. */
  canvas.addEventListener("focusin", (event) => lit(event.target.closest(".thing")));
  canvas.addEventListener("focusout", () => lit(null));
  svg.addEventListener("pointerover", (event) => lit(event.target.closest(".thing") ?? document.activeElement?.closest?.(".thing")));
  svg.addEventListener("pointerleave", () => lit(null));

  canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const thing = event.target.closest(".thing");
    const onward = thing && next(thing, event.key, { links, lines, byNumber });
    if (onward) reached(onward);
    else if (event.key === "+" || event.key === "=") sized(size * STEP);
    else if (event.key === "-" || event.key === "−") sized(size / STEP);
    else if (event.key === "0") sized(1);
    else if (!thing || !event.key.startsWith("Arrow")) return;
    event.preventDefault();
  });
}

/* In rows up and down as they are read; to the left and right along a line, else the nearest that way. */
function next(thing, key, { links, lines, byNumber }) {
  const [x, y] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key] ?? [0, 0];
  if (!x && !y) return null;
  if (y && !lines.length) return links[links.indexOf(thing) + y] ?? null;
  const at = thing.dataset.at;
  const joined = !x ? [] : [...walk(at, x, lines, byNumber)].map((number) => byNumber.get(number)).filter((each) => links.includes(each));
  const here = middle(thing);
  const there = (joined.length ? joined : links).filter((each) => each !== thing).map((each) => ({ each, to: middle(each) }));
  const ahead = there.map(({ each, to }) => {
    const along = (to[0] - here[0]) * x + (to[1] - here[1]) * y, aside = Math.abs((to[0] - here[0]) * y) + Math.abs((to[1] - here[1]) * x);
    return { each, along, far: along + 3 * aside };
  }).filter(({ along }) => along > 1).sort((a, b) => a.far - b.far);
  return ahead[0]?.each ?? null;
}

/* What lies one line on; joints, which lead nowhere themselves, are passed through. */
function walk(number, way, lines, byNumber, seen = new Set([number])) {
  const found = new Set();
  for (const { joins } of lines) {
    const [from, ...to] = joins;
    for (const each of way > 0 ? (from === number ? to : []) : to.includes(number) ? [from] : []) {
      if (seen.has(each)) continue;
      seen.add(each);
      const thing = byNumber.get(each);
      if (thing?.classList.contains("joint")) walk(each, way, lines, byNumber, seen).forEach((one) => found.add(one));
      else found.add(each);
    }
  }
  return found;
}

function middle(thing) {
  const box = thing.getBoundingClientRect();
  return [box.left + box.width / 2, box.top + box.height / 2];
}

function tools(figure, canvas, sized, size) {
  const { larger, smaller, asDrawn, keys } = figure.dataset;
  const bar = document.createElement("div");
  bar.className = "tools";
  for (const [words, to] of [[larger, () => size() * STEP], [smaller, () => size() / STEP], [asDrawn, () => 1]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words;
    button.addEventListener("click", () => sized(to()));
    bar.append(button);
  }
  const note = document.createElement("span");
  note.textContent = keys;
  bar.append(note);
  canvas.before(bar);
}

/* The ground can be taken hold of; words can still be selected, and a finger scrolls as everywhere. */
function moved(canvas) {
  let from = null;
  canvas.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" || event.button || event.target.closest("text, a")) return;
    from = [event.clientX + canvas.scrollLeft, event.clientY + canvas.scrollTop];
    canvas.setPointerCapture(event.pointerId);
    canvas.classList.add("held");
  });
  canvas.addEventListener("pointermove", (event) => from && canvas.scrollTo(from[0] - event.clientX, from[1] - event.clientY));
  for (const end of ["pointerup", "pointercancel"]) {
    canvas.addEventListener(end, () => { from = null; canvas.classList.remove("held"); });
  }
}
