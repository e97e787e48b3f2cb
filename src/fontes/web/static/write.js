// Forms for writing. Without this file they are plain forms; with it, the statement as it will be written is shown while one types.

import { completing } from "./complete.js";

const WAIT = 450; // milliseconds after the last key
const form = document.querySelector("form.write");
let touched = new Set();
let waiting = 0;
let asking = null;
let last = "";

/** Ask what would be written, and show it. */
async function preview() {
  asking?.abort();
  asking = new AbortController();
  const sent = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
  sent.set("do", "preview");
  try {
    const answer = await fetch(form.dataset.live, { method: "POST", body: sent, signal: asking.signal, headers: { Accept: "application/json" } });
    if (answer.headers.get("content-type")?.startsWith("application/json")) show(await answer.json());
  } catch (fault) {
    if (fault.name !== "AbortError") document.getElementById("preview-said").textContent = form.dataset.waiting;
  }
}

function show(found) {
  const lines = document.getElementById("preview-lines");
  lines.textContent = found.lines.join("\n");
  lines.hidden = !found.lines.length;
  document.getElementById("preview-place").textContent = found.place;
  const said = document.getElementById("preview-said");
  said.textContent = [found.said, ...found.general].join(" ");
  said.classList.toggle("ready", found.ready);
  document.getElementById("preview-remarks").replaceChildren(...found.remarks.map((words) => item(words)));
  for (const field of form.querySelectorAll(".field")) refuse(field, touched.has(field.dataset.field) ? found.fields[field.dataset.field] : "");
  for (const id of found.offers) document.getElementById(id).open = true;
  if (found.sections.length) offer(document.getElementById("f-section"), found.sections);
  if (said.textContent !== last) document.getElementById("preview-told").textContent = said.textContent;
  last = said.textContent;
}

function item(words) {
  const made = document.createElement("li");
  made.textContent = words;
  return made;
}

/** What stands against a field is said under it, once something was typed there. */
function refuse(field, words) {
  const said = field.querySelector(".refused");
  const control = document.getElementById(field.dataset.field);
  if (!said || !control) return;
  said.textContent = words || "";
  said.hidden = !words;
  field.classList.toggle("wrong", Boolean(words));
  const ids = [words ? said.id : "", document.getElementById(`${field.dataset.field}-hint`)?.id ?? ""].filter(Boolean).join(" ");
  if (ids) control.setAttribute("aria-describedby", ids);
  else control.removeAttribute("aria-describedby");
  if (words) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
}

/** The sections of the chosen file; the choice stays where it is still there. */
function offer(select, sections) {
  if (!select || select === document.activeElement) return;
  const chosen = select.value;
  const known = [...select.options].map((one) => one.value).join("\n");
  if (known === sections.map(([value]) => value).join("\n")) return;
  select.replaceChildren(...sections.map(([value, label]) => new Option(label, value, false, value === chosen)));
}

/** One more field of a kind that can stand several times. */
function another(id, focus = true) {
  const field = form.querySelector(`.field[data-field="${CSS.escape(id)}"]`);
  const values = [...field.querySelectorAll(".value")];
  const made = values.at(-1).cloneNode(true);
  made.querySelectorAll("input, textarea").forEach((control, at) => {
    control.value = "";
    control.removeAttribute("aria-describedby");
    control.removeAttribute("autofocus");
    if (!at) {
      control.id = `${id}-${values.length}`;
      control.setAttribute("aria-label", `${field.querySelector("label").firstChild.textContent.trim()} ${values.length + 1}`);
    }
    if (control.dataset.complete) completing(control);
  });
  values.at(-1).after(made);
  if (focus) made.querySelector("input, textarea").focus();
}

function ready() {
  for (const button of form.querySelectorAll("button.more")) {
    button.hidden = false;
    button.addEventListener("click", () => another(button.dataset.more));
  }
  for (const field of form.querySelectorAll("[data-complete]")) completing(field);
  form.querySelector(".show").hidden = true;
  form.classList.add("live");
  const changed = (event) => {
    const field = event.target.closest(".field")?.dataset.field;
    if (field) touched.add(field);
    clearTimeout(waiting);
    waiting = setTimeout(preview, WAIT);
  };
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit(form.querySelector(".save"));
    }
  });
}

const against = document.getElementById("against");
if (form) {
  ready();
  const typed = [...form.querySelectorAll("input, textarea")].some((control) => control.value !== control.defaultValue);
  if (!against && (typed || form.querySelector("#preview-lines").hidden === false)) preview(); // also what was typed before this file was here
}
if (against) against.focus(); // what stands against it is read first, and leads to its fields
else {
  const told = document.getElementById("told");
  if (told) {
    const words = told.firstElementChild;
    const said = words.textContent;
    words.textContent = "";
    setTimeout(() => (words.textContent = said), 60); // a live region speaks of what changes in it
  }
}
