"""Writes what WeasyPrint has laid out: PDF/A-3a and PDF/UA-1 at once, with its plan inside, packed once."""

import zlib
from datetime import UTC, datetime
from typing import Any

import pydyf
from weasyprint import Attachment

from wizard.publishing.job import Job
from wizard.publishing.typesetting import internals, tagging
from wizard.storage import attachment

VARIANT = "pdf/a-3a"  # and PDF/UA-1 by what is added here
ZLIB_LEVEL = 6  # the highest takes three times as long, for a file two hundredths smaller
# PDF/A asks for the day a file inside was changed. Who wrote a plan when is nobody's business, and the same
# plan must always make the same bytes.
NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)

# "This is PDF/UA-1", and the words that PDF/A wants for explaining what `pdfuaid:part` is (ISO 19005-3, 6.6.2.3).
_UA = b"""\
<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="" pdfuaid:part="1"/>\
<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"\
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"\
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" rdf:about=""><pdfaExtension:schemas><rdf:Bag>\
<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description></rdf:li></rdf:Seq>\
</pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""
_RDF_ENDS = b"</rdf:RDF>"


def write(document: Any, job: Job) -> None:
    """Writes a rendered document, with its plan inside if there is one."""
    _claim(document.metadata)
    if job.plan is not None:
        document.metadata.attachments = [_attachment(job.plan, job.about)]
    document.write_pdf(
        job.target, finisher=_finish, pdf_variant=VARIANT, pdf_identifier=job.identifier.encode("ascii")
    )


def _claim(metadata: Any) -> None:
    """Lets the metadata say PDF/UA-1 beside PDF/A-3a; WeasyPrint's own way makes a second RDF that nobody reads."""
    written = metadata.generate_rdf_metadata

    def both(*variant: Any) -> bytes:
        rdf: bytes = written(*variant)
        return rdf.removesuffix(_RDF_ENDS) + _UA + _RDF_ENDS

    metadata.generate_rdf_metadata = both


def _attachment(plan: str, about: str) -> Any:
    """The plan as a file inside the PDF: the source that the document was made from."""
    return Attachment(
        string=plan,
        name=attachment.NAME,
        description=about,
        relationship="Source",
        created=NO_DAY,
        modified=NO_DAY,
    )


def _finish(document: Any, pdf: Any) -> None:
    """Called by WeasyPrint when every object of the PDF is there and none is written."""
    tagging.complete(document, pdf)
    _settle_files(pdf)
    pdf.objects = [_Written(each) if each.number else each for each in pdf.objects]


def _settle_files(pdf: Any) -> None:
    """One entry for each file inside (WeasyPrint lists each twice), of the type it has everywhere."""
    if "AF" in pdf.catalog:
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))
    for each in pdf.objects:
        if isinstance(each, pydyf.Stream) and each.extra.get("Type") == "/EmbeddedFile":
            each.extra["Subtype"] = attachment.TYPE


class _Written(pydyf.Object):  # type: ignore[misc]  # pydyf has no types
    """An object as the bytes it will be. pydyf makes them twice, and packs them twice: for a checksum and the file."""

    data = b""
    compressible = True

    def __init__(self, made: Any) -> None:
        super().__init__()
        self.number = made.number
        self.compressible = not isinstance(made, pydyf.Stream)
        if not self.compressible and made.compress:
            _pack(made)
        self.data = made.data


def _pack(stream: Any) -> None:
    packing = zlib.compressobj(ZLIB_LEVEL)
    whole = b"\n".join(map(internals.to_bytes, stream.stream))
    stream.stream = [packing.compress(whole) + packing.flush()]
    stream.extra["Filter"] = "/FlateDecode"
    stream.compress = False
