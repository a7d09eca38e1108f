"""A desk beside the shared coverage: what it keeps (`journal`), what it removed (`removing`, `gatekeeper`,
`fingerprints`), and how both look as one (`comparison` finds out, `overlay` tells).
"""
