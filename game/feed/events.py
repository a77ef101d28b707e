"""Kinds of events: those the calendar schedules and those the log records, with their names."""

from typing import Final, NamedTuple

# Scheduled: the calendar's kinds. At one tick the lower number goes first.
VISIT: Final = 1  # actor opens its tray
POST: Final = 2  # actor writes
LEARN: Final = 3  # actor judges its oldest unjudged post
JOIN: Final = 4  # a newcomer enters community `actor`
CALLOUT: Final = 5  # chain `actor` of the tactics table starts
ANSWER: Final = 6  # the target of chain `actor` answers
CANCEL_TICK: Final = 7  # the coalition of chain `actor` is counted
COURSE_LAUNCH: Final = 8  # chain `actor` puts a course on sale
DEAL: Final = 9  # a card is dealt to desk `actor`

# Logged besides: what happened. Subject and nth are a post's address unless said otherwise.
LIKE: Final = 20  # actor liked; other = via
RESHARE: Final = 21  # actor passed it on; other = via whom it came, value = depth of the new entry
THANKED: Final = 22  # actor read and thanks; other = via, value = seconds spent
MINUTE_BACK: Final = 23  # actor read and wants the minute back; other = via, value = seconds spent
FELL_OFF: Final = 24  # unread, pushed out of actor's tray; other = via
FOLLOW: Final = 25  # actor follows subject
UNFOLLOW: Final = 26  # actor unfollows subject
BUY: Final = 27  # actor buys the course; value = price in thousandths of a coin
GRADUATE: Final = 28  # actor turned guru after a course of subject
BACKFIRE: Final = 29  # actor's call-out cost it authenticity; subject = target
BURST: Final = 30  # actor's coalition made followers leave subject; value = how many
NEWCOMER: Final = 31  # actor joined
DEALT: Final = 32  # a card was dealt to actor's desk; other = via
IGNORE: Final = 33  # a seat put it aside
UNFOLD: Final = 34  # a seat read the inside
DELIVERED: Final = 35  # actor's card went to `value` trays

NAMES: Final[dict[int, str]] = {
    value: name for name, value in list(globals().items()) if name.isupper() and isinstance(value, int)
}


class Event(NamedTuple):
    """One line of the log."""

    tick: int  # simulated seconds since the world began
    kind: int  # see above
    actor: int  # account
    subject: int  # account, or author of the post
    nth: int  # the author's nth post (0 when the event is about no post)
    other: int  # account, -1 for none
    value: int
