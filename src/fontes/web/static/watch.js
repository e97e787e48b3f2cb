// The open page follows the corpus on disk (see docs/decisions/0020). Nothing is asked while the page is out of view.

// A form has no lens. It is never taken over by itself, for what is written in it may be wanted.
const look = document.querySelector(".lens") ? (await import("./lens.js")).look : null;

const EVERY = 1000; // milliseconds between two looks
const SLOWEST = 30000; // where nobody answers

const line = document.querySelector("#watch p");
let wait = EVERY;
let timer = 0;
let shown = revision();
let tried = ""; // what could not be taken over, such as a page whose thing was removed, is not tried again until something else changes

function revision() {
  return document.querySelector("main").dataset.revision;
}

async function ask() {
  timer = 0;
  if (document.hidden || !revision()) return again();
  if (revision() !== shown) put(""); // another page came in meanwhile
  shown = revision();
  try {
    const answer = await fetch(`/watch?revision=${encodeURIComponent(revision())}`);
    wait = EVERY;
    if (answer.status === 200) await changed((await answer.json()).revision);
  } catch {
    wait = Math.min(wait * 2, SLOWEST); // the workbench was closed; it may be opened again
  }
  again();
}

function again() {
  if (!timer && !document.hidden) timer = setTimeout(ask, wait);
}

/** Take the page over as it is now; where somebody has unsaved words in it or is selecting some, offer to. */
async function changed(now) {
  if (now === tried) return;
  if (!busy()) {
    await take();
    if (revision() === shown) tried = now;
    shown = revision();
    return;
  }
  if (line.querySelector("button")) return;
  const { waits, take: words } = document.getElementById("watch").dataset;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words;
  button.addEventListener("click", () => take(document.querySelector("main")));
  line.replaceChildren(waits, button);
}

async function take(focus = null) {
  if (!look) return location.assign(location.href);
  const before = revision();
  await look(location.href, { push: false, announce: document.getElementById("watch").dataset.said });
  if (revision() === before) return;
  put("");
  if (focus) document.querySelector("main").focus({ preventScroll: true });
}

function put(words) {
  line.textContent = words;
}

/** Are there words in a form that are not saved, or words selected? */
function busy() {
  if (!look) return true;
  const selection = document.getSelection();
  if (!selection.isCollapsed && document.querySelector("main").contains(selection.anchorNode)) return true;
  return [...document.querySelectorAll("input, textarea, select")].some(unsaved);
}

function unsaved(field) {
  if (["hidden", "submit", "button"].includes(field.type)) return false;
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  if (field.localName !== "select") return field.value !== field.defaultValue;
  const set = [...field.options].findIndex((option) => option.defaultSelected);
  return field.selectedIndex !== Math.max(set, 0);
}

document.addEventListener("visibilitychange", () => {
  wait = EVERY;
  if (!document.hidden && !timer) ask();
});

again();
