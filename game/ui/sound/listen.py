"""Write every sound as a WAV file, to listen to and to measure: `python -m game.ui.sound.listen FOLDER`. Desktop only."""

import sys
import wave
from pathlib import Path

import numpy as np

from game.ui.sound import music, synth
from game.ui.sound.names import ALWAYS, EFFECTS, HELD, INSTRUMENTS, LOOPS, RATE
from game.ui.sound.waves import FULL, Pcm, pcm, samples, whole

SHIFT = 30.0
"""Seconds of the mix."""


def write(path: Path, sound: Pcm) -> None:
    """Write stereo samples as a WAV file."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(sound.tobytes())


def layers_at(second: float) -> float:
    """Give how many instruments play in the mix: they join one by one, stay, and two leave again."""
    return min(second / 3, INSTRUMENTS, max(INSTRUMENTS - 2, INSTRUMENTS - (second - 25) / 2))


def mix(loops: dict[str, Pcm]) -> Pcm:
    """Mix half a minute of music in which the instruments join."""
    count = samples(SHIFT)
    layers = np.array([layers_at(second) for second in np.arange(count) / RATE])
    total = np.zeros((count, 2))
    for number, (name, sound) in enumerate(loops.items()):
        level = np.clip(layers - (number - ALWAYS), 0, 1) if number >= ALWAYS else 1.0
        total += (np.resize(sound, (count, 2)).T * (LOOPS[name].gain * level)).T
    return np.clip(np.rint(total), -FULL, FULL).astype(np.int16)


def listen(folder: Path) -> list[Path]:
    """Write all effects, all loops and the mix; give the files."""
    folder.mkdir(parents=True, exist_ok=True)
    sounds: dict[str, Pcm] = {}
    for name, effect in EFFECTS.items():
        for step in range(effect.steps):
            sounds[f"{name}-{step}" if effect.steps > 1 else name] = pcm(synth.effect(name, step))
    for number in range(len(HELD)):
        sounds[f"held-{number}"] = whole(synth.held(number))
    loops = {name: whole(music.loop(name)) for name in LOOPS}
    sounds |= {f"loop-{name}": sound for name, sound in loops.items()}
    sounds["mix"] = mix(loops)
    for name, sound in sounds.items():
        write(folder / f"{name}.wav", sound)
    return [folder / f"{name}.wav" for name in sounds]


def main() -> None:
    """Write into the folder named on the command line."""
    if len(sys.argv) != 2:  # noqa: PLR2004 - the program and one folder
        sys.exit("usage: python -m game.ui.sound.listen FOLDER")
    listen(Path(sys.argv[1]))


if __name__ == "__main__":
    main()
