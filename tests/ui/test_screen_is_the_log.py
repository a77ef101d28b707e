"""What the screen shows is what the log holds: recounted here from the events alone, by a second, simpler way."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from game.feed import events
from game.feed.events import Event
from game.session import Session
from game.ui.play import SEAT, Play
from game.ui.robot import Robot
from game.ui.scenes.desk import Desk
from game.ui.words import clock, number
from tests.ui.conftest import MakeHands
from tests.ui.hands import Hands

FRAME = 1 / 30
VERDICTS = {events.THANKED: "thanked", events.MINUTE_BACK: "back"}
Post = tuple[int, int]


class Said(NamedTuple):
    """One reader's word on a copy that descends from the seat's."""

    reader: int
    via: int
    post: Post
    thanked: bool
    seconds: int


def told(session: Session) -> list[Event]:
    """Every event since the seat sat down, to its morning if that has come."""
    until = session.chair(SEAT).morning or session.tick
    return [event for event in session.engine.history() if session.start_tick < event.tick <= until]


def said(session: Session) -> Iterator[Said]:
    """Follow every copy of what the seat passed on, from hand to hand, and what its readers said."""
    seat = session.chair(SEAT).account
    carriers: dict[Post, set[int]] = {}
    for event in told(session):
        post = (event.subject, event.nth)
        if event.kind == events.RESHARE and event.actor == seat:
            carriers.setdefault(post, set()).add(seat)
        elif event.kind == events.RESHARE and event.other in carriers.get(post, ()):
            carriers[post].add(event.actor)
        elif event.kind in VERDICTS and event.actor != seat and event.other in carriers.get(post, ()):
            yield Said(event.actor, event.other, post, event.kind == events.THANKED, event.value)


def followers(session: Session, before: int) -> int:
    """Followers by the log: those before, and whoever came and went."""
    seat = session.chair(SEAT).account
    came = sum(event.kind == events.FOLLOW and event.subject == seat for event in told(session))
    went = sum(event.kind == events.UNFOLLOW and event.subject == seat for event in told(session))
    return before + came - went


def ticks_and_hourglasses(desk: Hands, play: Play) -> None:
    """Compare each neighbour's tray on the screen with the log."""
    seat = play.session.chair(SEAT).account
    counts = Counter((one.reader, one.thanked) for one in said(play.session) if one.via == seat)
    for neighbour in play.look.neighbours:
        value = desk.node(neighbour.name)["value"]
        assert f"thanked: {counts[neighbour.account, True]};" in value
        assert f"want the minute back: {counts[neighbour.account, False]};" in value


def strip(desk: Hands, play: Play) -> None:
    """Compare the OUT strip with the log."""
    counts = Counter((one.post, one.thanked) for one in said(play.session))
    seat = play.session.chair(SEAT).account
    sent = [(e.subject, e.nth) for e in told(play.session) if e.kind == events.RESHARE and e.actor == seat]
    notes = [node for node in desk.tree() if node["role"] == "note" and "thanked," in node.get("value", "")]
    shown = [(node["name"], node["value"]) for node in notes]
    words = play.session.wording.deck(seat).told
    assert [name for name, _ in shown] == [words[post].headline for post in sent[-4:][::-1]]
    for (_, value), post in zip(shown, sent[-4:][::-1], strict=True):
        assert value == f"{counts[post, True]} thanked, {counts[post, False]} want the minute back"


def meters(desk: Hands, play: Play, before: int) -> None:
    """Compare the meters with the log."""
    minutes = sum(one.seconds for one in said(play.session)) / 60
    thanked = sum(one.seconds for one in said(play.session) if one.thanked) / 60
    assert desk.node("Others' minutes")["value"] == f"{clock(minutes)}, {clock(thanked)} thanked"
    assert desk.node("Followers")["value"] == number(followers(play.session, before))


@pytest.fixture
def played(hands: MakeHands) -> tuple[Hands, Play, int, list[int]]:
    """A shift in which everything is passed on, all but its end; followers before, and capsules that set out per tray."""
    desk = hands(seed=3, reduced_motion=False)
    robot = Robot(desk.app, "reshare-all")
    while not isinstance(desk.app.scene, Desk):
        robot.frame(FRAME)
    play = desk.app.scene.play
    before = int(play.session.engine.world.accounts.followers[play.session.chair(SEAT).account])
    flown = [0] * len(play.look.neighbours)
    seen: list[object] = []
    while play.look.shift.handled < play.look.shift.cards - 1:
        robot.frame(FRAME)
        for flight in desk.app.scene.traffic.flights:
            if not any(flight is one for one in seen):
                seen.append(flight)
                flown[flight.tray] += 1
    return desk, play, before, flown


def test_ticks_hourglasses_strip_and_meters_are_the_logs(played: tuple[Hands, Play, int, list[int]]) -> None:
    desk, play, before, flown = played
    play.set_calm(calm=True)  # the world stands still, what flies lands
    desk.run(4.0)
    assert sum(1 for _ in said(play.session)) > 20
    ticks_and_hourglasses(desk, play)
    strip(desk, play)
    meters(desk, play, before)
    sent = sum(e.kind == events.RESHARE and e.actor == play.session.chair(SEAT).account for e in told(play.session))
    assert sum(flown) > 0
    assert max(flown) <= sent, "a capsule was drawn for which nothing was delivered"


def test_the_top_ten_is_counted_from_the_log(played: tuple[Hands, Play, int, list[int]]) -> None:
    desk, play, _, _ = played
    robot = Robot(desk.app, "reshare-all")
    while desk.scene != "topten":
        robot.frame(FRAME)
    stamps = Counter((e.subject, e.nth) for e in told(play.session) if e.kind in (events.LIKE, events.RESHARE))
    seat = play.session.chair(SEAT).account
    mine = {(e.subject, e.nth) for e in told(play.session) if e.kind in (events.LIKE, events.RESHARE) and e.actor == seat}
    top = play.top()
    assert [line.stamps for line in top.lines] == [count for _, count in stamps.most_common(len(top.lines))]
    for line in top.lines:
        post = (line.card >> 20, line.card & ((1 << 20) - 1))
        assert line.stamps == stamps[post]
        assert line.mine == (post in mine)
    assert top.stamps == sum(line.stamps for line in top.lines)
