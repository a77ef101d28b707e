"""The simulated feed: accounts, posts, trays, follows, clerks, tactics and money, as plain functions over a World."""
