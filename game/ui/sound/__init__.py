"""The game's sound: every effect and all music is computed here at run time; `player.Sounds` is what the window talks to."""
