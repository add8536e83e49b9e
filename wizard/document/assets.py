"""The files a page is made of: style, fonts and pictures, from the template's folder and nowhere else.

Every address in a page becomes `asset:NAME`, and `NAME` is in a list; nothing else can be fetched.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path
from types import MappingProxyType
from typing import Any

import tinycss2  # type: ignore[import-untyped]  # has no types

from wizard.document.faults import TemplateFault
from wizard.document.markup import Token, opening
from wizard.document.templates.files import all_in, found, text_of

SCHEME = "asset:"
_NAME = re.compile(r"(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*\.(?:ttf|png|jpg|svg)")
_LINKS = re.compile(r"#|https?://|mailto:|tel:")
# What a page is made of. Whatever is not here can fetch, run, or be read by a browser in another way than by us
# (a `<title>` or `<noscript>` that hides a tag, a `<style>` in a drawing).
_TAGS = """
a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em
figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q rp rt ruby s samp
section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr
svg circle clippath defs desc ellipse g line lineargradient marker path polygon polyline radialgradient rect stop
text tspan
"""
_ALLOWED = frozenset(_TAGS.split())
_FETCHED = frozenset(("background", "data", "poster", "srcset", "xlink:href", "ping", "formaction", "action"))


class Assets:
    """Collects which files a page uses. `pictures` are in no file: each name has an address that holds it whole."""

    def __init__(self, folders: tuple[Path, ...], pictures: Mapping[str, str] = MappingProxyType({})) -> None:
        self.folders = folders
        self.pictures = pictures
        self.files: dict[str, Path] = {}

    def style(self) -> str:
        """The sheets in the folders' `style`, by name; one of the template's own stands for a shared one of its name.

        Raises TemplateFault where there is none.
        """
        sheets = {
            sheet.name: sheet for folder in reversed(self.folders) for sheet in all_in(folder, "style/*.css")
        }
        if not sheets:
            raise TemplateFault("document.template.style_missing", folder=self.folders[0].name)
        texts = [text_of(sheets[name]) for name in sorted(sheets)]
        return "\n".join(rewritten(text, self.address) for text in texts)

    def address(self, name: str) -> str:
        """The page's own address for a file beside the template, or for one of the pictures."""
        if name in self.pictures:
            return self.pictures[name]
        file = found(self.folders, name) if _NAME.fullmatch(name) else None
        if file is None:
            raise TemplateFault("document.template.asset_missing", name=name)
        self.files[name] = file
        return SCHEME + name

    def bring(self, file: Path) -> str:
        """The page's own address for a file that the wizard itself adds, a face for some script."""
        self.files[file.name] = file
        return SCHEME + file.name

    def through(self, tokens: Iterable[Token]) -> Iterator[Token]:
        """The tokens with their pictures in the list. Raises TemplateFault for what a page may not hold."""
        for token in tokens:
            if (
                token.kind == "aside"
            ):  # a remark is for the template's author; browsers end one in several ways
                continue
            if token.kind != "open":
                yield token
                continue
            if token.name not in _ALLOWED:
                raise TemplateFault("document.template.tag_refused", tag=token.name)
            changed = tuple(
                (name, self._attribute(token.name, name, value)) for name, value in token.attributes
            )
            same = changed == token.attributes
            yield token if same else opening(token.name, changed, closed=token.source.endswith("/>"))

    def _attribute(self, tag: str, name: str, value: str | None) -> str | None:
        plain = unescape(value or "").strip()
        if name == "src" and tag == "img":
            return self.address(plain)
        link = name == "href" and (tag != "a" or not _LINKS.match(plain))
        if link or name == "src" or name in _FETCHED or name.startswith("on"):
            raise TemplateFault("document.template.refused", tag=tag, where=name)
        if name == "style" and rewritten(plain, _nothing) != plain:
            raise TemplateFault("document.template.refused", tag=tag, where=name)
        return value


def sheet(style: str, paper: str) -> str:
    """The whole style sheet of a page: what the templates' folders say, and the size of the paper."""
    return f"@page{{size:{paper}}}\n{style}"


def rewritten(sheet: str, address: Callable[[str], str]) -> str:
    """The style sheet with `address` put upon everything it would fetch. `@import` is refused."""
    nodes: list[Any] = tinycss2.parse_component_value_list(sheet)
    return str(tinycss2.serialize(nodes)) if _rewrite(nodes, address) else sheet


def _rewrite(nodes: list[Any], address: Callable[[str], str]) -> int:
    """Changes the addresses in place and counts them."""
    changed = 0
    for place, node in enumerate(nodes):
        if node.type == "at-keyword" and node.lower_value in ("import", "namespace"):
            raise TemplateFault("document.template.refused", tag="style", where=f"@{node.lower_value}")
        if node.type == "url":
            nodes[place] = _url(address(node.value))
            changed += 1
        elif node.type == "function" and node.lower_name in ("url", "src", "image", "image-set"):
            names = [each.value for each in node.arguments if each.type == "string"]
            nodes[place] = _url(address(names[0] if len(names) == 1 else ""))
            changed += 1
        elif node.type in ("() block", "[] block", "{} block", "function"):
            changed += _rewrite(node.arguments if node.type == "function" else node.content, address)
    return changed


def _url(address: str) -> Any:
    return tinycss2.parse_one_component_value(f'url("{address}")')


def _nothing(name: str) -> str:
    raise TemplateFault("document.template.refused", tag="style", where=name)
