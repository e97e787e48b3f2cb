"""What is attested and supported, where its trails end, and what falls with what."""
