"""Who says it: finds the source of each report and its quote in the source's text, and notes the faults of both."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from explorer import model
from explorer.errors import MOST_OF_A_KIND, Problems
from explorer.loading.node import Fields, Node
from explorer.reading import quote_faults, quotes
from explorer.reading.input_files import InputFile
from explorer.reading.located import Location
from explorer.reading.records import EntryReport, Record, Report

_Report = TypeVar("_Report", bound=EntryReport)


class Attributed(NamedTuple):
    """A source, what it says in so many words, and where in the file its report stands."""

    source: str
    properties: Fields
    location: Location


class Attribution:
    """The sources and quotes of one file's reports. `text_of` gives the text of a source, None where it has none."""

    def __init__(self, file: InputFile, text_of: Callable[[str], str | None]) -> None:
        self.problems = Problems()
        #: What is doubtful, and does not keep the file from being loaded.
        self.warnings = Problems()
        self._not_there = 0
        #: Sources of reports that make no relationship of their own.
        self.mentions: list[tuple[Node, Location]] = []
        #: Quotes from sources whose text is not known.
        self.textless: list[tuple[Node, Location]] = []
        self._file = file
        self._text_of = text_of
        sources = file.dossier.sources
        self._only_source = sources[0].id if len(sources) == 1 else None
        #: Where such a text is not known, its file could not be read, which is a fault already.
        self._with_text = {source.id for source in sources if source.text}

    def named_source(self, report: EntryReport) -> str | None:
        """The source that the report names, or the only one of the file."""
        return report.source or self._only_source

    def of_record(self, kind: model.Kind, record: Record, location: Location) -> list[Attributed]:
        """What the reports of a record say: quote, date, place and what is told. That there is none is a fault."""
        if not record.reports and kind.plural not in self._file.tree.unread:
            self.fault(location, f"'{record.id}' has no report: add `reports:` with its source and quote")
        reports = self._with_sources(record.reports, location)
        alone = len({source for _, source, _ in reports}) == 1
        # What the record itself gives for date and place is what its one source says of them.
        own = _given(vars(record).get("date"), vars(record).get("place")) if alone else {}
        own |= _told(kind, record)
        return [
            Attributed(source, self._quoted(report, source, at) | own | _own(kind, report), at)
            for report, source, at in reports
        ]

    def of_entry(self, reports: list[EntryReport], location: Location) -> list[Attributed]:
        """What the reports of a record's entry say: a quote."""
        named = self._with_sources(reports, location)
        said = [Attributed(source, self._quoted(report, source, at), at) for report, source, at in named]
        self.mentions += [(Node("Source", one.source), one.location) for one in said]
        return said

    def _with_sources(self, reports: list[_Report], location: Location) -> list[tuple[_Report, str, Location]]:
        """Each report with its source and its own location. One without a source is a fault, and left out."""
        named: list[tuple[_Report, str, Location]] = []
        for number, report in enumerate(reports):
            at = (*location, "reports", number)
            if source := self.named_source(report):
                named.append((report, source, at))
            elif "sources" not in self._file.tree.unread:
                has = len(self._file.dossier.sources) or "no"
                self.fault(at, f"`source` is missing: this file has {has} sources, so a report names its own")
        return named

    def _quoted(self, report: EntryReport, source: str, location: Location) -> Fields:
        """Quote, offsets and page of a report. A quote that is not in the text is a fault."""
        fields: Fields = {"page": report.page} if report.page else {}
        if report.quote is None:
            return fields
        text = self._text_of(source)
        at = (*location, "quote")
        if text is None:
            if source not in self._with_text:
                self.textless.append((Node("Source", source), at))
            return fields
        span = self._place(report, source, text, at)
        if span is None:
            return fields
        quote = " ".join(text[span.start : span.end].split())
        return {**fields, "quote": quote, "quote_start": span.start, "quote_end": span.end}

    def _place(self, report: EntryReport, source: str, text: str, at: Location) -> quotes.Span | None:
        """Where the quote stands in the text. That it is not there, or that it is not clear where, is a fault."""
        quote = report.quote or ""
        if report.occurrence:
            found = [span] if (span := quotes.find(quote, text, report.occurrence)) else []
        else:
            found = quotes.first_two(quote, text)
        if not found:
            self._not_there += 1
            near = self._not_there <= MOST_OF_A_KIND
            self.fault(at, quote_faults.not_there(quote, report.occurrence or 1, source, text, with_nearest=near))
            return None
        if len(found) > 1 and "occurrence" not in self._file.tree.dropped.get(at[:-1], ()):
            message = quote_faults.ambiguous(quote, source, text, found)
            if quotes.is_short(quote):
                self.fault(at, message)
            else:
                self.warnings.add(self._file.tree.problem(at, message))
        return found[0]

    def fault(self, location: Location, message: str) -> None:
        """Note what is wrong at that location in the file."""
        self.problems.add(self._file.tree.problem(location, message))


def _given(date: str | None, place: str | None) -> Fields:
    """What is given of date and place."""
    return {name: value for name, value in (("date_text", date), ("place", place)) if value}


def _own(kind: model.Kind, report: Report) -> Fields:
    """What a report gives itself of date, place and what is told."""
    return _given(report.date, report.place) | _told(kind, report)


def _told(kind: model.Kind, record: Record) -> Fields:
    """What a record, or one of its reports, gives of what each report may say itself."""
    return {field.name: value for field in kind.told if (value := vars(record)[field.name])}
