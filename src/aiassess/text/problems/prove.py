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
    "prove_gate_left_out": {
        "en": "The rule “{rule}” (“{level}”) can be avoided: the assessment is complete although “{id}” has no answer. Remove “required: false” or not_applicable.",
        "ms": "Peraturan “{rule}” (“{level}”) dapat dielakkan: penilaian lengkap walaupun “{id}” tidak dijawab. Buang “required: false” atau not_applicable.",
    },
    "prove_gate_hidden_by_none": {
        "en": "The rule “{rule}” (“{level}”) can be avoided: “{other}” without an answer hides “{id}”, and the assessment is complete. Ask “{other}” always, required and without not_applicable, or remove show_if of “{id}”.",
        "ms": "Peraturan “{rule}” (“{level}”) dapat dielakkan: “{other}” yang tidak dijawab menyembunyikan “{id}”, dan penilaian tetap lengkap. Wajibkan “{other}” ditanya dan dijawab tanpa not_applicable, atau buang show_if bagi “{id}”.",
    },
    "prove_gate_hidden": {
        "en": "The rule “{rule}” (“{level}”) can be avoided: another answer hides “{id}”, which the rule looks at. Ask it of every system: remove show_if or phases here.",
        "ms": "Peraturan “{rule}” (“{level}”) dapat dielakkan: jawapan lain menyembunyikan “{id}” yang dirujuk oleh peraturan itu. Tanya semua sistem: buang show_if atau phases di sini.",
    },
    "prove_unmeasured": {
        "en": "A complete assessment may measure nothing of: {ids}. If each must be measured, ask a control question of it without show_if, phases or not_applicable.",
        "ms": "Penilaian yang lengkap mungkin tidak mengukur apa-apa bagi: {ids}. Jika setiap satu mesti diukur, tanya satu soalan kawalan baginya tanpa show_if, phases atau not_applicable.",
    },
    "prove_level_worse": {
        "en": "A better answer gives a worse level: “{id}” from {worse} to {better} turns “{with_worse}” into “{with_better}”. Correct the points, or the condition that looks at this question.",
        "ms": "Jawapan yang lebih baik membawa tahap yang lebih buruk: “{id}” daripada {worse} kepada {better} mengubah “{with_worse}” menjadi “{with_better}”. Betulkan mata, atau syarat yang merujuk soalan ini.",
    },
    "prove_verdict_worse": {
        "en": "A better answer gives a worse verdict: “{id}” from {worse} to {better} turns “{with_worse}” into “{with_better}”. Correct the points, or the finding or rule that looks at this question.",
        "ms": "Jawapan yang lebih baik membawa rumusan yang lebih buruk: “{id}” daripada {worse} kepada {better} mengubah “{with_worse}” menjadi “{with_better}”. Betulkan mata, atau penemuan atau peraturan yang merujuk soalan ini.",
    },
    "prove_unanswered": {"en": "no answer", "ms": "tiada jawapan"},
    "prove_unsure": {"en": "“not sure”", "ms": "“tidak pasti”"},
    "prove_ready": {"en": "Ready", "ms": "Sedia"},
    "prove_conditional": {"en": "Conditional", "ms": "Bersyarat"},
    "prove_hold": {"en": "Hold", "ms": "Tangguh"},
    "prove_stop": {"en": "Stop", "ms": "Henti"},
    "prove_ready_worse": {
        "en": "As other controls are then asked, a better answer can turn “{with_worse}” into “{with_better}”: “{id}” from {worse} to {better}. Weigh whether controls in place should go on to count.",
        "ms": "Oleh sebab kawalan lain kemudian ditanya, jawapan yang lebih baik boleh mengubah “{with_worse}” menjadi “{with_better}”: “{id}” daripada {worse} kepada {better}. Pertimbangkan sama ada kawalan yang sedia ada patut terus dikira.",
    },
    "prove_asked": {
        "en": "Questions asked at the level “{id}”: {counts}.",
        "ms": "Soalan yang ditanya pada tahap “{id}”: {counts}.",
    },
    "prove_asked_all": {"en": "Questions asked: {counts}.", "ms": "Soalan yang ditanya: {counts}."},
    "prove_asked_range": {"en": "{least} to {most}", "ms": "{least} hingga {most}"},
    "prove_asked_in_phase": {"en": "{phase} {least} to {most}", "ms": "{phase} {least} hingga {most}"},
    "prove_heaviest_inherent": {
        "en": "The most that one answer can weigh is {percent}% of the inherent maximum: “{id}”, with the fewest questions that may count.",
        "ms": "Pengaruh terbesar satu jawapan ialah {percent}% daripada maksimum risiko sedia ada: “{id}”, dengan bilangan soalan dikira yang paling sedikit.",
    },
    "prove_heaviest_control": {
        "en": "The most that one answer can weigh is {percent}% of the controls' maximum: “{id}”, with the fewest questions that may count.",
        "ms": "Pengaruh terbesar satu jawapan ialah {percent}% daripada maksimum kawalan: “{id}”, dengan bilangan soalan dikira yang paling sedikit.",
    },
    "prove_maximum_above": {
        "en": "The maximum of {stated} is never reached: no answers give more than {most} points. Write {most}, or “all”.",
        "ms": "Maksimum {stated} tidak akan dicapai: tiada jawapan membawa lebih daripada {most} mata. Tulis {most}, atau “all”.",
    },
    "prove_maximum_below": {
        "en": "The maximum of {stated} can be exceeded: answers give up to {most} points. Write {most}, or “all”.",
        "ms": "Maksimum {stated} boleh dilampaui: jawapan membawa hingga {most} mata. Tulis {most}, atau “all”.",
    },
    "prove_undecided": {
        "en": "Not decided: the search ended before it was known whether this is so: {claim}",
        "ms": "Belum dapat ditentukan: carian tamat sebelum diketahui sama ada hal ini benar: {claim}",
    },
    "prove_after_errors": {
        "en": "Nothing was proven: correct the errors first.",
        "ms": "Tiada yang dibuktikan: betulkan ralat dahulu.",
    },
    "witness_of_one": {
        "en": "--witness takes one questionnaire, not {count}. Run lint for each, with a folder of its own.",
        "ms": "--witness menerima satu soal selidik, bukan {count}. Jalankan lint bagi setiap satu, dengan folder sendiri.",
    },
    "witness_taken": {
        "en": "The folder already has a file of this name that --witness did not write. Name an empty folder.",
        "ms": "Folder ini sudah mengandungi fail dengan nama ini yang tidak ditulis oleh --witness. Namakan folder kosong.",
    },
}
