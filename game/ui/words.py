"""Every word the desk says, by key. Plain dry English; `{}` parts are filled in; a translation is another table like this one."""

from game.ui.words_debrief import DEBRIEF_WORDS
from game.ui.words_desk import DESK_WORDS
from game.ui.words_saves import SAVES_WORDS

WORDS: dict[str, str] = {
    **DESK_WORDS,
    **DEBRIEF_WORDS,
    **SAVES_WORDS,
    # title
    "title.plate": "IN TRAY",
    "title.line": "In Tray: the night desk of a pneumatic post. You sort other people's papers.",
    "title.line.short": "In Tray: a night at the desk of a pneumatic post.",
    "title.start": "Clock in",
    "title.calm.on": "Wall clock: off",
    "title.calm.off": "Wall clock: on",
    "title.burn": "The town is writing: {share}\u00a0%",
    "title.ready": "The desk is ready.",
    "title.wait": "One moment. The town is still writing tonight's post: {share}\u00a0%",
    "title.quit": "Quit",
    # top bar
    "tool.leave": "Leave",
    "tool.smaller": "Smaller text",
    "tool.larger": "Larger text",
    "tool.pause": "Pause",
    "tool.mute": "Mute",
    "tool.settings": "Settings",
    "on": "on",
    "off": "off",
    "bar.progress": "Stamped {handled} of {cards}",
    "bar.clock": "Time left {clock}",
    "bar.left": "left",
    "bar.no_clock": "No clock",
    # card
    "badge.newcomer": "newcomer",
    "badge.regular": "regular",
    "badge.known": "known",
    "badge.star": "star",
    "card.followers": "{n} followers",
    "card.follower": "1 follower",
    "card.via": "via {name}",
    "card.unfold": "Unfold",
    "card.more": "Page {page}/{pages}",
    "card.drama": "Heated",
    "card.empty": "Nothing in the tray.",
    "card.empty.more": "The next paper is on its way.",
    "card.likes": "{n} likes",
    "card.reshares": "{n} reshares",
    # stamps
    "stamp.ignore": "Ignore",
    "stamp.like": "Like",
    "stamp.reshare": "Reshare",
    "undo": "Undo",
    "undo.line": "{stamp}: {headline}",
    # pile, map, strip, meters
    "pile.in": "IN",
    "pile.count": "{n} waiting",
    "pile.room": "room for {room}",
    "pile.oldest": "oldest {age}",
    "pile.floor": "{n} on the floor",
    "pile.name": "IN tray",
    "map.name": "Tube map",
    "tray.value": "slips from you: {slips}; thanked: {thanked}; want the minute back: {back}",
    "out.name": "OUT",
    "out.none": "Nothing sent yet.",
    "out.tick": "a reader thanked you for the minute",
    "out.hourglass": "a reader wants the minute back",
    "out.value": "{thanked} thanked, {back} want the minute back",
    "meter.others": "Others' minutes",
    "meter.followers": "Followers",
    "meter.worked": "Minutes worked",
    "meter.wage": "Wage",
    "meter.thanked": "{clock} thanked",
    # dialogs
    "leave.title": "Take your coat?",
    "leave.line": "The shift ends here. You see the pay slip. Same pay.",
    "leave.yes": "Go home",
    "cancel": "Cancel",
    "pause.title": "Paused",
    "pause.line": "The card is turned over and the clock stands still.",
    "pause.back": "Back to the desk",
    "bell.title": "The bell.",
    "bell.line": "{waiting} papers are still waiting.",
    "bell.line.one": "1 paper is still waiting.",
    "bell.line.none": "The tray is empty.",
    "bell.home": "Go home",
    "bell.stay": "Stay 30 s (unpaid)",
    # settings
    "settings.title": "Settings",
    "settings.newer": "Your settings come from a newer edition. They are set aside; these are the usual ones.",
    "settings.broken": "Your settings could not be read. They are set aside; these are the usual ones.",
    "settings.partly": "Some of your settings made no sense. A copy is set aside; the others hold.",
    "settings.stuck": "Your settings could not be read and are left as they are. Changes last until you leave.",
    "settings.back": "Back",
    "settings.more": "More",
    "settings.page": "page {page} of {pages}",
    "settings.preset": "Presets",
    "settings.preset.usual": "Usual",
    "settings.preset.calm": "Calm",
    "settings.preset.large": "Large",
    "settings.preset.projector": "Projector",
    "settings.preset.usual.said": "Everything as it usually is. Your keys stay yours.",
    "settings.preset.calm.said": "No clock, and nothing flies or slides.",
    "settings.preset.large.said": "Letters twice as large.",
    "settings.preset.projector.said": "Larger letters, all animation, effects at full volume.",
    "settings.percent": "Text size",
    "settings.percent.100": "100\u00a0%",
    "settings.percent.150": "150\u00a0%",
    "settings.percent.200": "200\u00a0%",
    "settings.pace": "Pace",
    "settings.pace.brisk": "Brisk",
    "settings.pace.steady": "Steady",
    "settings.pace.slow": "Slow",
    "settings.pace.calm": "No clock",
    "settings.motion": "Animation",
    "settings.motion.system": "As the system",
    "settings.motion.less": "Less",
    "settings.motion.all": "All",
    "settings.effects": "Sound effects",
    "settings.music": "Music",
    "settings.volume": "{share}\u00a0%",
    "settings.quieter": "{what}: quieter",
    "settings.louder": "{what}: louder",
    "settings.mute": "Mute everything",
    "settings.keys": "Keys",
    "settings.keys.hint": "Choose one and press its new key. Enter, Tab, Esc and arrows stay.",
    "settings.keys.ask": "Press the new key for {action}.",
    "settings.keys.line": "Esc leaves it as it is.",
    "settings.keys.fixed": "{key} has its own duty. Press another key, or Esc.",
    "settings.keys.done": "{action} is now {key}.",
    "settings.keys.swapped": "{action} is now {key}. {other}, which had it, is now {old}.",
    "settings.file": "Save file",
    "settings.file.said": "The session file is handed out.",
    "settings.load": "Load file",
    "settings.reset": "Usual keys",
    "settings.keys.usual": "All keys are the usual ones again.",
    "action.ignore": "Ignore",
    "action.like": "Like",
    "action.reshare": "Reshare",
    "action.unfold": "Unfold",
    "action.undo": "Undo",
    "action.pause": "Pause",
    "action.mute": "Mute",
    "action.leave": "Leave, quit",
    "action.settings": "Settings",
    "action.larger": "Larger text",
    "action.smaller": "Smaller text",
    "key.pad": "Num {key}",
    "sound.waits": "Sound starts with your first click or key.",
    "sound.none": "No sound device was found. The game goes on in silence; everything you would hear is also shown.",
    # charts, tables, options
    "choice.chosen": "chosen",
    "twin.more": "+{n} more",
    "twin.neighbour": "Neighbour",
    "twin.thanked": "Thanked",
    "twin.back": "Want the minute back",
    "twin.lamp": "Lamp",
    "twin.lit": "lit",
    "twin.dark": "dark",
    # errors
    "error.title": "The desk has jammed.",
    "error.line": "Something in the program went wrong. It is not your doing. The shift cannot go on from here.",
    "error.saved": "The report is copied.",
    "error.kept": "The clipboard refused; the report is kept with the game's data.",
    "error.copy": "Copy report",
    "error.again": "Start again",
    "headless.title": "A bot is at the desk.",
    "headless.line": "No hands are needed. The figures go to the page.",
}


def say(key: str, /, **parts: object) -> str:
    """Give the words of a key with its parts filled in.

    >>> say("slip.of", n=38, cards=40)
    '38 of 40'
    """
    return WORDS[key].format(**parts)


def number(value: float) -> str:
    """Write a whole number with thousands apart.

    >>> number(9800)
    '9,800'
    """
    return f"{int(value):,}"


def short(value: float) -> str:
    """Write a whole number in few figures.

    >>> short(4100), short(12400), short(412)
    ('4.1k', '12k', '412')
    """
    if value < 1000:  # noqa: PLR2004 - a thousand
        return str(int(value))
    return f"{value / 1000:.1f}k" if value < 10_000 else f"{int(value / 1000)}k"  # noqa: PLR2004 - five figures


def clock(minutes: float) -> str:
    """Write minutes as minutes and seconds.

    >>> clock(6.2)
    '6:12'
    """
    seconds = round(minutes * 60)
    return f"{seconds // 60}:{seconds % 60:02d}"


def age(minutes: float) -> str:
    """Write how old a post is.

    >>> age(75)
    '1 h ago'
    """
    if minutes < 1:
        return "just now"
    if minutes < 10:  # noqa: PLR2004 - below ten every minute counts
        return f"{int(minutes)} min ago"
    if minutes < 60:  # noqa: PLR2004 - minutes in an hour; eight of them pass in a second at the desk
        return f"{int(minutes) // 10 * 10} min ago"
    if minutes < 60 * 24:
        return f"{int(minutes // 60)} h ago"
    days = int(minutes // (60 * 24))
    return "1 day ago" if days == 1 else f"{days} days ago"
