"""A desk beside the shared coverage: its file (`files`), what it keeps (`kept`, `journal`), what it removed
(`removing`, `imprints`), and how both look as one (`counterparts` finds out, `overlay` tells).
"""
