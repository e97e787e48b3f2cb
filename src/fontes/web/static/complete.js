// Names are offered as one types, in the list the browser itself shows and reads out.

const WAIT = 120; // milliseconds after the last key

const JOINTS = /^.*(?:[,>]\s*|\s(?:and|or|saying)\s+|^that\s+|^text of\s+)/; // what stands before the name that is being typed

/** Fill the list of a field from the address in its `data-complete`. With `data-pieces`, names stand in a row, and the last is completed. */
export function completing(field) {
  const list = document.getElementById(field.getAttribute("list"));
  let waiting = 0;
  let asking = null;
  field.addEventListener("input", (event) => {
    clearTimeout(waiting);
    if (event.inputType === undefined || !field.value.trim()) return; // one was chosen from the list
    waiting = setTimeout(async () => {
      asking?.abort();
      asking = new AbortController();
      const address = new URL(field.dataset.complete, location.href);
      const before = field.dataset.pieces === undefined ? "" : (field.value.match(JOINTS)?.[0] ?? "");
      if (!field.value.slice(before.length).trim()) return;
      address.searchParams.set("q", field.value.slice(before.length).slice(0, 200));
      try {
        const answer = await fetch(address, { signal: asking.signal });
        if (answer.ok) offer(list, (await answer.json()).names, before);
      } catch {
        // the list stays as it is; what is typed is still understood
      }
    }, WAIT);
  });
}

function offer(list, names, before) {
  list.replaceChildren(...names.map(({ value, label, kind }) => {
    const option = document.createElement("option");
    option.value = before + value;
    option.textContent = `${before}${label} (${kind})`;
    return option;
  }));
}
