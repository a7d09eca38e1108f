"""Finding what somebody remembers wrongly: the index (`index`, `proposing`) proposes, rapidfuzz (`scoring`) decides."""
