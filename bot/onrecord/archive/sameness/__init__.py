"""The same story twice, and one event told by many.

A new document is compared with the stored stories that share its `traces` (`gathering`). What tells one story
(`stories` decides) is put together as one (`telling`, kept by `retelling`). Stories of one event (`events` decides) are
found by `reports` and joined by `linking`.
"""
