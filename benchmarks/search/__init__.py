"""What finding by words costs."""
