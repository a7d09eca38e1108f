"""The same story twice, and one event told by many.

A new document is compared with the stored stories that share its `traces` (`story_candidates`). What tells one story
(`same_story` decides) is put together as one (`merging`, kept by `story_writer`). Stories of one event (`same_event`
decides) are found by `event_candidates` and joined by `event_writer`.
"""
