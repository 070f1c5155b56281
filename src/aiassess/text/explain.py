"""Why the level is what it is, and what would change it."""

MESSAGES = {
    # Headings
    "points_inherent": {"en": "Where the inherent risk comes from", "ms": "Punca risiko sedia ada"},
    "points_controls": {"en": "Where control points are missing", "ms": "Kawalan yang belum mendapat mata penuh"},
    "points": {"en": "Points", "ms": "Mata"},
    "share": {"en": "Share", "ms": "Bahagian"},
    "lacking": {"en": "Missing", "ms": "Kurang"},
    "more_rows": {"en": "and {n} more", "ms": "dan {n} lagi"},
    # Rules
    "rules_count": {"en": "Rules checked: {n}; met: {met}.", "ms": "Peraturan yang disemak: {n}; dipenuhi: {met}."},
    "rule_open": {"en": "open: an answer is not certain", "ms": "belum dapat dipastikan: ada jawapan “tidak pasti”"},
    "rule_at_least": {"en": "at least {level}", "ms": "sekurang-kurangnya {level}"},
    "rules_not_met": {"en": "Not met:", "ms": "Tidak dipenuhi:"},
    "status_unanswered": {"en": "not answered", "ms": "belum dijawab"},
    "status_unsure": {"en": "not sure", "ms": "tidak pasti"},
    "status_not_applicable": {"en": "not applicable", "ms": "tidak berkenaan"},
    "status_answered": {"en": "answered", "ms": "dijawab"},
    "does_not_apply": {"en": "does not apply", "ms": "tidak terpakai"},
    "settled": {
        "en": "Nothing still open can change this level. This is proven.",
        "ms": "Soalan yang belum dijawab tidak dapat mengubah tahap ini. Ini telah dibuktikan.",
    },
    "settled_but_unconfirmed": {
        "en": "Nothing still blank or unsure can change this level. This is proven. Only an answer still to be confirmed could, if it turned out to be different.",
        "ms": "Soalan yang belum dijawab atau tidak pasti tidak dapat mengubah tahap ini. Ini telah dibuktikan. Hanya jawapan yang belum disahkan dapat mengubahnya, jika jawapan itu tidak lagi benar.",
    },
    "held_by": {
        "en": "For a lower level, all of this would have to be different: {reasons}.",
        "ms": "Untuk tahap yang lebih rendah, semua perkara ini mesti berubah: {reasons}.",
    },
    "without_evidence": {"en": "{answer}, without evidence", "ms": "{answer}, tanpa bukti"},
    "with_evidence": {"en": "{answer} (evidence recorded)", "ms": "{answer} (bukti direkodkan)"},
    # Targets
    "to_level_otherwise": {
        "en": "What would have to be different for {title}",
        "ms": "Perkara yang mesti berubah untuk mencapai {title}",
    },
    "to_level": {"en": "To reach {title}", "ms": "Untuk mencapai {title}"},
    "to_verdict": {"en": "To reach the verdict {title}", "ms": "Untuk mencapai rumusan {title}"},
    "reached": {"en": "This is already reached.", "ms": "Ini sudah dicapai."},
    "scope_controls": {
        "en": "Only answers about controls may change here. --any-answer looks at all answers.",
        "ms": "Di sini hanya jawapan tentang kawalan boleh berubah. --any-answer melihat semua jawapan.",
    },
    "scope_any": {
        "en": "Any answer may change here. Answers must say what is true: change what is done, not the answer.",
        "ms": "Di sini sebarang jawapan boleh berubah. Jawapan mestilah benar: ubah keadaan sebenar, bukan jawapannya.",
    },
    "fewest": {
        "en": "The fewest changes that do it: {n}. Fewer would not be enough.",
        "ms": "Bilangan perubahan paling sedikit yang mencukupi: {n}. Kurang daripada itu tidak mencukupi.",
    },
    "after": {
        "en": "Then: {level}, verdict {verdict}; residual risk {residual}; controls {controls}.",
        "ms": "Selepas itu: {level}, rumusan {verdict}; risiko baki {residual}; kawalan {controls}.",
    },
    "after_inherent": {
        "en": "Then: {level}, verdict {verdict}; inherent risk {inherent}; controls {controls}.",
        "ms": "Selepas itu: {level}, rumusan {verdict}; risiko sedia ada {inherent}; kawalan {controls}.",
    },
    "no_change": {"en": "No answer has to change.", "ms": "Tiada jawapan yang perlu diubah."},
    "confirm": {
        "en.one": "Confirm that 1 answer carried over from an earlier assessment still holds: {questions}.",
        "en": "Confirm that {n} answers carried over from an earlier assessment still hold: {questions}.",
        "ms.one": "Sahkan bahawa 1 jawapan yang dibawa daripada penilaian terdahulu masih benar: {questions}.",
        "ms": "Sahkan bahawa {n} jawapan yang dibawa daripada penilaian terdahulu masih benar: {questions}.",
    },
    "nobody": {"en": "No actor named", "ms": "Tiada pihak bertanggungjawab dinamakan"},
    "from_to": {"en": "from {old} to {new}", "ms": "daripada {old} kepada {new}"},
    "tick": {"en": "choose also: {options}", "ms": "pilih juga: {options}"},
    "untick": {"en": "no longer choose: {options}", "ms": "jangan pilih lagi: {options}"},
    "add_evidence": {
        "en": "give evidence for “{answer}”, which does not count in full without it",
        "ms": "beri bukti bagi “{answer}”, yang tidak dikira sepenuhnya tanpa bukti",
    },
    "give_evidence": {"en": "give evidence", "ms": "beri bukti"},
    "answer_it": {"en": "answer this question", "ms": "jawab soalan ini"},
    "evidence": {"en": "Evidence: {hint}", "ms": "Bukti: {hint}"},
    "none_controls": {
        "en": "No change to the controls reaches it. This is proven:",
        "ms": "Tiada perubahan kawalan yang dapat mencapainya. Ini telah dibuktikan:",
    },
    "none_any": {
        "en": "No change to the answers reaches it. This is proven:",
        "ms": "Tiada perubahan jawapan yang dapat mencapainya. Ini telah dibuktikan:",
    },
    "none_together": {
        "en": "Each of these can be met, but not all of them together:",
        "ms": "Setiap syarat ini dapat dipenuhi, tetapi bukan semuanya serentak:",
    },
    "none_tried": {
        "en": "Every combination of answers that could do it was tried; none does.",
        "ms": "Setiap gabungan jawapan yang mungkin telah dicuba; tiada yang berjaya.",
    },
    "not_settled": {
        "en": "The search reached its limit: it found neither changes that reach this nor proof that there are none. There may be some.",
        "ms": "Carian dihentikan pada hadnya: tiada perubahan yang mencapainya ditemui, dan tiada bukti bahawa perubahan sedemikian tidak wujud. Perubahan itu mungkin ada.",
    },
    # Obstacles
    "obstacle_rule": {
        "en": "Rule {rule} holds it at {level}, and no control can lower it: {reason} Because of: {because}",
        "ms": "Peraturan {rule} mengekalkannya pada {level}, dan tiada kawalan dapat menurunkannya: {reason} Kerana: {because}",
    },
    "obstacle_rule_any": {
        "en": "Rule {rule} holds it at {level} whatever is answered: {reason} Because of: {because}",
        "ms": "Peraturan {rule} mengekalkannya pada {level} walau apa pun jawapannya: {reason} Kerana: {because}",
    },
    "obstacle_points": {
        "en": "Inherent risk is {inherent} of {maximum} points. Controls reduce it by at most {most}%, which leaves {best} ({percent}%); {level} is up to {highest}%.",
        "ms": "Risiko sedia ada ialah {inherent} daripada {maximum} mata. Kawalan dapat mengurangkan paling banyak {most}% daripadanya, maka bakinya {best} ({percent}%); had bagi {level} ialah {highest}%.",
    },
    "obstacle_inherent": {
        "en": "Inherent risk is {inherent} of {maximum} points ({percent}%), and no control lowers it; {level} is up to {highest}%.",
        "ms": "Risiko sedia ada ialah {inherent} daripada {maximum} mata ({percent}%), dan tiada kawalan yang menurunkannya; had bagi {level} ialah {highest}%.",
    },
    "obstacle_inherent_any": {
        "en": "The inherent risk cannot be brought low enough for {level}.",
        "ms": "Risiko sedia ada tidak dapat diturunkan secukupnya untuk {level}.",
    },
    "obstacle_incomplete": {
        "en": "Controls do not reduce the inherent risk while questions about the system are unanswered.",
        "ms": "Kawalan tidak mengurangkan risiko sedia ada selagi soalan tentang sistem belum dijawab.",
    },
    "obstacle_credit": {
        "en": "The credit for controls that {level} needs cannot be reached.",
        "ms": "Pengurangan bagi kawalan yang diperlukan untuk {level} tidak dapat dicapai.",
    },
    "obstacle_finding": {
        "en": "A critical finding stays open: {text} ({answer})",
        "ms": "Satu penemuan kritikal kekal terbuka: {text} ({answer})",
    },
    "obstacle_unsure": {
        "en": "An answer of “not sure” leaves a rule open: {question}",
        "ms": "Jawapan yang tidak pasti menyebabkan satu peraturan belum dapat dipastikan: {question}",
    },
    "obstacle_share": {
        "en": "{title}: the share of controls needed cannot be reached.",
        "ms": "{title}: peratus kawalan yang diperlukan tidak dapat dicapai.",
    },
    "obstacle_missing": {
        "en.one": "1 question is not answered, and its answer also decides other things: {questions}. Answer it first.",
        "en": "{n} questions are not answered, and their answers also decide other things: {questions}. Answer them first.",
        "ms.one": "1 soalan belum dijawab, dan jawapannya turut menentukan perkara lain: {questions}. Jawab soalan ini dahulu.",
        "ms": "{n} soalan belum dijawab, dan jawapannya turut menentukan perkara lain: {questions}. Jawab soalan itu dahulu.",
    },
    "asks_points": {
        "en": "Residual points low enough for {level}.",
        "ms": "Mata risiko baki yang cukup rendah bagi {level}.",
    },
    "asks_inherent": {
        "en": "Inherent risk low enough for {level}.",
        "ms": "Risiko sedia ada yang cukup rendah bagi {level}.",
    },
    "asks_share": {"en": "{title}: the share of controls needed.", "ms": "{title}: peratus kawalan yang diperlukan."},
    # One question
    "one_question": {"en": "What this question counts for", "ms": "Mata yang dibawa oleh soalan ini"},
    "kind_inherent": {
        "en": "Inherent risk: {points} of {maximum} points (weight {weight}).",
        "ms": "Risiko sedia ada: {points} daripada {maximum} mata (pemberat {weight}).",
    },
    "kind_control": {
        "en": "Control: {points} of {maximum} points (weight {weight}).",
        "ms": "Kawalan: {points} daripada {maximum} mata (pemberat {weight}).",
    },
    "kind_none": {"en": "This question is not scored.", "ms": "Soalan ini tidak membawa mata."},
    "question_principles": {"en": "Principles: {names}", "ms": "Prinsip: {names}"},
    "question_rules": {"en": "Rules that use it: {names}", "ms": "Peraturan yang menyemaknya: {names}"},
    "if_instead": {
        "en": "If the answer were different and nothing else changed",
        "ms": "Jika jawapan ini berbeza, sedangkan yang lain kekal",
    },
    "instead": {"en": "Answer", "ms": "Jawapan"},
    "level": {"en": "Level", "ms": "Tahap"},
    "verdict": {"en": "Verdict", "ms": "Rumusan"},
    "inherent": {"en": "Inherent", "ms": "Risiko sedia ada"},
    "residual": {"en": "Residual", "ms": "Risiko baki"},
    "controls": {"en": "Controls", "ms": "Kawalan"},
}
