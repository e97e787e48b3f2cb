"""How the laws are tried: as many examples as each says, and without a clock. A machine that is busy must not make a true law fail."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("fontes", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("fontes")
