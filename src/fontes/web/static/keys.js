// Shorter ways by single keys (they stand in the help, under Keyboard). They do nothing in a field, and can be turned off in this browser.

const OFF = "fontes-single-keys-off";
const asked = new URLSearchParams(location.search).get("keys");

try {
  if (asked === "off") localStorage.setItem(OFF, "1");
  if (asked === "on") localStorage.removeItem(OFF);
} catch {
  // a browser that keeps nothing keeps the keys on
}

function off() {
  try {
    return localStorage.getItem(OFF) !== null;
  } catch {
    return false;
  }
}

function typing(target) {
  return target.closest?.("input, textarea, select, [contenteditable]") !== null;
}

const WAYS = {
  "/": () => document.getElementById("find"),
  "?": () => document.querySelector("[data-keys]"),
  "[": () => document.querySelector("a[rel=prev]"),
  "]": () => document.querySelector("a[rel=next]"),
};

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || off()) return;
  const to = WAYS[event.key]?.();
  if (!to) return;
  event.preventDefault();
  if (to.dataset.keys) return location.assign(to.dataset.keys);
  if (to.localName === "a") return to.click();
  to.focus();
  to.select();
});
