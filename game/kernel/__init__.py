"""The discrete-event machine: calendar, addressed chance, exact math, tables; nothing here knows what a feed is."""
