"""A run without hands, as a page's address may ask for it."""

from game.session.headless import figures, play
from game.ui.levels import words_for
from game.ui.options import Options
from tests.ui.conftest import MakeHands
from tests.ui.hands import small_tray


def test_the_page_gets_the_figures_of_the_command_line(hands: MakeHands) -> None:
    desk = hands(run="headless", bot="coin", seed=5)
    desk.until(lambda: desk.port.published.get("result") is not None)
    *_, session = play(small_tray(), 5, "coin", 1, words=words_for(Options()))
    assert desk.port.published["result"] == figures(session)
