"""The window: scenes, a small kit of widgets, one input gateway, two layouts. It draws what a session says and sends commands."""
