"""Small programs that check and set up the project; none of them is part of the game."""
