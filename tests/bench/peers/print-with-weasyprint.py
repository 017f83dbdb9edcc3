"""Prints with WeasyPrint, in one process whose fonts are loaded once: `python3 print-with-weasyprint.py <sources> <out> <paper>...`."""
import sys
from os import path

import weasyprint
from weasyprint.text.fonts import FontConfiguration

sources, out, *names = sys.argv[1:]
fonts = FontConfiguration()
# Tagged where it can: before version 58 it could not.
tagged = {"pdf_variant": "pdf/ua-1"} if int(weasyprint.__version__.split(".")[0]) >= 58 else {}
for name in names:
    html = weasyprint.HTML(filename=path.join(sources, name))
    html.write_pdf(path.join(out, name.replace(".html", ".pdf")), font_config=fonts, **tagged)
