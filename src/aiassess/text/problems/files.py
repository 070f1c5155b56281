"""Problems: files, whatever is in them."""

MESSAGES = {
    "missing_file": {"en": "There is no such file. Check the path.", "ms": "Fail ini tiada. Semak laluannya."},
    "is_directory": {"en": "This is a folder; a file was expected.", "ms": "Ini ialah folder; fail diperlukan."},
    "no_permission": {
        "en": "You have no permission to read this file.",
        "ms": "Anda tiada kebenaran untuk membaca fail ini.",
    },
    "unreadable": {"en": "The file cannot be read: {reason}.", "ms": "Fail tidak dapat dibaca: {reason}."},
    "too_large": {
        "en": "The file is larger than {limit_mb} MB, the limit. Check that it is the right file.",
        "ms": "Fail melebihi {limit_mb} MB, iaitu had bacaan. Pastikan fail inilah yang dimaksudkan.",
    },
    "engine_file": {
        "en": "This is not the file of Pyodide that was checked: its SHA-256 is {found}, expected {expected}.",
        "ms": "Ini bukan fail Pyodide yang telah disemak: SHA-256 fail ini {found}, sepatutnya {expected}.",
    },
    "engine_folder": {
        "en": "The folder does not hold what a form needs to score. Fill it with: {command}",
        "ms": "Folder ini tidak mengandungi apa yang diperlukan oleh borang untuk mengira tahap. Isi dengan: {command}",
    },
    "empty_file": {"en": "The file is empty.", "ms": "Fail ini kosong."},
    "utf16": {
        "en": "The file is in {encoding}; UTF-8 was expected. Save it again as UTF-8.",
        "ms": "Fail ini dalam {encoding}; UTF-8 diperlukan. Simpan semula sebagai UTF-8.",
    },
    "binary": {
        "en": "The file is not text (it contains a NUL byte); UTF-8 text was expected.",
        "ms": "Fail ini bukan teks (ada bait NUL); teks UTF-8 diperlukan.",
    },
    "not_utf8": {
        "en": "The file is not UTF-8 (byte {offset}). Save it again as UTF-8.",
        "ms": "Fail ini bukan UTF-8 (bait {offset}). Simpan semula sebagai UTF-8.",
    },
    "missing_folder": {
        "en": "The folder of this file does not exist. Create it first.",
        "ms": "Folder bagi fail ini tiada. Cipta folder itu dahulu.",
    },
    "no_write_permission": {
        "en": "You have no permission to write here. Nothing was changed.",
        "ms": "Anda tiada kebenaran untuk menulis di sini. Tiada apa-apa yang diubah.",
    },
    "cannot_write": {
        "en": "The file cannot be written: {reason}. Its content is unchanged.",
        "ms": "Fail tidak dapat ditulis: {reason}. Kandungan asalnya tidak berubah.",
    },
    "file_busy": {
        "en": "The file cannot be replaced now ({reason}): another program may have it open. Close it there and try again, or choose another name. Its content is unchanged.",
        "ms": "Fail tidak dapat diganti sekarang ({reason}): mungkin program lain sedang membukanya. Tutup fail itu di sana dan cuba lagi, atau pilih nama lain. Kandungan asalnya tidak berubah.",
    },
    "device_name": {
        "en": "On Windows this is the name of a device, whatever follows the dot. Choose another name.",
        "ms": "Pada Windows, ini ialah nama peranti, walau apa pun yang mengikut selepas titik. Pilih nama lain.",
    },
    "output_twice": {"en": "Two outputs are the same file.", "ms": "Dua output ialah fail yang sama."},
    "output_is_input": {
        "en": "This output is the input file, which would be destroyed. Choose another name.",
        "ms": "Output ini ialah fail input; kandungannya akan musnah. Pilih nama lain.",
    },
    "packed_file": {
        "en": "The file is compressed. Unpack it first; only `aiassess batch` reads compressed files.",
        "ms": "Fail ini dimampatkan. Nyahmampatkan dahulu; hanya `aiassess batch` membacanya terus.",
    },
    "form_text_too_long": {
        "en": "The text is too long for the cell of a workbook. Shorten it, or hand out the form without it.",
        "ms": "Teks ini terlalu panjang bagi petak buku kerja. Ringkaskan, atau edarkan borang tanpanya.",
    },
    "not_a_file": {
        "en": "This is a pipe or a device, not a regular file; it is read only if you name it yourself.",
        "ms": "Ini bukan fail biasa tetapi paip atau peranti, dan tidak dibaca melainkan anda sendiri menamakannya.",
    },
}
