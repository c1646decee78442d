"""The ontology: Turtle files, SHACL shapes, JSON-LD context, and the terms as Python constants."""

from importlib.resources import files
from importlib.resources.abc import Traversable

FILES = ("summitry.ttl", "shapes.ttl", "context.jsonld", "codes.csv")


def file(name: str) -> Traversable:
    """One of the ontology's files, for example `file("summitry.ttl").read_text("utf-8")`."""
    return files("summitry.ontology") / name
