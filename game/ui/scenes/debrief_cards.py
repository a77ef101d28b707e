"""Three cards again: judge first, then see what the readers said, what told, who saw it, and what the stamp was."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from game.story.judge import FOR as SPEAK_FOR
from game.story.judge import TELLS
from game.ui.box import Box
from game.ui.findings import seen, verdict
from game.ui.kit.again import JudgeStamp, PaperAgain, SignedLine
from game.ui.kit.base import Widget
from game.ui.kit.plain import Button
from game.ui.kit.stamps import COLOURS
from game.ui.layout import TARGET
from game.ui.palette import BACK, INK, SECOND_INK, THANKS, Colour
from game.ui.scenes.base import Room, Scene
from game.ui.scenes.debrief_account import Account
from game.ui.scenes.debrief_sheet import (
    GAP,
    NOWHERE,
    Block,
    Sheet,
    Way,
    below,
    beside,
    block,
    largest_that_fit,
    paragraph,
    words_block,
)
from game.ui.tables import shown_as
from game.ui.text import line_height
from game.ui.words import say

if TYPE_CHECKING:
    from game.session.views import Again

JUDGED = ("pass", "not")
STAMPS = ("ignore", "like", "reshare")
SIGNS = {"not": "ignore", "pass": "reshare"}
"""The answers have the signs of these stamps."""
FOR = tuple(TELLS[tell] for tell in SPEAK_FOR)
"""The tells that speak for a card."""
GOOD: tuple[str, Colour] = ("tick", THANKS)
BAD: tuple[str, Colour] = ("hourglass", BACK)
COLUMNS = 36
"""Between card and verdict."""


def first_card(room: Room, account: Account, before: Callable[[], Scene]) -> Scene:
    """Give the first of the cards; where there is none, the sheet that says so."""
    return Cards(room, account, before) if account.debrief.cards else NoCards(room, account, before)


def last_card(room: Room, account: Account, before: Callable[[], Scene]) -> Scene:
    """Give the last of the cards, with the way back through the others."""
    scene = first_card(room, account, before)
    while isinstance(scene, Cards) and scene.index + 1 < len(account.debrief.cards):
        scene = scene.following()
    return scene


class NoCards(Sheet):
    """Says that nothing of this shift can be judged again."""

    name = "cards"
    step = 2

    def title(self) -> str:
        """Name the sheet."""
        return say("again.title")

    def blocks(self, room: int, space: int) -> list[Block]:
        """Say why there is nothing."""
        return paragraph(say("again.none"), room, self.room.layout.type.inside, space)

    def after(self) -> Scene:
        """Give the tells."""
        return tells(self)


class Cards(Sheet):
    """One of the three cards. It is judged before anything is said of it, and there is no way on before."""

    name = "cards"
    step = 2

    def __init__(self, room: Room, account: Account, before: Callable[[], Scene], index: int = 0) -> None:
        super().__init__(room, account, before)
        self.index = index
        self.focus_on(say("debrief.next") if self.answer else say("again.pass"))

    @property
    def card(self) -> "Again":
        """The card on this sheet."""
        return self.account.debrief.cards[self.index]

    @property
    def answer(self) -> str:
        """What was said of the card now: "pass", "not", "disagree", or "" before."""
        return self.account.play.answers.get(str(self.card.card), "")

    @property
    def worth(self) -> bool:
        """Whether the card was worth a minute to its readers."""
        return self.card.why != "alarm"

    @property
    def differs(self) -> bool:
        """Whether the readers say the other thing."""
        return self.answer in JUDGED and (self.answer == "pass") != self.worth

    def title(self) -> str:
        """Name the sheet, then say which card it was."""
        if self.answer:
            return shown_as(self.card)
        return say("again.title") if self._side_by_side() else f"{self._count()}: {say('again.ask.short')}"

    def blocks(self, room: int, space: int) -> list[Block]:
        """Give card and question, or card and verdict; side by side on wide paper."""
        if self._side_by_side():
            half = (room - COLUMNS) // 2
            grown = range(self.room.layout.type.headline, self.room.layout.type.inside - 1, -1)
            right = self._question(half)
            if self.answer:
                right = largest_that_fit(lambda size: self._verdict(half, space, size), grown, space, grown[-1])
            return [beside([*self._paper(half, space), below(right, GAP)], COLUMNS)]
        if not self.answer:
            return self._paper(room, space)  # the heading asks, the answers are below every page
        type_ = self.room.layout.type
        paper = self._paper(room, space)
        left = space - sum(each.height + GAP for each in paper)
        sizes = range(type_.inside, type_.meta - 1, -1)
        return [*largest_that_fit(lambda size: self._verdict(room, space, size), sizes, left, self.reading()), *paper]

    def _paper(self, room: int, space: int) -> list[Block]:
        """Give the card, in smaller letters where it is too high, else in two pieces; judged again, it shows the stamp it got."""
        card, layout = self.card, self.room.layout
        type_ = layout.type
        paper = PaperAgain(
            NOWHERE, card.headline, value=f"{card.author}: {card.inside}", author=card.author, headline=card.headline,
            inside=card.inside, flame=card.flame, author_size=type_.author, size=type_.headline, small=type_.inside,
        )  # fmt: skip
        if self.answer and card.stamp in STAMPS:
            paper = replace(paper, stamp=card.stamp, mark=say(f"stamp.{card.stamp}"))
        smaller = [replace(paper, size=size) for size in range(type_.headline, type_.inside - 1, -1)]
        if self._side_by_side() or not (layout.large or self.answer):  # there is room for larger letters
            smaller = [
                replace(each, small=each.size * 4 // 5) for each in (replace(paper, size=type_.headline * 4 // 3), *smaller)
            ]
        fits = next((each for each in smaller if each.height(room) <= space), None)
        if fits is not None:
            high = fits.height(room)
            if self._side_by_side() or not self.answer:
                return [Block(high, lambda box: [replace(fits, box=box)], stretch=True)]
            return [Block(high, lambda box: [replace(fits, box=box._replace(h=high))])]
        outside = replace(paper, value=card.author, inside="", stamp="", mark="")
        sizes = range(type_.inside, type_.meta * 3 // 4 - 1, -1)
        insides = [replace(paper, name=card.inside, value="", headline="", small=size) for size in sizes]
        inside = next((each for each in insides if each.height(room) <= space), insides[-1])
        return [block(each, each.height(room)) for each in (outside, inside)]

    def _question(self, room: int) -> list[Block]:
        """Ask beside the card, with two ways to answer; their keys and signs are those of the stamps."""
        layout = self.room.layout
        type_, high = layout.type, layout.stamps[0].h
        pair = [block(self._stamp(answer, kind), high) for answer, kind in (("not", "ignore"), ("pass", "reshare"))]
        count = words_block(self._count(), room, type_.meta, colour=SECOND_INK)
        return [count, words_block(say("again.ask"), room, type_.headline, "bold"), beside(pair, 16)]

    def _stamp(self, answer: str, kind: str) -> JudgeStamp:
        """Give a stamp to judge with."""
        type_ = self.room.layout.type
        key = self.room.keys.of(answer)
        return JudgeStamp(
            NOWHERE, say(f"again.{answer}"), action=answer, key=key, kind=kind, size=type_.stamp, key_size=type_.meta,
        )  # fmt: skip

    def _side_by_side(self) -> bool:
        """Whether card and verdict lie beside each other."""
        return self.room.layout.wide and not self.room.layout.large

    def _count(self) -> str:
        """Say which of the cards this is."""
        return say("again.count", n=self.index + 1, of=len(self.account.debrief.cards))

    def _button(self, words: str, action: str, size: int) -> Button:
        """Give a button of the sheet."""
        return Button(NOWHERE, say(words), action=action, key=self.room.keys.of(action), size=size)

    def ways(self) -> list[Way]:
        """Below every page of a card that has no room beside it: the answers, and after them the way to differ still."""
        if self._side_by_side():
            return []
        if not self.answer:
            return [Way(answer, say(f"again.{answer}")) for answer in ("not", "pass")]
        return [Way("disagree", say("again.disagree"))] if self.differs else []

    def all_ways(self, pages: int) -> list[Way]:
        """Give the answers first, then back and on."""
        own = self.ways()
        return [*own, *(way for way in super().all_ways(pages) if way not in own)]

    def rows(self, ways: list[Way]) -> list[list[Way]]:
        """Give the answers a row of their own on a phone."""
        count = len(self.ways())
        return [ways[:count], ways[count:]] if count and not self.room.layout.wide else super().rows(ways)

    def way_button(self, way: Way, cell: Box) -> Widget:
        """Give the answers the signs of their stamps."""
        button = super().way_button(way, cell)
        return (
            replace(button, sign=SIGNS[way.action], word=way.word)
            if isinstance(button, Button) and way.action in SIGNS
            else button
        )

    def _verdict(self, room: int, space: int, letters: int) -> list[Block]:
        """Say what the readers said, what told, who saw it, and what the stamp was; then one may still disagree."""
        layout = self.room.layout
        size, small = letters, max(layout.type.meta, letters * 5 // 6)
        lines = self._sayings()
        blocks = paragraph(f"{self._count()}. {say(f'again.you.{self.answer}')}", room, small, space, colour=SECOND_INK)
        for number, (text, sign, colour) in enumerate(lines):
            high, weight = (size, "strong") if number == 0 else (small, "text")
            words = SignedLine(NOWHERE, text, sign=sign, size=high, weight=weight, colour=colour)  # type: ignore[arg-type]
            blocks.append(block(words, SignedLine.height(text, sign, high, room, weight)))  # type: ignore[arg-type]
        if self.differs and self._side_by_side():
            high = max(TARGET, line_height(layout.type.button) + 14)
            blocks.append(block(self._button("again.disagree", "disagree", layout.type.button), high))
        return blocks

    def _sayings(self) -> list[tuple[str, str, Colour]]:
        """Give what readers said, who saw it, what told, and what the stamp was, each with its sign and colour."""
        card = self.card
        told = [
            (say("again.tell", name=name, meaning=say(f"tell.{name}")), *(GOOD if name in FOR else BAD)) for name in card.tells
        ]
        stamp = say(f"again.stamp.{card.stamp}")
        if card.stamp == "reshare":
            stamp = f"{stamp} {say('again.because', thanked=card.thanked, back=card.back)}"
        struck = card.stamp in STAMPS
        mark = (stamp, card.stamp if struck else "dot", COLOURS[card.stamp] if struck else INK)
        found = (verdict(self.card), *(GOOD if self.worth else BAD))
        return [found, (seen(card), "dot", INK), *(told or [(say("again.untold"), "dot", SECOND_INK)]), mark]

    def leads_on(self) -> bool:
        """Only a card that was judged again leads on."""
        return bool(self.answer)

    def answers_unseen(self) -> bool:
        """Enter judges only what it was shown to be on."""
        return bool(self.answer)

    def do(self, action: str) -> Scene | None:
        """Keep an answer; a disagreement takes the place of the judgement, and is no error."""
        if (action in JUDGED and not self.answer) or (action == "disagree" and self.differs):
            self.account.play.answers[str(self.card.card)] = action
            self.page = 0
            self.focus_on(say("debrief.next"))
        return None

    def following(self) -> "Cards":
        """Give the next card."""
        return Cards(self.room, self.account, lambda: self, self.index + 1)

    def after(self) -> Scene:
        """Give the next card, or after the last one the tells."""
        return self.following() if self.index + 1 < len(self.account.debrief.cards) else tells(self)

    def says(self) -> str:
        """Speak the card and the question, then the verdict."""
        if not self.answer:
            return f"{say('again.ask')} {self.card.author}: {self.card.headline}. {self.card.inside}"
        return f"{say(f'again.you.{self.answer}')} {verdict(self.card)} {seen(self.card)}"

    def state(self) -> dict[str, Any]:
        """Tell the card and what was said of it."""
        return {**super().state(), "card": self.index, "answer": self.answer}


def tells(before: Sheet) -> Scene:
    """Give the sheet of the tells."""
    from game.ui.scenes.debrief_tells import Tells  # noqa: PLC0415 - it leads back here

    return Tells(before.room, before.account, lambda: before)
