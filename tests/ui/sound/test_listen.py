"""The script writes every sound as a WAV file that can be played."""

import subprocess
import sys
import wave
from pathlib import Path

import numpy as np

from game.ui.sound.listen import SHIFT
from game.ui.sound.music import SECONDS
from game.ui.sound.names import EFFECTS, HELD, LOOPS, RATE


def test_the_script_writes_all_effects_all_loops_and_a_mix(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "game.ui.sound.listen", str(tmp_path)], check=True, timeout=120)
    files = {path.stem for path in tmp_path.glob("*.wav")}
    assert len(files) == sum(effect.steps for effect in EFFECTS.values()) + len(LOOPS) + len(HELD) + 1
    assert {"clock_in", "thanks-9", "loop-bass", "held-0", "mix"} <= files
    with wave.open(str(tmp_path / "mix.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (2, 2, RATE)
        assert file.getnframes() == SHIFT * RATE
        samples = np.frombuffer(file.readframes(file.getnframes()), dtype=np.int16).astype(float)
    loop, second = round(SECONDS) * 2 * RATE, 2 * RATE
    alone, joined = samples[:second], samples[2 * loop : 2 * loop + second]
    assert (joined - alone).std() > 0.3 * alone.std(), "what the two parts play alone comes again with six instruments"


def test_it_says_how_to_call_it() -> None:
    done = subprocess.run([sys.executable, "-m", "game.ui.sound.listen"], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode != 0
    assert "FOLDER" in done.stderr
