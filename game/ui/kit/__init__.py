"""The kit: widgets that are values. A scene lists them, the painter draws what changed, and their roles and names are the tree."""
