"""The scenes: title, desk, night, pay slip, error, and a bot's headless run. Each is opened directly by making one."""
