"""Finding what somebody remembers wrongly: what was typed is understood (`understanding`), the index proposes
(`index`, `proposing`), rapidfuzz decides (`scoring`).
"""
