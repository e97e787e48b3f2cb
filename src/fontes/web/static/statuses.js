// How propositions stand under another lens, as data, put into the open page before the page itself comes (see docs/decisions/0024).

const LENS = ["lens", "as-of", "published-by", "distrust", "criticisms", "voices", "add", "trust"];

/** Ask what the lens of an address changes on the page as it is, and mark it at once. What it changes is said when the page has come. */
export async function atOnce(address, signal) {
  const to = new URL(address, location.href);
  if (to.pathname !== location.pathname) return;
  const query = new URLSearchParams(ofLens(to));
  query.set("from", String(new URLSearchParams(ofLens(location))));
  const main = document.querySelector("main");
  try {
    const answer = await fetch(`/changes?${query}`, { signal });
    if (!answer.ok) return; // what is not understood is said with the page
    const { propositions } = await answer.json();
    if (signal.aborted || !main.isConnected) return; // the page was quicker
    mark(main, propositions);
  } catch {
    // the page comes in any case
  }
}

function ofLens({ search }) {
  return [...new URLSearchParams(search)].filter(([key]) => LENS.includes(key));
}

/** In each row and line about a proposition, and at the head of its own page, the sign and word of how it stands. */
function mark(main, propositions) {
  const changed = new Map(propositions.map((each) => [each.id, each]));
  const signs = document.getElementById("lens-statuses").content;
  const put = (row, { before, after }) => {
    const old = row.querySelector(`[data-status="${before}"]`);
    const fresh = signs.querySelector(`[data-status="${after}"]`);
    if (!old || !fresh) return;
    old.replaceWith(fresh.cloneNode(true));
    if (row.localName === "tr") row.classList.toggle("lost", fresh.classList.contains("lost"));
  };
  for (const link of main.querySelectorAll('tr a[href^="/propositions/"], li a[href^="/propositions/"]')) {
    const each = changed.get(named(link));
    if (each && !link.closest("svg")) put(link.closest("tr, li"), each);
  }
  const own = changed.get(named(location));
  if (own && main.querySelector(".lead")) put(main.querySelector(".lead"), own);
}

/** The proposition that an address is about, as it is called in the corpus. */
function named({ pathname }) {
  const [, room, name] = pathname.split("/");
  return room === "propositions" && name ? decodeURIComponent(name) : "";
}
