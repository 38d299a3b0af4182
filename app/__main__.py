"""`python -m app` is the command `waas-quotes`."""

import sys

from app.main import main

if __name__ == "__main__":
    sys.exit(main())
