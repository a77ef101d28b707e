"""What moves on the map comes from the neighbours' counts, waits for its capsule, and is heard when it is seen."""

from dataclasses import replace
from itertools import pairwise

from game.session import Neighbour
from game.ui.happenings import Happening, What, at_trays
from game.ui.kit.tray import GLOWS
from game.ui.layout import layout
from game.ui.traffic import FADE, FALL, FLIGHT, SPARK, STRUCK, Traffic
from game.ui.tubes import tubes

BRAM = Neighbour(7, "Bram", slips=0, thanked=0, back=0, lit=False, waiting=12, room=12)
INES = replace(BRAM, account=8, name="Ines")
STEP = 1 / 30


def watching(*, reduced: bool = False) -> Traffic:
    """Traffic that knows two trays."""
    traffic = Traffic(reduced=reduced)
    traffic.update((BRAM, INES), 0.0)
    return traffic


def pass_by(traffic: Traffic, seconds: float, *now: Neighbour) -> list[What]:
    """Let time pass and give what came to be seen."""
    return [what for _ in range(round(seconds / STEP)) for what, _, _ in traffic.update(now, STEP)]


def test_what_did_not_change_has_not_happened() -> None:
    assert at_trays((BRAM, INES), (BRAM, INES)) == []
    assert at_trays((BRAM, INES), (BRAM, replace(INES, thanked=2))) == [Happening("thanked", 1, 2)]


def test_a_slip_that_was_read_has_not_come() -> None:
    assert at_trays((replace(BRAM, slips=2),), (BRAM,)) == []


def test_a_capsule_takes_its_time_and_lands() -> None:
    traffic = watching()
    now = (replace(BRAM, slips=1), INES)
    assert traffic.update(now, STEP) == [Happening("sent", 0, 1)]
    assert traffic.under_way(0) == 1
    assert 0.6 <= FLIGHT <= 0.9
    assert "slip" not in pass_by(traffic, FLIGHT - 0.1, *now)
    assert pass_by(traffic, 0.2, *now) == ["slip"]
    assert traffic.quiet()


def test_a_capsule_is_eased_out() -> None:
    traffic = watching()
    now = (replace(BRAM, slips=1), INES)
    traffic.update(now, STEP)
    places = []
    for _ in range(20):
        traffic.update(now, STEP)
        places.append(traffic.places(tubes(layout("wide", 100)))[0])
    steps = [abs(a[1] - b[1]) + abs(a[0] - b[0]) for a, b in pairwise(places)]
    assert sum(steps[:5]) > sum(steps[-5:])


def test_a_verdict_waits_for_its_capsule() -> None:
    traffic = watching()
    sent = (replace(BRAM, slips=1), INES)
    traffic.update(sent, STEP)
    read = (replace(BRAM, thanked=1, lit=True), INES)
    assert "thanked" not in [what for what, _, _ in traffic.update(read, STEP)]
    assert traffic.hidden(0, "thanked") == 1
    assert traffic.popping(0) == ("", False)
    assert "thanked" in pass_by(traffic, FLIGHT, *read)
    assert traffic.hidden(0, "thanked") == 0
    assert traffic.popping(0)[0] == "tick"


def test_a_lamp_grows_light_within_half_a_second_and_once() -> None:
    traffic = watching()
    now = (replace(BRAM, thanked=1, lit=True), INES)
    seen = [what for what, _, _ in traffic.update(now, STEP)]
    assert 0 <= traffic.glow(0) < GLOWS
    seen += pass_by(traffic, FADE + 0.1, *now)
    assert traffic.glow(0) == GLOWS
    assert seen.count("lit") == 1


def test_a_like_runs_to_its_author_and_lights_the_lamp_there() -> None:
    traffic = watching()
    now = (replace(BRAM, liked=1), INES)
    traffic.update(now, STEP)
    assert traffic.sparks_at(tubes(layout("wide", 100)))
    assert traffic.glow(0) == 0
    assert "lit" in pass_by(traffic, SPARK + FADE + 0.1, *now)
    assert traffic.glow(0) == GLOWS


def test_call_outs_dim_a_lamp_by_thirds_and_an_answer_relights_it() -> None:
    traffic = watching()
    dimmed = (replace(BRAM, dim=2), INES)
    assert pass_by(traffic, 2.0, *dimmed) == ["dimmed"]
    assert traffic.dim(0) == 2
    assert pass_by(traffic, 2.0, BRAM, INES) == ["relit"]
    assert traffic.dim(0) == 0
    assert traffic.halo(0)


def test_a_slip_that_is_pushed_off_tips_over_once_the_capsule_is_there() -> None:
    traffic = watching()
    now = (replace(BRAM, slips=1, lost=1), INES)
    traffic.update(now, STEP)
    assert traffic.falling() == []
    assert "lost" in pass_by(traffic, FLIGHT + 0.1, *now)
    (tray, share), *_ = traffic.falling()
    assert tray == 0
    assert 0 < share < 1
    pass_by(traffic, FALL, *now)
    assert traffic.falling() == []


def test_with_reduced_motion_a_lamp_is_there_at_once_and_a_lost_slip_stands() -> None:
    traffic = watching(reduced=True)
    now = (replace(BRAM, lost=1, liked=0, thanked=1, lit=True), INES)
    traffic.update(now, STEP)
    assert traffic.glow(0) == GLOWS
    pass_by(traffic, STRUCK - 0.2, *now)
    assert traffic.falling()
    sent = (replace(now[0], slips=1), INES)
    traffic.update(sent, STEP)
    places = set()
    for _ in range(24):
        traffic.update(sent, STEP)
        places |= set(traffic.places(tubes(layout("wide", 100))))
    assert len(places) <= 6


def test_a_pupil_is_noticed() -> None:
    assert pass_by(watching(), 0.1, replace(BRAM, pupil=True), INES) == ["pupil"]
