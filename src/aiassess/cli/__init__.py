"""The command line: options in, one library call, output and exit code out (docs/cli.md)."""
