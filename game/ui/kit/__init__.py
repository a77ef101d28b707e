"""The kit: widgets that are values. A scene lists them, the painter draws what changed; roles and names are the tree."""
