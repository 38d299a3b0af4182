"""The issuer's own picture at the head of the first page."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Self

from app.paper.rows import Box, Paint
from app.paper.setter import Setter
from app.paper.styles import LEFT
from app.paper.tagged import TaggedCanvas

#: Points: as high as title and number beside it, and no wider than calls for notice.
_MOST_WIDTH, _MOST_HEIGHT = 170.0, 44.0
#: A point of a small picture takes no more room than a point of a screen.
_LARGEST_SCALE = 0.75
#: A picture so much wider than high is taken to hold the name itself.
_ALONE = 2.0
#: Where a PNG says how large it is.
_SIZE = struct.Struct(">16xII")


@dataclass(frozen=True, slots=True)
class Logo:
    """A PNG and the size it is drawn at, in points; never distorted."""

    content: bytes
    width: float
    height: float

    @classmethod
    def of(cls, content: bytes, room: float) -> Self:
        """Fit a picture into what the masthead has for it."""
        wide, high = _SIZE.unpack_from(content)
        most = min(_MOST_WIDTH, room)
        scale = min(most / wide, _MOST_HEIGHT / high, _LARGEST_SCALE)
        return cls(content, wide * scale, high * scale)

    @property
    def stands_alone(self) -> bool:
        """Whether it needs no name beside it."""
        return self.width >= _ALONE * self.height

    def paint(self, setter: Setter, name: str) -> Paint:
        """Return what draws it, read aloud as the issuer's name."""
        figure = setter.tags.element("Figure", attributes=self._layout)
        figure.alternative = name or "Logo"

        def paint(canvas: TaggedCanvas, box: Box) -> None:
            place = (LEFT, box.top - self.height, self.width, self.height)
            canvas.picture(figure, place, self.content)

        return paint

    @property
    def _layout(self) -> str:
        """What the structure says of its size."""
        return f"/O/Layout/Width {self.width:.2f}/Height {self.height:.2f}"
