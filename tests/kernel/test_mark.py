"""The marks change nothing about a function."""

from game.kernel.mark import MARK, OUTLINED, kernel, outlined


def add(a: int, b: int) -> int:
    """Give the sum."""
    return a + b


def test_a_marked_function_is_the_function_itself() -> None:
    assert kernel(add) is add
    assert hasattr(add, MARK)
    assert not hasattr(add, OUTLINED)
    assert add(2, 3) == 5


def test_an_outlined_kernel_says_so() -> None:
    def lone(a: int) -> int:
        return a

    assert outlined(kernel(lone)) is lone
    assert hasattr(lone, OUTLINED)
