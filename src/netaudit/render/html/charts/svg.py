"""From Ziaplot's tree to one SVG element that a page can hold beside others."""

import re
from xml.etree.ElementTree import Element, tostring

# What the page decides: its fonts, and how large the picture is.
_DROPPED = ("width", "height", "font-family", "dominant-baseline", "clip-path")
# The same in all browsers, and right when the page sets smaller letters.
_BASELINES = {"middle": "0.35em", "hanging": "0.8em"}
# From these widths of the page on, letters of a wide picture have these sizes in its units.
_WIDE_TEXT = ((44, 10), (56, 8), (68, 6.5))
_NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def finish(tree: Element, name: str, *, wide: bool) -> str:
    """Return the tree as text, for a page that holds its title and caption.

    Those who hear the page hear these two in place of the picture, by their ids: `name`, which is
    unique on the page, with `-title` and `-caption`. The letters of a `wide` picture stay of a
    size while the page grows.
    """
    for parent in list(tree.iter()):
        for child in list(parent):
            if _unseen(child):
                parent.remove(child)
    for element in tree.iter():
        _clean(element, is_root=element is tree)
    tree.set("id", name)
    tree.set("role", "img")
    tree.set("aria-labelledby", f"{name}-title")
    tree.set("aria-describedby", f"{name}-caption")
    if wide:
        style = Element("style")
        style.text = "".join(
            f"@media (min-width:{page}em){{#{name} text{{font-size:{size}px}}}}"
            for page, size in _WIDE_TEXT
        )
        tree.insert(0, style)
    return tostring(tree, encoding="unicode")


def _unseen(element: Element) -> bool:
    """Say whether an element only frames, clips to its own frame, or shows nothing at all."""
    if element.tag in {"text", "tspan"}:
        return not (element.text or len(element))
    if element.tag == "defs":
        return True
    painted = {element.get("fill", "none"), element.get("stroke", "none")}
    return painted == {"none"} or (element.tag == "path" and element.get("stroke-width") == "0")


def _clean(element: Element, *, is_root: bool) -> None:
    baseline = _BASELINES.get(element.get("dominant-baseline", ""))
    for attribute in _DROPPED:
        if is_root or element.tag != "rect" or attribute not in {"width", "height"}:
            element.attrib.pop(attribute, None)
    if baseline:
        element.set("dy", baseline)
    if element.get("stroke") == "none":
        element.attrib.pop("stroke-width", None)
    elif element.tag in {"path", "rect"}:
        element.set("vector-effect", "non-scaling-stroke")
    if element.text:
        element.text = _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", element.text)
