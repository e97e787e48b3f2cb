"""Notes and bibliography: Chicago's notes and bibliography by itself; any other style of the Citation Style Language by way of pandoc."""

from fontes.present.citing.chicago import cited
from fontes.present.citing.works import Printed, Work, works

__all__ = ["Printed", "Work", "cited", "works"]
