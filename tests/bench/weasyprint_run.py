"""Sets an HTML document with WeasyPrint: `python -m tests.bench.weasyprint_run HTML OUTPUT`.

Nothing of ours is imported, so that the process is as large as WeasyPrint is. The seconds from reading the document to
the written file, without imports, are printed as JSON.
"""

import json
import sys
import time
from pathlib import Path

import weasyprint


def main(document: Path, output: Path) -> None:
    """Set a book, tagged for readers who cannot see as ours is, and tell how long that took."""
    begun = time.perf_counter()
    weasyprint.HTML(filename=document).write_pdf(output, pdf_variant="pdf/ua-1")
    print(json.dumps({"seconds": time.perf_counter() - begun}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
