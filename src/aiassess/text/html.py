"""What the HTML report says beyond what every format says (report.py)."""

MESSAGES = {
    "skip": {"en": "Skip to the content", "ms": "Langkau ke kandungan"},
    "contents": {"en": "Contents", "ms": "Kandungan"},
    # Charts
    "also_a_table": {
        "en": "The table below shows the same.",
        "ms": "Jadual selepas ini mengandungi maklumat yang sama.",
    },
    "needed": {"en": "{percent}% needed", "ms": "{percent}% diperlukan"},
    "needed_hint": {
        "en": "The mark across a bar is at {percent}%, which this level requires of every principle. A hatched bar falls short of it.",
        "ms": "Tanda pada bar menunjukkan {percent}%, iaitu kadar yang diperlukan bagi setiap prinsip pada tahap ini. Bar berjalur belum mencapainya.",
    },
    "scores_hint": {
        "en": "Risk: the lower, the better. Controls: the higher, the better.",
        "ms": "Risiko: semakin rendah, semakin baik. Kawalan: semakin tinggi, semakin baik.",
    },
    "heat_map": {"en": "Heat map", "ms": "Peta haba"},
    "heat_map_before": {"en": "Risks before treatment", "ms": "Risiko sebelum rawatan"},
    "heat_map_now": {"en": "Risks now", "ms": "Risiko kini"},
    "heat_map_hint": {
        "en": "Numbers in circles are risks in the table below; the small figure in each cell is its rating. The stronger the shade, the higher the rating.",
        "ms": "Nombor dalam bulatan ialah nombor risiko dalam jadual di bawah; angka kecil dalam setiap petak ialah skornya. Semakin pekat warnanya, semakin tinggi skornya.",
    },
    "risks": {"en": "The risks", "ms": "Senarai risiko"},
    "number": {"en": "No.", "ms": "Bil."},
    "rating_hint": {
        "en": "Rating: {likelihood} × {consequence}, each from 1 to 5.",
        "ms": "Skor: {likelihood} × {consequence}, masing-masing dari 1 hingga 5.",
    },
    # Answers
    "answers_hint": {
        "en": "Open a section to read its answers. A printed report shows them all.",
        "ms": "Buka satu bahagian untuk membaca jawapannya. Laporan bercetak mengandungi semuanya.",
    },
    "answered_of": {"en": "{answered} of {applicable} answered", "ms": "{answered} daripada {applicable} dijawab"},
    "show_inactive": {"en": "Kept answers", "ms": "Jawapan yang disimpan"},
    # To be signed
    "signatures": {"en": "Signatures", "ms": "Tandatangan"},
    "name": {"en": "Name", "ms": "Nama"},
    "signature": {"en": "Signature", "ms": "Tandatangan"},
    "date": {"en": "Date", "ms": "Tarikh"},
}
