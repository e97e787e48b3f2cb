// The lens bar. Without this file the bar is a plain form; with it, a change comes into the open page (see docs/decisions/0018).

import { completing } from "./complete.js";
import { atOnce } from "./statuses.js";

const SLOW = 500; // milliseconds after which it is said that the page is being worked out

let asking = null;
const PARTS = [".top", ".lens", ".rooms", "main"]; // what is put in place of the old when another page comes in
let here = withoutPlace(location);

/** Bring the page at an address into this one. `announce` is said instead of what the lens is, where it is not the lens that changed. */
export async function look(address, { push = true, announce = "" } = {}) {
  asking?.abort();
  asking = new AbortController();
  const bar = document.querySelector(".lens");
  bar.setAttribute("aria-busy", "true");
  const slow = setTimeout(working, SLOW);
  if (!announce) atOnce(address, asking.signal);
  try {
    const answer = await fetch(address, { signal: asking.signal, headers: { Accept: "text/html" } });
    const other = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!answer.ok) return refuse(other);
    if (!other.querySelector(".lens") || !other.querySelector("main")) return location.assign(address);
    const to = new URL(answer.url);
    to.hash = new URL(address, location.href).hash;
    if (push && to.href !== location.href) history.pushState({ lens: true }, "", to.href);
    here = withoutPlace(to);
    exchange(other);
    say(announce || document.querySelector(".lens .told").textContent);
  } catch (fault) {
    if (fault.name !== "AbortError") location.assign(address);
  } finally {
    clearTimeout(slow);
    document.querySelector(".lens")?.removeAttribute("aria-busy");
  }
}

/** Put the parts of another page in place of ours; the focus stays on the control it was on, or goes to the field beside it. */
function exchange(other) {
  const held = document.activeElement;
  const id = held?.id;
  const inside = held?.closest?.(PARTS.join(", ")) ?? null;
  const open = document.querySelector(".lens details")?.open;
  const part = PARTS.find((one) => inside?.matches(one));
  const alike = inside ? placed(held, part) : null;
  const at = [window.scrollX, window.scrollY];
  const scrolled = [...document.querySelectorAll("main .canvas")].map((canvas) => [canvas.scrollLeft, canvas.scrollTop]);
  for (const fresh of other.querySelectorAll("main figure.drawing")) keepDrawing(fresh);
  for (const one of PARTS) document.querySelector(one).replaceWith(document.adoptNode(other.querySelector(one)));
  for (const script of document.querySelectorAll("main script[type=module][src^='/static/']")) import(script.src);
  document.title = other.title;
  if (open) document.querySelector(".lens details").open = true;
  // To scroll is to lay out: only what was scrolled is scrolled.
  document.querySelectorAll("main .canvas").forEach((canvas, at) => scrolled[at]?.some(Boolean) && canvas.scrollTo(...scrolled[at]));
  ready();
  if (at.some(Boolean)) window.scrollTo({ left: at[0], top: at[1], behavior: "instant" });
  if (!inside) return;
  const field = part !== ".lens" ? "page" : held.dataset.unit !== undefined ? "lens-add" : "lens-as-of";
  const again = (id && document.getElementById(id)) || (held.dataset.unit === undefined && alike()) || document.getElementById(field);
  again?.focus({ preventScroll: true });
}

/** How to find again, on the page as it is then, what had the focus: what leads to the same place (through whatever lens), or has the same name. */
function placed(held, part) {
  const leads = (one) => (one.hasAttribute("href") ? new URL(one.getAttribute("href"), location.href).pathname : "");
  const says = (one) => [one.localName, leads(one), one.getAttribute("name"), one.textContent].join("\n");
  const same = (one) => [...document.querySelectorAll(`${part} ${one.localName}`)].filter((other) => says(other) === says(one));
  const nth = same(held).indexOf(held);
  return () => { const them = same(held); return them[nth] ?? them[0]; };
}

/** A drawing in which nothing moved stays, as large as it was made; only how each thing stands and where it leads is taken over. */
function keepDrawing(fresh) {
  const title = fresh.querySelector("svg > title")?.id;
  const old = title && document.getElementById(title)?.closest("figure.drawing");
  if (!old) return;
  const [ours, theirs] = [old, fresh].map((figure) => [...figure.querySelectorAll(".canvas > svg *")]);
  if (!ours.length) return;
  const alike = (one, other) => one.localName === other.localName && ["d", "x", "y"].every((at) => one.getAttribute(at) === other.getAttribute(at));
  if (ours.length !== theirs.length || !ours.every((one, at) => alike(one, theirs[at]))) return;
  ours.forEach((one, at) => {
    for (const name of ["class", "href", "aria-label"]) {
      if (theirs[at].hasAttribute(name)) one.setAttribute(name, theirs[at].getAttribute(name));
      else one.removeAttribute(name);
    }
    if (!one.children.length && one.textContent !== theirs[at].textContent) one.textContent = theirs[at].textContent;
  });
  old.querySelector("figcaption").replaceWith(document.adoptNode(fresh.querySelector("figcaption")));
  fresh.replaceWith(old);
}

/** Say in one sentence what the lens is and what it changes, or what else the page is now. */
function say(words) {
  document.getElementById("lens-fault").hidden = true;
  document.getElementById("lens-said").textContent = words.replace(/\s+/g, " ").trim();
}

/** What takes longer is said to be worked on. */
function working() {
  const line = document.getElementById("lens-working");
  line.hidden = false;
  document.getElementById("lens-said").textContent = line.textContent;
}

/** What is not understood is said under the bar; the page stays as it is. */
function refuse(other) {
  const words = [...other.querySelectorAll("main h1, main p")].map((one) => one.textContent.trim()).join(" ");
  const fault = document.getElementById("lens-fault");
  fault.textContent = words;
  fault.hidden = false;
  document.getElementById("lens-working").hidden = true;
  const field = document.activeElement?.closest?.("#lens-form input");
  field?.setAttribute("aria-invalid", "true");
  document.getElementById("lens-said").textContent = words;
}

function withoutPlace({ pathname, search }) {
  return pathname + search;
}

function addressOf(form) {
  const given = [...new FormData(form)].filter(([, value]) => value !== "");
  const query = new URLSearchParams(given).toString();
  return form.getAttribute("action") + (query ? `?${query}` : "") + location.hash;
}

function ready() {
  const form = document.getElementById("lens-form");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    look(addressOf(form));
  });
  form.addEventListener("change", (event) => {
    if (event.target.matches("select, #lens-as-of, #lens-published-by, #lens-add")) look(addressOf(form));
  });
  form.addEventListener("keydown", (event) => {
    if (event.target.id !== "lens-as-of" || !["PageUp", "PageDown"].includes(event.key)) return;
    event.preventDefault();
    const step = document.getElementById(event.key === "PageUp" ? "lens-earlier" : "lens-later");
    if (step) look(step.href);
  });
  for (const field of document.querySelectorAll("[data-complete]")) completing(field);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-lens]");
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  look(link.href);
});

// A step to another place on the same page is no change of lens.
window.addEventListener("popstate", () => { if (here !== withoutPlace(location)) look(location.href, { push: false }); });

ready();
