"""From YAML to a checked questionnaire (docs/questionnaire-format.md)."""
