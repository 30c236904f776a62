"""Makes projects with Copier itself: reads a list of {template, project, data} from a file of JSON."""

import json
import sys
from pathlib import Path

import copier

for job in json.loads(Path(sys.argv[1]).read_text()):
    copier.run_copy(job["template"], job["project"], data=job["data"], defaults=True, quiet=True)
