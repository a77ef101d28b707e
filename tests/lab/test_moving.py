"""A world built compiled and measured interpreted is the same world."""

from game.feed import snapshot
from game.feed.engine import Engine
from game.feed.rules import Rules
from game.lab.moving import moved

DAY = 86_400
RULES = Rules(accounts=60, seats=0)


def test_a_moved_world_goes_on_to_the_same_digest() -> None:
    engine = Engine(RULES, 7, form="views", keep_log=False)
    engine.found()
    engine.run(DAY // 2)
    twin = moved(engine, "lists")
    for world in (engine, twin):
        world.run(DAY)
    assert snapshot.digest(twin) == snapshot.digest(engine)
    assert twin.steps == engine.steps
