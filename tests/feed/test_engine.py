"""Laws of the whole machine: the same luck gives the same world, however it is stored, run, cut up or put away."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.feed import events, metrics, snapshot
from game.feed.engine import BadRules, Engine, Kernels, capacities
from game.feed.rules import Rules
from game.feed.world import TABLES
from game.kernel import tables
from game.kernel.tables import Form
from tests.feed.worlds import DAY, LIVELY, digest, founded, names, run, run_fast

together = pytest.mark.xdist_group("compiled")
END = 2 * DAY
BYTES_MOST = 1_500


@pytest.fixture(scope="module")
def whole() -> Engine:
    """Give the lively world, run in one piece on lists."""
    return run(LIVELY)


def test_everything_happens_in_the_world_that_laws_are_tried_in(whole: Engine) -> None:
    seen = names(list(whole.history()))
    for name in "LIKE RESHARE THANKED MINUTE_BACK FELL_OFF FOLLOW UNFOLLOW BUY GRADUATE NEWCOMER DELIVERED POST".split():
        assert name in seen, name
    assert {"BURST", "BACKFIRE"} & seen


def test_the_same_seed_gives_the_same_digest_twice(whole: Engine) -> None:
    assert digest(run(LIVELY)) == digest(whole)


def test_another_seed_gives_another_world(whole: Engine) -> None:
    assert digest(run(LIVELY, seed=8)) != digest(whole)


def test_memoryviews_give_what_lists_give(whole: Engine) -> None:
    views = run(LIVELY, form="views")
    assert digest(views) == digest(whole)
    assert list(views.history()) == list(whole.history())


@together
def test_compiled_kernels_give_what_interpreted_ones_give(fast: Kernels, whole: Engine) -> None:
    compiled = run_fast(fast, LIVELY, 7, 2.0, keep_log=True)
    assert list(compiled.history()) == list(whole.history())
    assert digest(compiled) == digest(whole)


@pytest.mark.parametrize("mode", [0, 1, 2])
@pytest.mark.parametrize("counters", [0, 1])
@together
def test_every_way_of_ranking_is_the_same_compiled(fast: Kernels, mode: int, counters: int) -> None:
    rules = LIVELY._replace(mode=mode, counters=counters)
    assert digest(run_fast(fast, rules, 3, 1.0)) == digest(run(rules, seed=3, days=1.0, form="views"))


@settings(max_examples=12)
@given(slack=st.floats(0.3, 3.0), form=st.sampled_from(["lists", "views"]))
def test_no_capacity_shows_in_the_result(whole: Engine, slack: float, form: Form) -> None:
    assert digest(run(LIVELY, form=form, slack=slack)) == digest(whole)


def test_tables_did_have_to_grow_for_that() -> None:
    small = run(LIVELY, slack=0.3)
    rows = capacities(LIVELY, 0.3)
    grown = [name for name in TABLES if tables.length(getattr(small.world, name)) > rows[name]]
    assert set(grown) >= {"posts", "calendar", "ties"}


@together
@pytest.mark.parametrize("slack", [0.3, 3.0])
def test_no_capacity_shows_in_the_compiled_result(fast: Kernels, whole: Engine, slack: float) -> None:
    engine = Engine(LIVELY, 7, speed="compiled", kernels=fast, slack=slack)
    engine.found()
    engine.run(END)
    assert digest(engine) == digest(whole)


@settings(max_examples=12)
@given(stops=st.lists(st.integers(0, END), max_size=8), budget=st.integers(1, 400))
def test_no_slicing_shows_in_the_result(whole: Engine, stops: list[int], budget: int) -> None:
    engine = Engine(LIVELY, 7)
    while engine.found(budget) < 1.0:
        pass
    for stop in [*sorted(stops), END]:
        while not engine.run(stop, budget):
            assert engine.tick <= stop
    assert digest(engine) == digest(whole)


@settings(max_examples=12)
@given(event=st.integers(0, 1_500), form=st.sampled_from(["lists", "views"]), other=st.sampled_from(["lists", "views"]))
def test_a_snapshot_at_any_event_goes_on_to_the_same_end(whole: Engine, event: int, form: Form, other: Form) -> None:
    engine = founded(LIVELY, form=form)
    engine.run(END, event)
    before = digest(engine)
    kept = snapshot.save(engine)
    later = Engine(LIVELY, 99, form=other, slack=0.5)
    snapshot.load(later, kept)
    assert digest(later) == before
    later.run(END)
    assert digest(later) == digest(whole)


@together
@pytest.mark.parametrize("event", [0, 333])
def test_a_snapshot_goes_from_interpreted_to_compiled_and_back(fast: Kernels, whole: Engine, event: int) -> None:
    engine = founded(LIVELY)
    engine.run(END, event)
    compiled = Engine(LIVELY, 1, speed="compiled", kernels=fast)
    snapshot.load(compiled, snapshot.save(engine))
    compiled.run(END, 200)
    last = Engine(LIVELY, 2, form="views")
    snapshot.load(last, snapshot.save(compiled))
    last.run(END)
    assert digest(last) == digest(whole)


@settings(max_examples=10)
@given(budgets=st.lists(st.integers(1, 300), min_size=1, max_size=12))
def test_the_clock_never_goes_back(budgets: list[int]) -> None:
    engine = founded(LIVELY, form="views")
    now = 0
    for budget in budgets:
        engine.run(END, budget)
        assert engine.tick >= now
        now = engine.tick
    ticks = [event.tick for event in engine.history()]
    assert ticks == sorted(ticks)


def test_draining_gives_every_event_once_however_small_the_log() -> None:
    engine = founded(LIVELY, slack=0.01)
    drained = engine.drain()
    for hour in range(1, 25):
        engine.run(hour * 3_600)
        drained.extend(engine.drain())
    assert drained == list(engine.history())
    assert drained == list(run(LIVELY, days=1.0).history())
    assert engine.drain() == []


def test_history_can_begin_anywhere(whole: Engine) -> None:
    every = list(whole.history())
    assert list(whole.history(100)) == every[100:]
    assert list(whole.history(len(every))) == []


def test_a_log_that_is_not_kept_leaves_the_same_checksum(whole: Engine) -> None:
    engine = Engine(LIVELY, 7, keep_log=False)
    engine.found()
    engine.run(END)
    assert list(engine.history()) == []
    assert digest(engine) == digest(whole)


def test_room_for_a_command_is_made_in_every_table_it_may_write() -> None:
    engine = founded(LIVELY, slack=0.1)
    engine.ready_for(100_000)
    world = engine.world
    assert tables.length(world.log) - int(world.clock.logged[0]) >= 100_000
    assert tables.length(world.ties) - int(world.platform.ties[0]) > 0
    assert tables.length(world.calendar) > int(world.clock.pending[0])
    assert tables.length(world.tactics) > int(world.platform.tactics[0])


@pytest.mark.parametrize("seed", [-1, 1 << 32])
def test_a_seed_out_of_range_is_refused_with_what_is_allowed(seed: int) -> None:
    with pytest.raises(BadRules, match=rf"seed = {seed}: allowed is 0 \.\. 4294967295"):
        Engine(LIVELY, seed)


def test_rules_out_of_range_are_refused_by_name() -> None:
    with pytest.raises(BadRules, match="tray_size = 0"):
        Engine(LIVELY._replace(tray_size=0), 7)


def test_records_are_refused_interpreted() -> None:
    """A numpy number has 32 bits where Python's has no end: the mixer would overflow."""
    with pytest.raises(BadRules, match="records"):
        Engine(LIVELY, 7, form="records")


@pytest.mark.xdist_group("compiled")
def test_an_account_with_twenty_follows_takes_at_most_1500_bytes_compiled(fast: Kernels) -> None:
    """Measured after half a day, with all growing done; 18 initial follows, one in eight returned, make twenty ties."""
    engine = Engine(Rules(accounts=50_000, initial_follows=18), 7, speed="compiled", kernels=fast, keep_log=False)
    engine.found()
    engine.run(DAY // 2)
    accounts = engine.world.accounts
    follows = sum(metrics.column(accounts, "followees")) / engine.rules.accounts
    assert follows >= 20.0
    size = sum(getattr(engine.world, name).nbytes for name in TABLES if name != "log")
    assert size / engine.rules.accounts <= BYTES_MOST


def test_the_seat_of_a_player_is_an_account_like_any_other() -> None:
    engine = run(LIVELY._replace(seats=2), days=1.0)
    seat = LIVELY.accounts - 1
    assert engine.world.accounts.visits[seat] > 0
    assert any(event.actor == seat and event.kind in (events.THANKED, events.MINUTE_BACK) for event in engine.history())
