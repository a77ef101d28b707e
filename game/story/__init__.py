"""Words: what posts say, what accounts are called, and how words are judged; text is passed in, never read here."""
