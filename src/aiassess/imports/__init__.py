"""Forms of other tools to questionnaires (docs/import.md): what fits becomes YAML, what does not is listed."""
