# /// script
# dependencies = ["numpy", "pygame-ce"]
# ///
"""What the browser runs: pygbag packs this file as the archive's `main.py`, and both pages start it."""

import asyncio

from game.ui.app import main

asyncio.run(main())
