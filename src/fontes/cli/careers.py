"""``fontes careers``: posts, events and denunciations of an agent; without one, who compromised whom."""

from __future__ import annotations

from fontes.cli.common import fail, known, print_json
from fontes.cli.showing import show
from fontes.cli.view import View, through_a_lens
from fontes.findings.careers import career_in, network_in
from fontes.findings.careers.denunciations import Recorded, attesting
from fontes.findings.known.routes import withdraws
from fontes.model.names import AgentId
from fontes.present.export.careers import career_values, network_values
from fontes.present.rooms.careers import career_page, network_page
from fontes.present.rooms.concordance import concordance


@through_a_lens("[FOLDER] [AGENT]")
def careers(view: View) -> None:
    """Posts, events and denunciations of an agent, and what came after them. Without an agent: who compromised whom."""
    corpus = view.corpus
    if len(view.names) > 1:
        fail("one agent at a time: fontes careers FOLDER AGENT.")
    agents = [AgentId(known(name, list(corpus.agents), "agent")) for name in view.names]
    base = attesting(view.lens)
    recorded = Recorded(corpus, view.lens, view.bench.statuses(base) if withdraws(base) else None)
    if agents:
        career = career_in(recorded, agents[0])
        return print_json(career_values(career)) if view.json else show(career_page(concordance(corpus), career))
    network = network_in(recorded)
    return print_json(network_values(network)) if view.json else show(network_page(concordance(corpus), network))
