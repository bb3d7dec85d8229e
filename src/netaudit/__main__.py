"""`python -m netaudit` is the same program as `netaudit`."""

from netaudit.cli import main

if __name__ == "__main__":
    main()
