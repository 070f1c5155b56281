"""What the interview says of the result as it would be now."""

MESSAGES = {
    "title": {"en": "Preview: the result if you finished now", "ms": "Pratonton: keputusan jika anda selesai sekarang"},
    "short": {"en": "Short of “{verdict}”:", "ms": "Kurang untuk rumusan “{verdict}”:"},
    "open": {"en": "Still open: {counts}.", "ms": "Belum selesai: {counts}."},
}
