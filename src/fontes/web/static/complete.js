// Names are offered as one types, in the list the browser itself shows and reads out.

const WAIT = 120; // milliseconds after the last key

/** Fill the list of a field from the address in its `data-complete`. */
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
      address.searchParams.set("q", field.value.slice(0, 200));
      try {
        const answer = await fetch(address, { signal: asking.signal });
        if (answer.ok) offer(list, (await answer.json()).names);
      } catch {
        // the list stays as it is; what is typed is still understood
      }
    }, WAIT);
  });
}

function offer(list, names) {
  list.replaceChildren(...names.map(({ value, label, kind }) => {
    const option = document.createElement("option");
    option.value = value;
    option.textContent = `${label} (${kind})`;
    return option;
  }));
}
