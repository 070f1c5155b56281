"""Problems: what the proofs about a questionnaire find (docs/proofs.md)."""

MESSAGES = {
    "prove_section_never": {
        "en": "No answers lead to the section “{id}”: its condition can never hold. Correct show_if, or remove the section.",
        "ms": "Tiada jawapan membawa kepada bahagian “{id}”: syaratnya tidak akan dipenuhi. Betulkan show_if, atau buang bahagian ini.",
    },
    "prove_question_never": {
        "en": "No answers lead to the question “{id}”: it is never asked. Correct its show_if or phases, or remove it.",
        "ms": "Tiada jawapan membawa kepada soalan “{id}”: soalan ini tidak akan ditanya. Betulkan show_if atau phases, atau buang soalan ini.",
    },
    "prove_band_never": {
        "en": "No number that the question takes falls into this band. Correct up_to, or minimum and maximum, or remove the band.",
        "ms": "Tiada nombor yang diterima soalan ini termasuk dalam jalur ini. Betulkan up_to, atau minimum dan maximum, atau buang jalur ini.",
    },
    "prove_finding_never": {
        "en": "No answers raise the finding “{id}”. Correct its condition, or remove it.",
        "ms": "Tiada jawapan menimbulkan penemuan “{id}”. Betulkan syaratnya, atau buang penemuan ini.",
    },
    "prove_rule_never": {
        "en": "The rule “{id}” can never hold, so it raises no system to “{level}”. Correct its condition, or remove it.",
        "ms": "Peraturan “{id}” tidak akan dipenuhi, maka tiada sistem dinaikkan ke tahap “{level}”. Betulkan syaratnya, atau buang peraturan ini.",
    },
    "prove_check_never": {
        "en": "The check “{id}” can never hold: no answers contradict each other so. Correct its condition, or remove it.",
        "ms": "Semakan percanggahan “{id}” tidak akan dipenuhi: tiada jawapan bercanggah sedemikian. Betulkan syaratnya, atau buang semakan ini.",
    },
    "prove_level_never": {
        "en": "No answers lead to the level “{id}”. Widen its bound (up_to_percent), or give it a rule that can hold, or remove it.",
        "ms": "Tiada jawapan membawa kepada tahap “{id}”. Luaskan hadnya (up_to_percent), beri peraturan yang dapat dipenuhi, atau buang tahap ini.",
    },
    "prove_always": {
        "en": "This condition of “{id}” always holds. Remove it, or write the one that is meant.",
        "ms": "Syarat “{id}” ini sentiasa dipenuhi. Buang syarat ini, atau tulis syarat yang dimaksudkan.",
    },
    "prove_part_always": {
        "en": "This part of the condition of “{id}” changes nothing: it holds whenever it matters. Remove it, or correct it.",
        "ms": "Bahagian syarat “{id}” ini tidak mengubah apa-apa: bahagian ini dipenuhi setiap kali diperlukan. Buang atau betulkannya.",
    },
    "prove_part_never": {
        "en": "This part of the condition of “{id}” changes nothing: without it the condition holds for the same answers. Remove it, or correct it.",
        "ms": "Bahagian syarat “{id}” ini tidak mengubah apa-apa: tanpanya, syarat ini dipenuhi oleh jawapan yang sama. Buang atau betulkannya.",
    },
    "prove_rule_idle": {
        "en": "The rule “{id}” decides no level: whenever it holds, “{level}” or higher is reached without it. Remove it, or keep it for the reason that it gives.",
        "ms": "Peraturan “{id}” tidak menentukan tahap: setiap kali dipenuhi, “{level}” atau lebih tinggi tetap dicapai tanpanya. Buang peraturan ini, atau kekalkannya demi sebab yang dinyatakan.",
    },
    "prove_undecided": {
        "en": "Not decided: the search ended before it was known whether this is so: {claim}",
        "ms": "Belum dapat ditentukan: carian tamat sebelum diketahui sama ada hal ini benar: {claim}",
    },
    "prove_after_errors": {
        "en": "Nothing was proven: correct the errors first.",
        "ms": "Tiada yang dibuktikan: betulkan ralat dahulu.",
    },
    "witness_taken": {
        "en": "The folder already has a file of this name that --witness did not write. Name an empty folder.",
        "ms": "Folder ini sudah mengandungi fail dengan nama ini yang tidak ditulis oleh --witness. Namakan folder kosong.",
    },
}
