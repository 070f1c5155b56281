"""Problems: YAML that cannot be read."""

MESSAGES = {
    "yaml_syntax": {"en": "This is not valid YAML. {reason}", "ms": "Ini bukan YAML yang sah. {reason}"},
    "yaml_tab": {
        "en": "The line is indented with a tab. Indent with spaces.",
        "ms": "Baris ini diinden dengan tab. Gunakan ruang untuk inden.",
    },
    "yaml_odd_space": {
        "en": "There is a special space ({character}) here, such as word processors insert; YAML treats it as a letter. Replace it with an ordinary space.",
        "ms": "Terdapat ruang khas ({character}) di sini, seperti yang disisipkan oleh pemproses kata; YAML menganggapnya huruf. Gantikannya dengan ruang biasa.",
    },
    "yaml_curly_quote": {
        "en": "The text begins with a curly quotation mark ({character}), which YAML treats as a letter. Use \" or '.",
        "ms": "Teks ini bermula dengan tanda petikan melengkung ({character}), yang dianggap huruf oleh YAML. Gunakan \" atau '.",
    },
    "yaml_quote_open": {
        "en": "The quotation mark that opens here is never closed. Close it where the text ends.",
        "ms": "Tanda petikan yang dibuka di sini tidak ditutup. Tutup petikan itu di hujung teks.",
    },
    "yaml_quote_late": {
        "en": "The quotation mark that opens here is closed only on line {line}, in the middle of something else. Close it where the text ends.",
        "ms": "Tanda petikan yang dibuka di sini hanya ditutup pada baris {line}, di tengah-tengah kandungan lain. Tutup petikan itu di hujung teks.",
    },
    "yaml_after_quote": {
        "en": "The text goes on after its closing quotation mark. Put all of it in quotation marks; inside \"…\" write \\\" for a quotation mark, inside '…' write '' for an apostrophe.",
        "ms": "Teks bersambung selepas tanda petikan penutupnya. Letakkan keseluruhan teks dalam tanda petikan; di dalam \"…\" tulis \\\" bagi tanda petikan, di dalam '…' tulis '' bagi koma atas.",
    },
    "yaml_colon_in_text": {
        "en": "A text contains a colon followed by a space. Put the whole text in quotation marks.",
        "ms": "Teks ini mengandungi titik bertindih diikuti ruang. Letakkan keseluruhan teks dalam tanda petikan.",
    },
    "yaml_colon_in_braces": {
        "en": "A comma is missing before a key, or a text contains a colon followed by a space. Add the comma, or put the whole text in quotation marks.",
        "ms": "Tiada koma sebelum kunci, atau teks ini mengandungi titik bertindih diikuti ruang. Tambah koma itu, atau letakkan keseluruhan teks dalam tanda petikan.",
    },
    "yaml_colon_space": {"en": "A space is missing after the colon.", "ms": "Tiada ruang selepas titik bertindih."},
    "yaml_dash_space": {"en": "A space is missing after the dash.", "ms": "Tiada ruang selepas tanda sempang."},
    "yaml_deeper": {
        "en": "The line is indented deeper than the one above, which already has a value. Indent both the same.",
        "ms": "Baris ini diinden lebih dalam daripada baris di atasnya, yang sudah mempunyai nilai. Samakan inden kedua-duanya.",
    },
    "yaml_no_colon": {
        "en": "The line has no colon: “key: value” was expected. If it belongs to the text above, indent it deeper than its key.",
        "ms": "Baris ini tiada titik bertindih: “kunci: nilai” diperlukan. Jika ini sambungan teks di atas, inden lebih dalam daripada kuncinya.",
    },
    "yaml_bracket": {
        "en": "The bracket that opens here is not closed, or a comma is missing (noticed on line {line}).",
        "ms": "Kurungan yang dibuka di sini tidak ditutup, atau koma tertinggal (disedari pada baris {line}).",
    },
    "yaml_start": {
        "en": "A text cannot begin with “{character}”. Put it in quotation marks.",
        "ms": "Teks tidak boleh bermula dengan “{character}”. Letakkannya dalam tanda petikan.",
    },
    "yaml_escape": {
        "en": "In \"…\" a backslash has a special meaning. Write it twice, or use '…'.",
        "ms": "Dalam \"…\", garis miring terbalik mempunyai maksud tersendiri. Tulis dua kali, atau gunakan '…'.",
    },
    "yaml_block_text": {
        "en": "After | or > the text begins on the next line.",
        "ms": "Selepas | atau >, teks bermula pada baris berikutnya.",
    },
    "yaml_unexpected": {
        "en": "“{character}” is not expected here. Remove it, or put the text in quotation marks.",
        "ms": "“{character}” tidak dijangka di sini. Buang aksara itu, atau letakkan teks dalam tanda petikan.",
    },
    "yaml_ends": {
        "en": "The file ends too early: something is left unfinished.",
        "ms": "Fail ini tamat terlalu awal: ada bahagian yang belum lengkap.",
    },
    "yaml_indent": {
        "en": "The line is not indented like the others in the block that begins on line {line}. Indent it as they are.",
        "ms": "Inden baris ini tidak sama dengan baris lain dalam blok yang bermula pada baris {line}. Samakan inden.",
    },
    "yaml_dash": {
        "en": "An entry of the list that begins on line {line} was expected: “- …”. Check the indentation.",
        "ms": "Butiran senarai yang bermula pada baris {line} diperlukan: “- …”. Semak inden.",
    },
    "yaml_control": {
        "en": "There is a control character ({character}) here. Remove it.",
        "ms": "Terdapat aksara kawalan ({character}) di sini. Buang aksara itu.",
    },
    "yaml_other": {"en": "The YAML reader says: {reason}.", "ms": "Pembaca YAML melaporkan: {reason}."},
    "yaml_documents": {
        "en": "A second YAML document begins here; only one was expected. Remove the line “---”.",
        "ms": "Dokumen YAML kedua bermula di sini; hanya satu dibenarkan. Buang baris “---”.",
    },
    "yaml_depth": {
        "en": "The file is nested deeper than {limit} levels.",
        "ms": "Fail ini bersarang lebih daripada {limit} aras.",
    },
    "yaml_size": {
        "en": "The file has more than {limit} values once its aliases are expanded.",
        "ms": "Fail ini mengandungi lebih daripada {limit} nilai setelah aliasnya dikembangkan.",
    },
    "yaml_alias": {
        "en": "*{name} refers to nothing marked &{name} before it. If it begins a text, put the text in quotation marks.",
        "ms": "*{name} tidak merujuk apa-apa yang ditandai &{name} sebelumnya. Jika ini permulaan teks, letakkan teks itu dalam tanda petikan.",
    },
    "yaml_tag": {
        "en": "The tag {tag} is not allowed; write plain values. If it begins a text, put the text in quotation marks.",
        "ms": "Tag {tag} tidak dibenarkan; tulis nilai biasa. Jika ini permulaan teks, letakkan teks itu dalam tanda petikan.",
    },
    "yaml_key": {"en": "A key must be plain text.", "ms": "Kunci mestilah teks biasa."},
    "yaml_flow_colon": {
        "en": "“{key}” has no value: inside {{…}} a space is needed after the colon.",
        "ms": "“{key}” tiada nilai: di dalam {{…}}, ruang diperlukan selepas titik bertindih.",
    },
    "yaml_flow_comma": {
        "en": "“{key}” has no value: inside {{…}} a comma ends a text. Put a text that has a comma in quotation marks.",
        "ms": "“{key}” tiada nilai: di dalam {{…}}, koma menamatkan teks. Letakkan teks yang mengandungi koma dalam tanda petikan.",
    },
    "yaml_long_dash": {
        "en": "There is a long dash ({character}) here, such as word processors insert. An entry of a list begins with “-” and a space.",
        "ms": "Terdapat sempang panjang ({character}) di sini, seperti yang disisipkan oleh pemproses kata. Butiran senarai bermula dengan “-” dan ruang.",
    },
    "yaml_bracket_extra": {
        "en": "“{character}” closes nothing here. Remove it, or open the bracket.",
        "ms": "“{character}” tidak menutup apa-apa di sini. Buang aksara itu, atau tambah kurungan pembuka.",
    },
    "dash_missing": {
        "en": "“id” is used twice in one entry; it was first used on line {first_line}. If another entry begins here, put “- ” before it.",
        "ms": "“id” berulang dalam satu butiran; kali pertama pada baris {first_line}. Jika butiran lain bermula di sini, letakkan “- ” di hadapannya.",
    },
    "duplicate_key": {
        "en": "The key “{key}” is used twice here; it was first used on line {first_line}. Keep one.",
        "ms": "Kunci “{key}” berulang di sini; kali pertama pada baris {first_line}. Kekalkan satu sahaja.",
    },
    "not_finite": {
        "en": "{text} is not a number that can be used here.",
        "ms": "{text} bukan nombor yang boleh digunakan di sini.",
    },
}
