"""Streams of chance, one number per purpose: a draw for one purpose never moves another's."""

from typing import Final

ATTRIBUTES: Final = 1  # who an account is: skill, rates, role
GRAPH: Final = 2  # initial follows
SESSION: Final = 3  # when an account opens its tray
BUDGET: Final = 4  # how many cards a session affords
READ: Final = 5  # a reader on a post: engagement and verdict
RESHARE: Final = 6  # a reader on a post: pass it on
FOLLOW: Final = 7  # a reader on an account
FOLLOW_BACK: Final = 8
WANDER: Final = 9  # closure, browsing, unfollowing at the end of a session
RECOMMEND: Final = 10  # which pool cell a slot reads
RANK: Final = 11  # noise of the ranking
POST: Final = 12  # when an account posts
CONTENT: Final = 13  # what a post is
POOL: Final = 14  # which pool cell a post takes
JOIN: Final = 15  # when and where newcomers come
CALLOUT: Final = 16
BURST: Final = 17  # a follower in a call-out's burst
COURSE: Final = 18
BUY: Final = 19
DEAL: Final = 20  # the desk rule
READING: Final = 21  # how a card reads, folded and unfolded
BOT: Final = 22  # decisions of computer-run players
WORDS: Final = 24  # which words a post gets
HEAT: Final = 26  # which further pool cells a reshare of a heated post takes
GRADUATE: Final = 25  # whether a course makes a guru of its buyer
