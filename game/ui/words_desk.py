"""What the desk says of what happens on it: the lesson's lines, hints, plates, and names of things that come and go."""

DESK_WORDS: dict[str, str] = {
    # the lesson: what stands on the empty desk once the world has answered a stamp
    "lesson.skip": "Skip the lesson",
    "lesson.soon": "Nobody noticed. That is also work.",
    "lesson.dough.like": "Bram is telling the cat.",
    "lesson.dough.ignore": "Bram will never know. Neither will the cat.",
    "lesson.tide.reshare": "Watch the trays.",
    "lesson.tide.reshare.flat": "Watch the line marked OUT.",
    "lesson.tide.cost": "Your part: {mine}. Theirs so far: {theirs}.",
    "lesson.tide.rising": "Your part: {mine}, once. Theirs so far: {theirs}, and rising.",
    "lesson.tide.like": "Counted. The poster stays an hour off.",
    "lesson.tide.ignore": "The poster stays an hour off.",
    "lesson.soup.reshare": "Followers come at once. The verdicts take longer.",
    "lesson.soup.passed": "Twenty-two parts to go.",
    "lesson.soup.like": "Counted. Twenty-two parts to go.",
    "lesson.soup.ignore": "Twenty-two parts to go. It will be back.",
    "lesson.kettle.hat": "Never trust a hat.",
    "lesson.kettle.reshare": "Somebody will bring a kettle.",
    "lesson.kettle.like": "Counted. No kettle has moved.",
    "lesson.kettle.ignore": "The kettles stay as they are.",
    "lesson.kettle.folded": "Inside was a repair evening. Never trust a hat.",
    # what to press, said to who waits
    "hint.ignore": "One drawer is open: Ignore, key {key}, or press the stamp.",
    "hint.like": "A second drawer is open: Like, key {key}.",
    "hint.reshare": "A third drawer is open: Reshare, key {key}.",
    "hint.any": "Three drawers, your choice.",
    "hint.unfold": "This paper has an inside. Turn its corner: key {key}.",
    "drawer.shut": "Shut drawer",
    # the pace
    "pace.title": "You read about one every {seconds}\u00a0s. {pace}?",
    "pace.brisk": "Brisk",
    "pace.steady": "Steady",
    "pace.slow": "Slow",
    "pace.calm": "No clock",
    "pace.begins": "The clock on the wall starts. The shift begins.",
    "pace.begins.calm": "No clock on the wall. The shift begins.",
    # the card
    "card.you": "you",
    "card.favour": "via {name}, who passed on your last one",
    "card.before.ignore": "You ignored this {age}",
    "card.before.like": "You liked this {age}",
    "card.before.reshare": "You passed this on {age}",
    "card.taped": "counters taped over",
    "card.about": "about {name}",
    # the pencil
    "pencil.mark": "pencilled",
    "pencil.line": "The House is learning your hand.",
    # plates
    "plate.fallen": "A paper fell. Nobody has seen it.",
    "plate.pupil": "{name} has bought a course.",
    "plate.dimmed": "{name}'s lamp has dimmed.",
    "plate.relit": "{name}'s lamp burns again.",
    "plate.lost": "Your paper pushed one off the end of {name}'s tray.",
    # trays
    "tray.holds": "holds {waiting} of {room}",
    "tray.lit": "lamp lit",
    "tray.dark": "lamp dark",
    "tray.dimmed": "lamp dimmed by {thirds} of 3",
    "tray.pupil": "a pupil",
    # the OUT strip on a phone
    "out.last": "OUT, last sent",
    # the clock
    "floor.title": "Shall I take the clock off the wall?",
    "floor.line": "Three papers lie on the floor. Without the clock, papers wait until you look. Same mark, same pay.",
    "floor.yes": "Take it off",
    "floor.no": "Leave it",
    # the lesson again
    "lesson.again": "The lesson again",
    "lesson.again.title": "Take the lesson again?",
    "lesson.again.line": "The tray is dealt anew, and this shift is not kept.",
    "lesson.again.yes": "Take it",
}
