"""How fast this library answers, measured in one run beside a bare table and beside other libraries.

`python -m benchmarks` from the project root prints the report; `--write` makes docs/benchmarks.md of it.
"""
