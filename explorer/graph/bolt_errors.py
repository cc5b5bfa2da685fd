"""The driver's exceptions come in, ours go out, each with what to do next."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from ssl import SSLCertVerificationError

from neo4j import exceptions as failures

from explorer.errors import GraphError, GraphUnreachable, TooSlow

TIMED_OUT = "Neo.ClientError.Transaction.TransactionTimedOut"
_UNTRUSTED = (
    "{place} is encrypted, but its certificate is not trusted here: {why}. If an authority of your own has signed it, "
    "name the file with that authority's certificate in SSL_CERT_FILE; if the server has signed it itself, begin "
    "NEO4J_URI with neo4j+ssc:// or bolt+ssc://"
)
BEHIND = "Neo.TransientError.Transaction.BookmarkTimeout"


@contextmanager
def translated(place: str, name: str, timeout: float | None = None) -> Iterator[None]:
    """The driver's exceptions as ours, each with what to do next."""
    try:
        yield
    except failures.AuthError as error:
        raise GraphUnreachable(
            f"{place} refused the login: are NEO4J_USERNAME and NEO4J_PASSWORD set, and right? ({error.message})"
        ) from error
    except failures.ConfigurationError as error:
        raise GraphUnreachable(f"NEO4J_URI '{place}' cannot be used: {error}") from error
    except failures.Neo4jError as error:
        code = error.code or ""
        if code.startswith(TIMED_OUT):
            limit = f" within {timeout:g} seconds" if timeout else ""
            raise TooSlow(f"'{name}' did not finish{limit}") from error
        if code == BEHIND:
            raise GraphUnreachable(
                f"{place} has not come to the state that was seen there before, or has been restored to an older one: "
                f"try again ({error.message})"
            ) from error
        if "DatabaseNotFound" in code or "DatabaseUnavailable" in code:
            raise GraphUnreachable(f"{place} has no such database: check NEO4J_DATABASE ({error.message})") from error
        raise GraphError(f"'{name}': {error.message}") from error
    except (failures.DriverError, OSError) as error:
        if distrust := next(_distrusts(error), None):
            raise GraphUnreachable(_UNTRUSTED.format(place=place, why=distrust.verify_message)) from error
        raise GraphUnreachable(
            f"No Neo4j answers at {place}: is it running, and is NEO4J_URI right? ({_first_line(error)})"
        ) from error
    except ValueError as error:  # such as a year that Python does not know
        raise GraphError(f"'{name}': a value in the answer of {place} cannot be read: {_first_line(error)}") from error


def _distrusts(error: BaseException | None) -> Iterator[SSLCertVerificationError]:
    """The causes of an error that are about the server's certificate."""
    if isinstance(error, SSLCertVerificationError):
        yield error
    if error is None:
        return
    for cause in (error.__cause__ or error.__context__, *getattr(error, "exceptions", ())):
        yield from _distrusts(cause)


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__).rstrip(":")
