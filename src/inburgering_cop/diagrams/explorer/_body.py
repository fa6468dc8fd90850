"""What stands in the page before its script runs: headings, fields, the picture, an empty table."""

from __future__ import annotations

import re

from inburgering_cop import phrases
from inburgering_cop.base import KnowledgeBase
from inburgering_cop.diagrams.scenes._wording import source
from inburgering_cop.diagrams.writers import _escape
from inburgering_cop.model import PartnerType

WORDS = (
    "explorer.all",
    "explorer.answer",
    "explorer.choose",
    "explorer.clear",
    "explorer.close",
    "explorer.exchanges",
    "explorer.extent",
    "explorer.filters",
    "explorer.in-answer",
    "explorer.language",
    "explorer.lead",
    "explorer.legend-lit",
    "explorer.legend-near",
    "explorer.legend-open",
    "explorer.legend-settles",
    "explorer.legend-shapes",
    "explorer.link",
    "explorer.municipality",
    "explorer.municipality-hint",
    "explorer.no-script",
    "explorer.none",
    "explorer.nothing-yet",
    "explorer.options",
    "explorer.party",
    "explorer.phase",
    "explorer.picture",
    "explorer.picture-title",
    "explorer.print",
    "explorer.route-only",
    "explorer.route-whole",
    "explorer.rung",
    "explorer.signpost",
    "explorer.skip",
    "explorer.skip-picture",
    "explorer.table",
    "explorer.table-title",
    "explorer.theme",
    "explorer.theme-hint",
    "explorer.title",
    "explorer.type",
    "explorer.unreadable",
    "word.keten",
)

_TEMPLATE = """\
<a class="skip" href="#answer-title" {say:explorer.skip}</a>
<header class="top">
<div><h1 {say:explorer.title}</h1>
<p class="lead" {say:explorer.lead}</p></div>
<div class="tools">
<div class="languages" role="group" {label:explorer.language}>
<button type="button" lang="nl" data-lang="nl" aria-pressed="{nl}">Nederlands</button>
<button type="button" lang="en" data-lang="en" aria-pressed="{en}">English</button>
</div>
<button type="button" class="print" id="print" {say:explorer.print}</button>
</div>
</header>
<noscript><p class="note" {say:explorer.no-script}</p></noscript>
<p id="unreadable" class="note" role="alert" hidden {say:explorer.unreadable}</p>
<main>
<section class="choose" {label:explorer.choose}>
{gemeente}
{thema}
<p id="said" class="said" role="status"></p>
<p id="wrong" class="wrong" role="alert" hidden></p>
</section>
<div class="beside">
<div class="left">
<section id="card" class="card" aria-labelledby="card-title" hidden>
<button type="button" class="close" id="card-close" {label:explorer.close}><span aria-hidden="true">×</span></button>
<div id="card-body"></div>
</section>
<div id="answer" class="answer">
<h2 id="answer-title" tabindex="-1" {say:explorer.answer}</h2>
<p {say:explorer.nothing-yet}</p>
</div>
</div>
<section class="picture" aria-labelledby="picture-title">
<div class="over"><h2 id="picture-title" {say:explorer.picture-title}</h2>
<p id="shown" class="shown" role="status"></p></div>
<fieldset class="filters">
<legend {say:explorer.filters}</legend>
<div class="extent" id="extent" role="group" {label:explorer.extent} hidden>
<button type="button" data-route="" aria-pressed="true" {say:explorer.route-only}</button>
<button type="button" data-route="0" aria-pressed="false" {say:explorer.route-whole}</button>
</div>
<label><span {say:explorer.rung}</span> <select id="trede">{all}
<option value="1">1<option value="2">2<option value="3">3</select></label>
<label><span {say:explorer.type}</span> <select id="soort">{all}
{types}</select></label>
<label><span {say:explorer.phase}</span> <select id="fase">{all}
{phases}</select></label>
</fieldset>
<a class="skip" href="#table-title" {say:explorer.skip-picture}</a>
<p id="none" class="none" hidden {say:explorer.none}</p>
<div class="scroller" id="scroller" tabindex="0" role="region" {label:word.keten}>
{svg}
</div>
<ul class="legend">
<li class="is-lit" {say:explorer.legend-lit}</li>
<li class="is-settles" {say:explorer.legend-settles}</li>
<li class="is-open" {say:explorer.legend-open}</li>
<li class="is-near" {say:explorer.legend-near}</li>
<li {say:explorer.legend-shapes}</li>
</ul>
</section>
</div>
<section class="table" aria-labelledby="table-title">
<h2 id="table-title" tabindex="-1" {say:explorer.table-title}</h2>
<p id="table-about" {say:explorer.table}</p>
<table role="table" aria-labelledby="table-title" aria-describedby="table-about">
<thead role="rowgroup"><tr role="row">
<th role="columnheader" scope="col" {say:explorer.party}</th>
<th role="columnheader" scope="col" {say:explorer.rung}</th>
<th role="columnheader" scope="col" {say:explorer.type}</th>
<th role="columnheader" scope="col" {say:explorer.in-answer}</th>
<th role="columnheader" scope="col" {say:explorer.exchanges}</th>
</tr></thead>
<tbody role="rowgroup" id="rows"></tbody>
</table>
</section>
</main>
<footer>
<p {say:explorer.signpost}</p>
<p class="keep" {say:explorer.link}</p>
<p lang="nl" class="source">{source-nl}</p>
<p lang="en" class="source">{source-en}</p>
</footer>"""

_FIELD = """\
<div class="field">
<label for="{id}" {say:{name}}</label>
<div class="combo">
<input id="{id}" type="text" role="combobox" autocomplete="off" autocapitalize="none" spellcheck="false" \
aria-autocomplete="list" aria-expanded="false" aria-controls="{id}-list" aria-describedby="{id}-hint">
<button type="button" class="clear" id="{id}-clear" tabindex="-1" {label:explorer.clear} data-of="{name}" hidden>\
<span aria-hidden="true">×</span></button>
<ul id="{id}-list" role="listbox" {label:explorer.options} data-of="{name}" hidden></ul>
</div>
<p class="hint" id="{id}-hint" {say:{name}-hint}</p>
</div>"""


def _field(name: str, key: str) -> str:
    return _FIELD.replace("{id}", name).replace("{name}", key)


def _said(template: str, lang: str) -> str:
    """The template with its words in `lang`, each marked so that the script can say it in the other language."""

    def say(found: re.Match[str]) -> str:
        key = found[1]
        return f'data-say="{key}">{_escape.xml(phrases.text(key, lang))}'

    def label(found: re.Match[str]) -> str:
        key = found[1]
        return f'data-label-say="{key}" aria-label="{_escape.xml(phrases.text(key, lang))}"'

    template = re.sub(r"\{say:([\w.-]+)\}", say, template)
    return re.sub(r"\{label:([\w.-]+)\}", label, template)


def _types(lang: str) -> str:
    return "\n".join(
        f'<option value="{each}" data-label-group="partner-type {each}">'
        f"{_escape.xml(phrases.label('partner-type', each, lang))}"
        for each in PartnerType
    )


def _phases(kb: KnowledgeBase, lang: str, numbers: dict[str, int]) -> str:
    return "\n".join(
        f'<option value="{phase.id}" data-text="{numbers[phase.id]}">{_escape.xml(phase.name.get(lang))}'
        for phase in kb.timeline()
    )


def body(kb: KnowledgeBase, *, lang: str, svg: str, phases: dict[str, int]) -> str:
    """The body of the page.

    Args:
        kb: The knowledge it is about.
        lang: The language it starts in.
        svg: The picture.
        phases: For each phase by id the number of its name among the texts.
    """
    facts = {
        "{gemeente}": _field("gemeente", "explorer.municipality"),
        "{thema}": _field("thema", "explorer.theme"),
        "{nl}": str(lang == "nl").lower(),
        "{en}": str(lang == "en").lower(),
        "{all}": '<option value="" {say:explorer.all}',
        "{types}": _types(lang),
        "{phases}": _phases(kb, lang, phases),
    }
    written = _TEMPLATE
    for place, fact in facts.items():
        written = written.replace(place, fact)
    written = _said(written, lang)
    told = source(kb.as_of, kb.records.dataset.licence)
    for place, fact in {
        "{source-nl}": _escape.xml(told.nl),
        "{source-en}": _escape.xml(told.get("en")),
        "{svg}": svg,
    }.items():
        written = written.replace(place, fact)
    return written
