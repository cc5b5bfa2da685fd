"""Decides what was asked: one question, answered at once, or Choices. No condition is dropped without a word.

A question is answered where every word is explained, nothing is left over, the names are unique and no other question
is as near. A wrong answer that is given plainly is worse than a question back: the limits below were set so that next
to none of some hundred questions of many people was answered wrongly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explorer.asking.fitting import Reading, readings
from explorer.asking.heard import Heard
from explorer.asking.wordings import Wordings

#: A question fits that scores so much, if no other comes so near.
_SURE, _MARGIN, _WIDE_MARGIN = 0.5, 0.06, 0.25
#: What may be meant besides is named beside an answer where it scores so much.
_WORTH_NAMING, _MOST_OTHERS = 0.3, 3
#: What scores less is offered only where it is whole.
_WORTH_OFFERING = 0.12
#: A question of its own is taken before a general one that asks the same, if it scores this share.
_NEARLY = 0.7


@dataclass(frozen=True)
class Decision:
    """The readings, the best first; `sure` says that the first answers the question."""

    readings: tuple[Reading, ...]
    sure: bool


def decided(known: Wordings, every: Sequence[Heard]) -> Decision:
    """The questions that the words come nearest, however they are heard."""
    found = readings(known, every)
    if not found:
        return Decision((), sure=False)
    top = _before_general(found)
    rest = [each for each in found if each is not top]
    own = [each for each in found if not each.question.general]
    offered = [
        each
        for each in rest
        if (each.score > _WORTH_OFFERING or each.whole and len(each.filled) > 1)
        and not any(_is_general_twin(each, other) for other in own)
    ]
    return Decision((top, *offered), sure=_is_sure(top, rest))


def _before_general(found: Sequence[Reading]) -> Reading:
    """The best; instead of a question that serves any conditions one of its own that asks the same."""
    top = found[0]
    if not top.question.general:
        return top
    own = (each for each in found if not each.question.general and each.whole and _asks_same(each, top))
    return next((each for each in own if each.score > _NEARLY * top.score), top)


def others(decision: Decision) -> list[Reading]:
    """What else may be meant beside a sure answer."""
    top, *rest = decision.readings
    whole = [each for each in rest if each.whole and each.score > _WORTH_NAMING and not _is_general_twin(each, top)]
    return whole[:_MOST_OTHERS]


def _asks_same(one: Reading, other: Reading) -> bool:
    """Whether two readings ask after the same with the same values; what words of a phrase say is one of these."""
    alike = one.question.headline == other.question.headline or _is_about_source(one)
    return alike and _values(one) == _values(other)


def _is_about_source(reading: Reading) -> bool:
    return any(reading.question.parameter(name).type == "source" for name in reading.values)


def _values(reading: Reading) -> list[str]:
    said = [value for _, _, value in reading.wording.conditions]
    return sorted([*map(str, reading.filled.values()), *said])


def _is_sure(top: Reading, rest: Sequence[Reading]) -> bool:
    near = [
        each
        for each in rest
        if each.score > top.score - _margin(top, each)
        and not each.missing
        and each.left <= top.left
        and not _is_general_twin(each, top)
    ]
    unique = all(len(entities) == 1 for entities in top.values.values())
    return top.score >= _SURE and top.whole and top.explained and unique and not near and not _is_in_doubt(top)


def _margin(top: Reading, other: Reading) -> float:
    """How near another question may come; a word of several meanings leaves it open after what is asked."""
    open_between = top.heard.doubtful and top.question.headline != other.question.headline
    return _WIDE_MARGIN if open_between else _MARGIN


def _is_general_twin(each: Reading, top: Reading) -> bool:
    """Whether a general question asks the same as another."""
    return each.question.general and _asks_same(each, top)


def _is_in_doubt(top: Reading) -> bool:
    """Whether something was said that no answer takes up, or that it would take up without a condition."""
    heard = top.heard
    unfilled = not top.filled and (top.question.general or bool(top.wording.phrase.slots))
    bare = unfilled and not (_is_own_phrase(top) and not top.wording.phrase.slots)
    unsure = any(time.unsure for time in heard.times)
    return bool(bare or unsure or heard.bare or heard.unknown or heard.pointing or heard.unanswerable)


def _is_own_phrase(top: Reading) -> bool:
    """Whether all that a question without conditions asks for was said: `all meetings`."""
    asked, aspects = set(top.wording.meanings), set(top.heard.aspects)
    return asked <= set(top.heard.meanings) | aspects and aspects <= asked
