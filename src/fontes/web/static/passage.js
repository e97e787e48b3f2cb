// Words selected in the text of a source lead to the form that records who says what there. Without this file every paragraph has a plain link.

const MOST = 500; // signs of a quotation; more would make an address that is not answered

document.addEventListener("selectionchange", () => requestAnimationFrame(offer));

// From words selected the Tab key goes to what can be done with them.
document.addEventListener("keydown", (event) => {
  const bar = document.getElementById("taking");
  if (event.key !== "Tab" || event.shiftKey || !bar || bar.contains(document.activeElement) || !selected()) return;
  event.preventDefault();
  bar.querySelector("a").focus();
});

/** Show under the piece in which the selection ends what can be done with it; put it away where nothing is selected. */
function offer() {
  const chosen = selected();
  const bar = document.getElementById("taking");
  if (!chosen) {
    if (bar && !bar.contains(document.activeElement)) bar.remove();
    return;
  }
  const { take, label, long } = chosen.transcript.dataset;
  const made = bar ?? built(label, take);
  const [link, shown, cut] = made.children;
  link.href = chosen.address;
  shown.textContent = chosen.quote;
  cut.textContent = chosen.cut ? long.replace("{count}", MOST) : "";
  const words = chosen.last.querySelector(".words");
  if (words.nextElementSibling !== made) words.after(made); // the next stop of the Tab key
}

function built(label, take) {
  const made = document.createElement("div");
  made.id = "taking";
  made.className = "taking aside";
  made.setAttribute("role", "group");
  made.setAttribute("aria-label", label);
  made.append(...["a", "q", "span"].map((name) => document.createElement(name)));
  made.firstChild.textContent = take;
  return made;
}

/** What is selected in a text: its words, where it is cited, and the address of the form; nothing outside a text. */
function selected() {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const element = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);
  const transcript = element(range.commonAncestorContainer)?.closest(".transcript");
  if (!transcript?.dataset.passages) return null;
  const pieces = [...transcript.querySelectorAll(".piece")].filter((piece) => wordsIn(range, piece.querySelector(".words")));
  if (!pieces.length) return null;
  const all = folded(pieces.map((piece) => wordsIn(range, piece.querySelector(".words"))).join(" "));
  const quote = short(all);
  const address = new URL(transcript.dataset.passages, location.href);
  const passage = spanned(pieces[0].dataset.passage, pieces.at(-1).dataset.passage);
  // the source and the lens stand in the address already; the passage and the words come before the lens
  const given = [...address.searchParams];
  const own = [given[0], ...(passage ? [["passage", passage]] : []), ["quote", quote]];
  address.search = [...own, ...given.slice(1)].map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&");
  return { transcript, quote, cut: quote !== all, address: address.pathname + address.search, last: pieces.at(-1) };
}

/** The words of an element within a range, without what is no word of the text. */
function wordsIn(range, words) {
  if (!range.intersectsNode(words)) return "";
  const part = document.createRange();
  part.selectNodeContents(words);
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) part.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
  const copy = part.cloneContents();
  for (const aside of copy.querySelectorAll(".aside")) aside.remove();
  for (const line of copy.querySelectorAll("br")) line.replaceWith(" ");
  return folded(copy.textContent);
}

function folded(words) {
  return words.replace(/\s+/gu, " ").trim();
}

/** So much of a quotation as is taken, ending with a whole word. */
function short(words) {
  const signs = [...words];
  if (signs.length <= MOST) return words;
  const cut = signs.slice(0, MOST).join("");
  return cut.slice(0, cut.lastIndexOf(" ") > 0 ? cut.lastIndexOf(" ") : undefined);
}

/** The passage from one place to another: `p. 3`, `p. 3–4`; where they are not counted alike, the first alone. */
function spanned(first, last) {
  if (!first || !last || first === last) return first ?? "";
  const [, unit, from] = first.match(/^(.*?)\s*(\S+)$/u) ?? [];
  const [, other, to] = last.match(/^(.*?)\s*(\S+)$/u) ?? [];
  return unit === other ? `${unit} ${from}–${to}` : first;
}
