"""In what texts differ that look the same."""

MESSAGES = {
    "looks_the_same": {"en": "looks the same, but differs: {what}", "ms": "kelihatan sama, tetapi berbeza: {what}"},
    "looks_like": {
        "en": "“{found}” looks like “{expected}”, but contains {what}.",
        "ms": "“{found}” kelihatan seperti “{expected}”, tetapi mengandungi {what}.",
    },
    "holds": {"en": "“{found}” contains {what}.", "ms": "“{found}” mengandungi {what}."},
    "curly": {
        "en": 'It stands in curly quotation marks, such as word processors insert. Write {found}, or "{found}" if quotes are needed.',
        "ms": 'Nilai ini berada dalam tanda petikan melengkung, seperti yang disisipkan oleh pemproses kata. Tulis {found}, atau "{found}" jika petikan diperlukan.',
    },
    "after": {"en": "after “{word}”: {what}", "ms": "selepas “{word}”: {what}"},
    "more": {"en": "{n} more", "ms": "{n} lagi"},
    "at_start": {"en": "{what} at the beginning", "ms": "{what} di awal"},
    "at_end": {"en": "{what} at the end", "ms": "{what} di hujung"},
    "n_spaces": {"en.one": "a space", "en": "{n} spaces", "ms.one": "satu ruang", "ms": "{n} ruang"},
    "n_line_breaks": {
        "en.one": "a line break",
        "en": "{n} line breaks",
        "ms.one": "satu pemisah baris",
        "ms": "{n} pemisah baris",
    },
    "tab": {"en": "a tab", "ms": "satu tab"},
    "no_break_space": {"en": "a no-break space", "ms": "satu ruang tak terputus"},
    "soft_hyphen": {"en": "a soft hyphen", "ms": "satu sempang lembut"},
    "zero_width_space": {"en": "a zero-width space", "ms": "satu ruang selebar sifar"},
    "joiner": {"en": "an invisible joiner", "ms": "satu penyambung halimunan"},
    "byte_order_mark": {"en": "a byte-order mark", "ms": "satu tanda tertib bait"},
}
